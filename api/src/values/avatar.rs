//! Avatars.

use livechat_protocol::SafeUrl;

/// The URL of an avatar. LiveChat returns some without a scheme, such as `cdn.livechatinc.com/avatars/1.png`.
///
/// ```
/// let url = livechat_api::avatar_url("cdn.livechatinc.com/avatars/1.png").expect("a picture");
/// assert_eq!(url.as_str(), "https://cdn.livechatinc.com/avatars/1.png");
/// assert_eq!(livechat_api::avatar_url("javascript:alert(1)"), None);
/// ```
#[must_use]
pub fn avatar_url(avatar: &str) -> Option<SafeUrl> {
    let avatar = avatar.trim();
    if avatar.starts_with("https://") || avatar.starts_with("http://") {
        return SafeUrl::parse(avatar).ok();
    }
    let path = avatar.strip_prefix("//").unwrap_or(avatar);
    // A host without a port, then a path: a colon before the first slash ends a scheme.
    let host = path.split('/').next().unwrap_or_default();
    let is_host = host.contains('.') && !host.contains([':', '@']);
    if is_host { SafeUrl::parse(&["https://", path].concat()).ok() } else { None }
}
