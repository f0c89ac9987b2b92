//! Patterns that match requests.

/// The end of an address, such as `/api/orders`, optionally with a method before it: `PUT /api/orders`. A query must
/// match if the pattern has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pattern(String);

impl Pattern {
    pub(super) fn new(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// Whether it matches a request. A fragment is never sent to a server.
    pub(super) fn matches(&self, method: &str, url: &str) -> bool {
        let mut url = url.split('#').next().unwrap_or_default();
        if !self.0.contains('?') && !self.0.contains('=') {
            url = url.split('?').next().unwrap_or_default();
        }
        match self.0.split_once(' ') {
            Some((wanted, end)) => method.eq_ignore_ascii_case(wanted) && url.ends_with(end),
            None => url.ends_with(&self.0),
        }
    }
}

impl std::fmt::Display for Pattern {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "`{}`", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_the_end_of_an_address_with_or_without_a_method() {
        let url = "https://shop.example/api/orders?customer=C1#top";
        for (pattern, method, matches) in [
            ("/api/orders?customer=C1", "GET", true),
            ("customer=C1", "POST", true),
            ("GET /api/orders?customer=C1", "GET", true),
            ("get customer=C1", "GET", true),
            ("PUT /api/orders?customer=C1", "GET", false),
            ("/api/orders", "GET", true),
            ("/api/orders?customer=C2", "GET", false),
            ("/orders/7", "GET", false),
        ] {
            assert_eq!(Pattern::new(pattern).matches(method, url), matches, "{pattern}");
        }
    }
}
