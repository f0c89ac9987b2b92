//! Information about a token.

use std::time::Duration;

use livechat_protocol::{Decode, DecodeError, Kind, Payload, Reader, deserialize_by_decode};
use serde::{Serialize, Serializer};

use crate::answer::lenient_items;

/// The owner, app and scopes of an access token. LiveChat's answer also contains the token and its refresh token,
/// which are not decoded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct TokenInfo {
    /// The person, a UUID.
    pub account_id: String,
    /// The organization, a UUID.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization_id: Option<String>,
    /// The app. A backend must compare it with its own: a token of another app is valid as well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
    /// The granted scopes; see [`grants`](Self::grants).
    #[serde(rename = "scope", serialize_with = "by_commas")]
    pub scopes: Vec<String>,
    /// How long the token is still valid, in whole seconds.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "seconds")]
    pub expires_in: Option<Duration>,
}

impl TokenInfo {
    /// Whether the token grants a scope, directly or through a wider one: `rw` includes `ro`, and `all` includes
    /// `access`, which includes `my`.
    ///
    /// ```
    /// use livechat_api::{Call, GetTokenInfo};
    ///
    /// let info = GetTokenInfo.read(200, r#"{"account_id":"a1","scope":"chats--all:rw,agents--all:ro"}"#)?;
    /// assert!(info.grants("chats--access:ro"));
    /// assert!(!info.grants("agents--all:rw"));
    /// # Ok::<(), livechat_api::ApiError>(())
    /// ```
    #[must_use]
    pub fn grants(&self, scope: &str) -> bool {
        self.scopes.iter().any(|granted| granted == scope || includes(granted, scope))
    }
}

/// Whether one scope includes the other. A scope is `resource--reach:right`, or `resource:right`.
fn includes(granted: &str, scope: &str) -> bool {
    let (Some((place, right)), Some((wanted_place, wanted_right))) = (granted.split_once(':'), scope.split_once(':'))
    else {
        return false;
    };
    let has_right = right == wanted_right || (right, wanted_right) == ("rw", "ro");
    has_right && (place == wanted_place || reaches(place, wanted_place))
}

fn reaches(place: &str, wanted: &str) -> bool {
    let (Some((resource, reach)), Some((wanted, wanted_reach))) = (place.split_once("--"), wanted.split_once("--"))
    else {
        return false;
    };
    resource == wanted && matches!((reach, wanted_reach), ("all", "access" | "my") | ("access", "my"))
}

impl Decode for TokenInfo {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        // The accounts page uses `scopes` in some of its messages.
        let scopes = |name| match from.member(name).map(|scope| scope.kind()) {
            Ok(Kind::List) => Some(lenient_items(from, name)),
            _ => from.lenient(name).map(|text: String| split(&text)),
        };
        let expires_in = from.lenient("expires_in").and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        Ok(Self {
            account_id: from.identity("account_id")?,
            organization_id: from.lenient("organization_id"),
            client_id: from.lenient("client_id"),
            scopes: scopes("scope").or_else(|| scopes("scopes")).unwrap_or_default(),
            expires_in: expires_in.map(|time| Duration::from_secs(time.as_secs())),
        })
    }
}

fn split(text: &str) -> Vec<String> {
    text.split([',', ' ']).filter(|scope| !scope.is_empty()).map(str::to_owned).collect()
}

fn by_commas<S: Serializer>(scopes: &[String], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&scopes.join(","))
}

fn seconds<S: Serializer>(time: &Option<Duration>, serializer: S) -> Result<S::Ok, S::Error> {
    time.map(|time| time.as_secs()).serialize(serializer)
}

deserialize_by_decode!(TokenInfo);
