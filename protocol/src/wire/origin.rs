//! Origins, parsed label by label. Each has exactly one accepted spelling.
//!
//! Parsed byte by byte: the methods of `str` would add a kilobyte.

use std::{fmt, sync::Arc};

/// The parsed origin of a window, such as `https://my.livechatinc.com`. Clones share the text.
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
    /// `null`: a sandboxed iframe, a `data:` or a `file:` page.
    #[error("is opaque: remove `sandbox` from its iframe")]
    Opaque,
    /// Neither `http` nor `https`.
    #[error("has a scheme other than http and https")]
    Scheme,
    /// Something besides scheme, host and port, or an invalid host.
    #[error("is not of the form `https://host` or `https://host:port`, in lower case")]
    Form,
}

impl Origin {
    /// Parses an origin exactly as browsers write it: scheme and host in lower case, and the port only if it is not
    /// the scheme's default. Any other spelling is refused, so that there is one spelling to compare.
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
    /// If the text is anything else: with a path, a user, an empty label, a trailing dot, an upper-case letter.
    pub fn parse(text: &str) -> Result<Self, OriginError> {
        if text == "null" {
            return Err(OriginError::Opaque);
        }
        let (own_port, rest): (_, &[u8]) = match text.as_bytes() {
            [b'h', b't', b't', b'p', b's', b':', b'/', b'/', rest @ ..] => (443, rest),
            [b'h', b't', b't', b'p', b':', b'/', b'/', rest @ ..] => (80, rest),
            other if other.windows(3).any(|window| window == b"://") => return Err(OriginError::Scheme),
            _ => return Err(OriginError::Form),
        };
        let (host, port) = split_port(rest);
        let is_port = |port| number(port, 0xFFFF).is_some_and(|port| port != own_port);
        if !port.is_none_or(is_port) {
            return Err(OriginError::Form);
        }
        Ok(Self { text: text.into(), host: Host::parse(host)? })
    }

    /// The origin as browsers write it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the scheme is `https`.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.text.starts_with("https:")
    }

    /// Whether the port is the scheme's default.
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
            Host::Domain => is_within(host, b"localhost"),
            Host::Address => host == b"[::1]" || host.starts_with(b"127."),
        }
    }

    /// Whether the host is the domain or one of its subdomains.
    #[must_use]
    pub fn is_within(&self, domain: &str) -> bool {
        self.host == Host::Domain && is_within(self.host_and_port().0, domain.as_bytes())
    }

    fn host_and_port(&self) -> (&[u8], Option<&[u8]>) {
        let scheme = if self.is_https() { "https://" } else { "http://" };
        split_port(&self.text.as_bytes()[scheme.len()..])
    }
}

impl Host {
    fn parse(host: &[u8]) -> Result<Self, OriginError> {
        if let [b'[', inner @ .., b']'] = host {
            // No address except the loopback's is admitted, compared exactly: the rest only determines why it is
            // refused.
            let is_address = inner.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f' | b':' | b'.'));
            return is_address.then_some(Self::Address).ok_or(OriginError::Form);
        }
        let label = |label: &[u8]| {
            (1..=63).contains(&label.len())
                && label.iter().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_'))
        };
        if host.len() > 253 || !labels(host).all(label) {
            return Err(OriginError::Form);
        }
        // As in the URL standard: a host whose last label is numeric must be a valid address.
        if labels(host).last().is_some_and(|last| last.iter().all(u8::is_ascii_digit)) {
            return is_ipv4(host).then_some(Self::Address).ok_or(OriginError::Form);
        }
        Ok(Self::Domain)
    }
}

fn labels(host: &[u8]) -> impl Iterator<Item = &[u8]> {
    host.split(|byte| *byte == b'.')
}

/// Whether a host is a domain or one of its subdomains, by whole labels.
fn is_within(host: &[u8], domain: &[u8]) -> bool {
    host.strip_suffix(domain).is_some_and(|before| matches!(before, [] | [.., b'.']))
}

/// Whether it is four numbers of one byte each, as browsers write them.
fn is_ipv4(host: &[u8]) -> bool {
    labels(host).count() == 4 && labels(host).all(|label| number(label, 0xFF).is_some())
}

/// A number as browsers write it: digits only, no leading zero, at most `most`.
fn number(digits: &[u8], most: u32) -> Option<u32> {
    if digits.is_empty() || digits.len() > 5 || (digits.len() > 1 && digits[0] == b'0') {
        return None;
    }
    let number = digits
        .iter()
        .try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0')))?;
    (number <= most).then_some(number)
}

/// The port follows the last colon, except for the colons of an IPv6 address before its closing bracket.
fn split_port(rest: &[u8]) -> (&[u8], Option<&[u8]>) {
    match rest.iter().rposition(|byte| matches!(byte, b':' | b']')) {
        Some(colon) if rest[colon] == b':' => (&rest[..colon], Some(&rest[colon + 1..])),
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
