//! Origins, parsed into scheme, host and port, and never compared as text.

use std::fmt;

/// The parsed origin of a window, as `https://my.livechatinc.com`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Origin {
    scheme: Scheme,
    host: HostName,
    /// `None` is the scheme's own port.
    port: Option<u16>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Scheme {
    Http,
    Https,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum HostName {
    Domain(String),
    Address(String),
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
        let (scheme, own_port) = match scheme {
            "https" => (Scheme::Https, 443),
            "http" => (Scheme::Http, 80),
            _ => return Err(OriginError::Scheme),
        };
        let (host, port) = split_port(rest)?;
        if port == Some(own_port) {
            return Err(OriginError::Form);
        }
        Ok(Self { scheme, host: HostName::parse(host)?, port })
    }

    /// Whether the scheme is `https`.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.scheme == Scheme::Https
    }

    /// Whether the port is the scheme's own.
    #[must_use]
    pub fn has_own_port(&self) -> bool {
        self.port.is_none()
    }

    /// Whether the host is an IP address.
    #[must_use]
    pub fn is_address(&self) -> bool {
        matches!(self.host, HostName::Address(_))
    }

    /// Whether the host is this machine.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        match &self.host {
            HostName::Domain(name) => name == "localhost" || name.ends_with(".localhost"),
            HostName::Address(address) => address == "[::1]" || address.starts_with("127."),
        }
    }

    /// Whether the host is the domain or one of its subdomains, compared label by label from the right.
    #[must_use]
    pub fn is_within(&self, domain: &str) -> bool {
        let HostName::Domain(name) = &self.host else { return false };
        let mut labels = name.rsplit('.');
        domain.rsplit('.').all(|wanted| labels.next() == Some(wanted))
    }
}

impl HostName {
    fn parse(host: &str) -> Result<Self, OriginError> {
        if host.starts_with('[') {
            let inner = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).ok_or(OriginError::Form)?;
            // No address is admitted but the loopback's, letter by letter: what else is in the brackets tells only
            // why it is refused.
            let is_address = inner.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f' | b':' | b'.'));
            return is_address.then(|| Self::Address(host.to_owned())).ok_or(OriginError::Form);
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
            return is_ipv4(host).then(|| Self::Address(host.to_owned())).ok_or(OriginError::Form);
        }
        Ok(Self::Domain(host.to_owned()))
    }
}

/// Whether it is four numbers of a byte each, as browsers write them.
fn is_ipv4(host: &str) -> bool {
    let is_byte = |label: &str| label.parse::<u8>().is_ok() && (label == "0" || !label.starts_with('0'));
    host.split('.').count() == 4 && host.split('.').all(is_byte)
}

fn split_port(rest: &str) -> Result<(&str, Option<u16>), OriginError> {
    // The colons of an IPv6 address stand before its closing bracket.
    let after_address = rest.rfind(']').map_or(0, |bracket| bracket + 1);
    let Some(colon) = rest.get(after_address..).and_then(|tail| tail.find(':')) else { return Ok((rest, None)) };
    let (host, digits) = rest.split_at_checked(after_address + colon).ok_or(OriginError::Form)?;
    let digits = digits.strip_prefix(':').unwrap_or_default();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(OriginError::Form);
    }
    digits.parse().map(|port| (host, Some(port))).map_err(|_| OriginError::Form)
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_https() { "https://" } else { "http://" })?;
        let (HostName::Domain(host) | HostName::Address(host)) = &self.host;
        f.write_str(host)?;
        self.port.map_or(Ok(()), |port| write!(f, ":{port}"))
    }
}

impl std::str::FromStr for Origin {
    type Err = OriginError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}
