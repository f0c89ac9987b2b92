//! Which origins an extension accepts.

use crate::wire::{Origin, OriginError};

/// The domains that serve the Agent App, including all subdomains. The same as in the JavaScript SDK, except its
/// vendors' development machines.
pub const HOST_DOMAINS: [&str; 4] = ["livechatinc.com", "livechat.com", "text.com", "helpdesk.com"];

/// The Agent App's usual origins. With the plain driver, an extension posts `plugin_inited` to both if the browser does
/// not reveal the origin of the page around it: a browser delivers a message only to the named origin.
pub const LIKELY_HOSTS: [&str; 2] = ["https://my.livechatinc.com", "https://my.livechat.com"];

/// Which origins an extension accepts messages from and posts to.
///
/// The default is the Agent App's own: HTTPS, the default port, one of [`HOST_DOMAINS`] or a subdomain.
///
/// ```
/// use livechat_protocol::{Origin, OriginPolicy};
///
/// let policy = OriginPolicy::default();
/// assert!(policy.admit("https://my.livechatinc.com").is_ok());
/// assert!(policy.admit("http://my.livechatinc.com").is_err());
/// assert!(policy.admit("https://livechat.com.evil.example").is_err());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OriginPolicy {
    narrowed: Option<Vec<Origin>>,
    development: Option<Origin>,
}

/// Why an origin is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OriginRefusal {
    /// Not the origin of a web page.
    #[error(transparent)]
    NotAnOrigin(#[from] OriginError),
    /// `http`.
    #[error("is not HTTPS")]
    NotHttps,
    /// A port other than the scheme's default.
    #[error("has a port")]
    Port,
    /// An IP address.
    #[error("is an IP address, not a name")]
    Address,
    /// A domain that does not serve the Agent App.
    #[error("is not a domain of the Agent App")]
    Domain,
    /// The Agent App, but not one of the origins that the extension allows.
    #[error("is not an origin that the extension allows")]
    NotListed,
    /// The Agent App, but not the origin of the current connection.
    #[error("is not the connection's origin")]
    NotPinned,
}

impl OriginPolicy {
    /// Restricts the policy to these origins; what the default refuses stays refused.
    #[must_use]
    pub fn narrowed_to(mut self, origins: Vec<Origin>) -> Self {
        self.narrowed = Some(origins);
        self
    }

    /// Also accepts the page's own origin and this machine, for the simulator. Only development builds call it.
    #[must_use]
    pub fn with_development_at(mut self, own: Origin) -> Self {
        self.development = Some(own);
        self
    }

    /// Parses and checks an origin.
    ///
    /// # Errors
    /// The reason why it is refused.
    pub fn admit(&self, origin: &str) -> Result<Origin, OriginRefusal> {
        let origin = Origin::parse(origin)?;
        self.judge(&origin).map(|()| origin)
    }

    fn judge(&self, origin: &Origin) -> Result<(), OriginRefusal> {
        if self.development.as_ref().is_some_and(|own| own == origin || origin.is_loopback()) {
            return Ok(());
        }
        if !origin.is_https() {
            return Err(OriginRefusal::NotHttps);
        }
        if origin.is_address() {
            return Err(OriginRefusal::Address);
        }
        if !origin.has_own_port() {
            return Err(OriginRefusal::Port);
        }
        if !HOST_DOMAINS.iter().any(|domain| origin.is_within(domain)) {
            return Err(OriginRefusal::Domain);
        }
        match &self.narrowed {
            Some(listed) if !listed.contains(origin) => Err(OriginRefusal::NotListed),
            _ => Ok(()),
        }
    }
}
