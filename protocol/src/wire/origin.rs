//! Origins, parsed label by label. Each has one spelling, and no other is taken in.

use std::{fmt, sync::Arc};

/// The parsed origin of a window, as `https://my.livechatinc.com`. Clones share the text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Origin {
    text: Arc<str>,
    host: Host,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Host {
    Domain,
    Address,
}

/// Why a text is not the origin of a web page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OriginError {
    /// `null`: a sandboxed frame, a `data:` or a `file:` page.
    #[error("is opaque: remove `sandbox` from the frame around it")]
    Opaque,
    /// Neither `http` nor `https`.
    #[error("has a scheme other than http and https")]
    Scheme,
    /// Something besides scheme, host and port, or a host that is none.
    #[error("is not of the form `https://host` or `https://host:port`, in lower case")]
    Form,
}

impl Origin {
    /// Parses an origin exactly as browsers write it: scheme and host in lower case, and the port where it is
    /// not the scheme's own. Every other spelling is refused, so that there is one spelling to compare.
    ///
    /// ```
    /// use livechat_protocol::{Origin, OriginError};
    ///
    /// assert_eq!(Origin::parse("https://my.livechatinc.com")?.to_string(), "https://my.livechatinc.com");
    /// assert_eq!(Origin::parse("https://livechat.com@evil.example"), Err(OriginError::Form));
    /// assert_eq!(Origin::parse("null"), Err(OriginError::Opaque));
    /// # Ok::<(), OriginError>(())
    /// ```
    ///
    /// # Errors
    /// When the text is anything else: with a path, a user, an empty label, a trailing dot, an upper-case letter.
    pub fn parse(text: &str) -> Result<Self, OriginError> {
        if text == "null" {
            return Err(OriginError::Opaque);
        }
        let (scheme, rest) = text.split_once(':').ok_or(OriginError::Form)?;
        let rest = rest.strip_prefix("//").ok_or(OriginError::Form)?;
        let own_port = match scheme {
            "https" => "443",
            "http" => "80",
            _ => return Err(OriginError::Scheme),
        };
        let (host, port) = split_port(rest);
        let is_port = |port: &str| port != own_port && is_number::<u16>(port);
        if !port.is_none_or(is_port) {
            return Err(OriginError::Form);
        }
        Ok(Self { text: text.into(), host: Host::parse(host)? })
    }

    /// As browsers write it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the scheme is `https`.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.text.starts_with("https:")
    }

    /// Whether the port is the scheme's own.
    #[must_use]
    pub fn has_own_port(&self) -> bool {
        self.host_and_port().1.is_none()
    }

    /// Whether the host is an IP address.
    #[must_use]
    pub fn is_address(&self) -> bool {
        self.host == Host::Address
    }

    /// Whether the host is this machine.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        let (host, _) = self.host_and_port();
        match self.host {
            Host::Domain => host == "localhost" || host.ends_with(".localhost"),
            Host::Address => host == "[::1]" || host.starts_with("127."),
        }
    }

    /// Whether the host is the domain or one of its subdomains, compared label by label from the right.
    #[must_use]
    pub fn is_within(&self, domain: &str) -> bool {
        let mut labels = self.host_and_port().0.rsplit('.');
        self.host == Host::Domain && domain.rsplit('.').all(|wanted| labels.next() == Some(wanted))
    }

    fn host_and_port(&self) -> (&str, Option<&str>) {
        split_port(self.text.split_once("//").map_or("", |(_, rest)| rest))
    }
}

impl Host {
    fn parse(host: &str) -> Result<Self, OriginError> {
        if host.starts_with('[') {
            let inner = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).ok_or(OriginError::Form)?;
            // No address is admitted but the loopback's, letter by letter: what else is in the brackets tells only
            // why it is refused.
            let is_address = inner.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f' | b':' | b'.'));
            return is_address.then_some(Self::Address).ok_or(OriginError::Form);
        }
        let label = |label: &str| {
            (1..=63).contains(&label.len())
                && label.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_'))
        };
        if host.len() > 253 || !host.split('.').all(label) {
            return Err(OriginError::Form);
        }
        // As in the URL standard, a last label of digits makes it an address, and then it has to be one.
        let last = host.rsplit('.').next().unwrap_or_default();
        if last.bytes().all(|byte| byte.is_ascii_digit()) {
            return is_ipv4(host).then_some(Self::Address).ok_or(OriginError::Form);
        }
        Ok(Self::Domain)
    }
}

/// Whether it is four numbers of a byte each, as browsers write them.
fn is_ipv4(host: &str) -> bool {
    host.split('.').count() == 4 && host.split('.').all(is_number::<u8>)
}

/// Whether it is a number as browsers write it: digits alone, and no zero before them.
fn is_number<T: std::str::FromStr>(digits: &str) -> bool {
    let as_written = digits == "0" || !digits.starts_with(['0', '+']);
    as_written && digits.parse::<T>().is_ok()
}

/// The port is what follows the last colon, but for the colons of an IPv6 address before its closing bracket.
fn split_port(rest: &str) -> (&str, Option<&str>) {
    match rest.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (rest, None),
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl std::str::FromStr for Origin {
    type Err = OriginError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}
