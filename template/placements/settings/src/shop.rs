//! A web shop. Plain Rust: tested natively, without a browser.

use yew_livechat::{InvalidArgument, RedirectTarget};

/// A shop, identified by its host name.
#[derive(Clone, Debug, PartialEq)]
pub struct Shop {
    host: String,
}

impl Shop {
    /// Parses the address that somebody typed. The error says what is wrong with it.
    pub fn parse(address: &str) -> Result<Self, &'static str> {
        let address = address.trim().to_lowercase();
        let host = address.strip_prefix("https://").unwrap_or(&address);
        let host = host.strip_suffix('/').unwrap_or(host);
        let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
        if host.is_empty() {
            Err("Enter the address of your shop.")
        } else if !host.contains('.') || !host.chars().all(fits) {
            Err("An address looks like this: shop.example")
        } else {
            Ok(Self {
                host: host.to_owned(),
            })
        }
    }

    /// Its host name.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The page on which the shop's owner approves the connection.
    pub fn connect_page(&self) -> Result<RedirectTarget, InvalidArgument> {
        RedirectTarget::new(format!("https://{}/connect", self.host))
    }
}
