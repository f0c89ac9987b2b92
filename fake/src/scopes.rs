//! Scopes: `chats--access:rw`, `customers:ro`.

use std::fmt;

/// One scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Scope {
    resource: String,
    level: Option<Level>,
    /// `None` for old names, such as `reports_read`.
    access: Option<Access>,
}

/// Each level includes the previous ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    My,
    Groups,
    Access,
    All,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Access {
    Read,
    ReadWrite,
    ReadCreate,
}

/// An ordinary agent's scopes, for an app that has configured and requested none.
pub(crate) const ORDINARY: &str = "accounts--my:ro,agents--all:ro,agents--my:ro,chats--access:rw,customers:rw,groups--all:ro,\
                                   sessions--my:ro,tags--groups:ro";

/// Names without an access part that are still in use.
const OLD: [&str; 4] = ["banlist_read", "banlist_write", "canned_responses_write", "reports_read"];

impl Scope {
    /// Parses a scope; `None` if it is malformed.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if OLD.contains(&text) {
            return Some(Self { resource: text.to_owned(), level: None, access: None });
        }
        let (name, access) = text.split_once(':')?;
        let access = match access {
            "ro" => Access::Read,
            "rw" => Access::ReadWrite,
            "rc" => Access::ReadCreate,
            _ => return None,
        };
        let (resource, level) = match name.split_once("--") {
            None => (name, None),
            Some((resource, "my")) => (resource, Some(Level::My)),
            Some((resource, "groups")) => (resource, Some(Level::Groups)),
            Some((resource, "access")) => (resource, Some(Level::Access)),
            Some((resource, "all")) => (resource, Some(Level::All)),
            Some(_) => return None,
        };
        let is_name = |byte: u8| byte.is_ascii_lowercase() || b"._-".contains(&byte);
        (!resource.is_empty() && resource.bytes().all(is_name)).then(|| Self {
            resource: resource.to_owned(),
            level,
            access: Some(access),
        })
    }

    /// Parses a comma-separated list. `Err` contains the first malformed scope.
    pub(crate) fn list(text: &str) -> Result<Vec<Self>, String> {
        let texts = text.split(',').map(str::trim).filter(|text| !text.is_empty());
        texts.map(|text| Self::parse(text).ok_or_else(|| text.to_owned())).collect()
    }

    /// Whether this scope includes the other: `rw` includes `ro`, and `all` includes `access` includes `my`.
    pub(crate) fn includes(&self, other: &Self) -> bool {
        self.resource == other.resource
            && self.level >= other.level
            && self.level.is_some() == other.level.is_some()
            && (self.access == other.access
                || (self.access == Some(Access::ReadWrite) && other.access == Some(Access::Read)))
    }

    /// Whether only administrators can grant it, according to the vendor's documentation.
    pub(crate) fn needs_administrator(&self) -> bool {
        let all = self.level == Some(Level::All);
        let write = self.access.is_some_and(|access| access != Access::Read);
        match &*self.resource {
            "chats" => all,
            "agents" | "agents-bot" | "groups" | "tags" => all && write,
            "canned_responses" => write,
            "canned_responses_write" => true,
            other => other.starts_with("properties") || other.starts_with("webhooks"),
        }
    }

    /// Describes the scope for the consent page.
    pub(crate) fn in_words(&self) -> String {
        let (Some(access), resource) = (self.access, self.resource.replace(['.', '_', '-'], " ")) else {
            return self.resource.replace('_', " ");
        };
        let verb = match access {
            Access::Read => "Read",
            Access::ReadWrite => "Read and change",
            Access::ReadCreate => "Read and create",
        };
        match self.level {
            None => format!("{verb} {resource}"),
            Some(Level::My) => format!("{verb} your own {resource}"),
            Some(Level::Groups) => format!("{verb} {resource} of your groups"),
            Some(Level::Access) => format!("{verb} {resource} you have access to"),
            Some(Level::All) => format!("{verb} all {resource}"),
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.resource)?;
        f.write_str(match self.level {
            None => "",
            Some(Level::My) => "--my",
            Some(Level::Groups) => "--groups",
            Some(Level::Access) => "--access",
            Some(Level::All) => "--all",
        })?;
        f.write_str(match self.access {
            None => "",
            Some(Access::Read) => ":ro",
            Some(Access::ReadWrite) => ":rw",
            Some(Access::ReadCreate) => ":rc",
        })
    }
}

/// Formats scopes as in tokens: comma-separated.
pub(crate) fn joined(scopes: &[Scope]) -> String {
    scopes.iter().map(Scope::to_string).collect::<Vec<_>>().join(",")
}

/// Whether one of the scopes includes this.
pub(crate) fn allow(scopes: &[Scope], needed: &Scope) -> bool {
    scopes.iter().any(|scope| scope.includes(needed))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scope(text: &str) -> Scope {
        Scope::parse(text).unwrap_or_else(|| panic!("{text} is a scope"))
    }

    #[test]
    fn writing_a_scope_gives_what_was_read() {
        for text in ["chats--access:rw", "customers.ban:rw", "agents-bot--all:ro", "accounts--all:rc", "reports_read"] {
            assert_eq!(scope(text).to_string(), text);
        }
        assert_eq!(joined(&Scope::list(ORDINARY).unwrap()), ORDINARY);
    }

    #[test]
    fn malformed_scopes_are_named() {
        assert_eq!(Scope::list("chats--access:ro, customers:ro,").unwrap().len(), 2);
        for text in
            ["chats", "chats--access", "chats--some:ro", "chats:rx", ":ro", "Chats:ro", "chats--access:ro customers:ro"]
        {
            assert_eq!(Scope::list(&format!("customers:ro,{text}")), Err(text.to_owned()));
        }
    }

    #[test]
    fn more_includes_less() {
        for (more, less) in [
            ("chats--all:rw", "chats--access:ro"),
            ("chats--access:rw", "chats--my:rw"),
            ("customers:rw", "customers:ro"),
            ("tags--all:ro", "tags--groups:ro"),
        ] {
            assert!(scope(more).includes(&scope(less)), "{more} {less}");
            assert!(!scope(less).includes(&scope(more)), "{less} {more}");
        }
        assert!(!scope("chats--all:rw").includes(&scope("customers:ro")));
        assert!(!scope("customers:rw").includes(&scope("customers.ban:rw")));
        assert!(!scope("accounts--all:rc").includes(&scope("accounts--all:ro")));
    }

    #[test]
    fn only_administrators_have_all_chats() {
        for text in [
            "chats--all:ro",
            "agents--all:rw",
            "tags--all:rw",
            "canned_responses--groups:rw",
            "properties.configuration:rw",
        ] {
            assert!(scope(text).needs_administrator(), "{text}");
        }
        for text in ["chats--access:rw", "agents--all:ro", "tags--groups:ro", "groups--all:ro", "customers:rw"] {
            assert!(!scope(text).needs_administrator(), "{text}");
        }
    }

    #[test]
    fn the_consent_page_has_words_for_each() {
        assert_eq!(scope("chats--access:rw").in_words(), "Read and change chats you have access to");
        assert_eq!(scope("customers.ban:rw").in_words(), "Read and change customers ban");
        assert_eq!(scope("reports_read").in_words(), "reports read");
    }
}
