//! What can be said to a customer. Plain Rust: tested natively, without a browser.

use yew_livechat::CustomerProfile;

/// The replies to offer for this customer.
pub fn replies_for(customer: &CustomerProfile) -> Vec<String> {
    let hello = match customer.name.as_deref().map(str::trim) {
        Some(name) if !name.is_empty() => format!("Hello {name}! How can I help you today?"),
        _ => "Hello! How can I help you today?".to_owned(),
    };
    vec![hello, "One moment, please. I am looking into it.".to_owned(), "Is there anything else?".to_owned()]
}
