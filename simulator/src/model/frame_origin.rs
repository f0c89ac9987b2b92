//! The origin that extensions load from.
//!
//! The Agent App's iframe is cross-origin. There, browsers restrict an extension silently: the clipboard is refused,
//! storage is partitioned or blocked, and in some browsers `alert` and `confirm` show nothing. A machine has two
//! loopback names, which are two origins of the same server. The simulator loads extensions from the name that its own
//! page does not use, so that the same limits apply.

use std::rc::Rc;

/// The state of the page's other loopback name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum OtherName {
    /// Unknown: the request is pending.
    #[default]
    Pending,
    /// The server responds at this origin.
    Answers(Rc<str>),
    /// The server does not respond at this origin.
    Silent(Rc<str>),
    /// The page's own host is not a loopback name.
    Missing,
}

/// Where extensions load from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum FrameOrigin {
    /// Not decided yet.
    #[default]
    Undecided,
    /// The page's own origin.
    Own,
    /// This origin, the page's other loopback name.
    Other(Rc<str>),
}

impl FrameOrigin {
    pub(crate) fn new(same_origin: bool, other: &OtherName) -> Self {
        match other {
            _ if same_origin => Self::Own,
            OtherName::Pending => Self::Undecided,
            OtherName::Answers(origin) => Self::Other(Rc::clone(origin)),
            OtherName::Silent(_) | OtherName::Missing => Self::Own,
        }
    }
}

/// Returns the host's other loopback name, as browsers write it.
pub(crate) fn other_name(host: &str) -> Option<&'static str> {
    match host {
        // Browsers resolve it to either address.
        "127.0.0.1" | "[::1]" => Some("localhost"),
        "localhost" => Some("127.0.0.1"),
        _ if host.ends_with(".localhost") => Some("127.0.0.1"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loopback_name_has_another_and_no_other_host_has() {
        for (host, other) in [
            ("localhost", Some("127.0.0.1")),
            ("shop.localhost", Some("127.0.0.1")),
            ("127.0.0.1", Some("localhost")),
            ("[::1]", Some("localhost")),
            ("127.0.0.2", None),
            ("192.168.0.7", None),
            ("notlocalhost", None),
            ("localhost.example", None),
            ("", None),
        ] {
            assert_eq!(other_name(host), other, "{host}");
        }
    }

    #[test]
    fn extensions_are_cross_origin_unless_that_is_impossible_or_not_wanted() {
        let other: Rc<str> = "http://localhost:3333".into();
        let answers = OtherName::Answers(Rc::clone(&other));
        assert_eq!(FrameOrigin::new(false, &OtherName::Pending), FrameOrigin::Undecided);
        assert_eq!(FrameOrigin::new(false, &answers), FrameOrigin::Other(Rc::clone(&other)));
        assert_eq!(FrameOrigin::new(false, &OtherName::Silent(other)), FrameOrigin::Own);
        assert_eq!(FrameOrigin::new(false, &OtherName::Missing), FrameOrigin::Own);
        for other in [OtherName::Pending, answers] {
            assert_eq!(FrameOrigin::new(true, &other), FrameOrigin::Own);
        }
    }
}
