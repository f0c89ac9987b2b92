//! What the host of the check sends: a customer of the simulator, who fits a project's sample data, and whose values no
//! request may have in its address.

use livechat_protocol::PlacementKind;
use serde_json::{Value, json};

/// Values that belong in no address. The ids of customer, chat and thread are not among them: they identify without
/// describing, and an address needs something.
const SECRETS: [(&str, &str); 7] = [
    ("the customer's name", "Mary Brown"),
    ("the customer's email address", "mary.brown@example.com"),
    ("a custom variable", "7730-12"),
    ("an answer of the survey before the chat", "An order that has not arrived"),
    ("the session's id", "session-5d1e-of-the-check"),
    ("the text of a message", "Hi! My order was due on Tuesday"),
    ("a parameter of the Agent App's address", "invitation-5d1e"),
];

/// Parameters whose values are secret, whatever they are.
const TOKENS: [&str; 9] = [
    "access_token",
    "api_key",
    "apikey",
    "authorization",
    "password",
    "refresh_token",
    "secret",
    "session_id",
    "token",
];

/// The session's id, after the authorization by the extension's own server.
pub(super) fn session() -> Value {
    json!({ "session_id": SECRETS[4].1 })
}

/// The events of a placement.
pub(super) fn events(placement: PlacementKind) -> Vec<(&'static str, Value)> {
    let profile = json!({
        "id": "K3M7Q1",
        "name": SECRETS[0].1,
        "email": SECRETS[1].1,
        "chat": {
            "id": "T9F2B7XK1C",
            "chat_id": "S4D8H2PQ0V",
            "groupID": "4",
            "preChatSurvey": [{ "question": "What can we help you with?", "answer": SECRETS[3].1 }],
        },
        "source": "chats",
        "geolocation": {
            "city": "Wrocław",
            "country": "Poland",
            "country_code": "PL",
            "region": "Lower Silesia",
            "timezone": "Europe/Warsaw",
            "latitude": "51.1093",
            "longitude": "17.0248",
        },
        "customVariables": { "loyalty number": SECRETS[2].1 },
    });
    match placement {
        PlacementKind::Details | PlacementKind::MessageBox => vec![("customer_profile", profile)],
        PlacementKind::Fullscreen | PlacementKind::Settings => {
            vec![("page_data", json!({ "queryParams": { "from": "marketplace", "invitation": SECRETS[6].1 } }))]
        }
    }
}

/// A message of the customer, for an extension that watches messages.
pub(super) fn message() -> Value {
    json!({
        "chat": "S4D8H2PQ0V",
        "message": SECRETS[5].1,
        "message_id": "T9F2B7XK1C_1",
        "message_source": "visitor",
    })
}

/// Returns what an address should not contain.
pub(super) fn secrets_in(url: &str) -> Vec<String> {
    // The part after `#` is not sent.
    let url = url.split('#').next().unwrap_or(url);
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    // A path has `%20` for a space, and a query `+` as well.
    let decoded = |text: &str| {
        let text = text.replace('&', "%26").replace('=', "%3D");
        form_urlencoded::parse(text.as_bytes()).map(|(name, _)| name.into_owned()).collect::<String>().to_lowercase()
    };
    let whole = format!("{} {}", decoded(path), decoded(query));
    let values = SECRETS.iter().filter(|(_, value)| whole.contains(&value.to_lowercase()));
    let mut found: Vec<String> = values.map(|(name, _)| (*name).to_owned()).collect();
    // In two parameters, a name is still a name.
    if found.is_empty() && SECRETS[0].1.split(' ').all(|part| whole.contains(&part.to_lowercase())) {
        found.push(SECRETS[0].0.to_owned());
    }
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        if TOKENS.contains(&&*name.to_lowercase()) && !value.is_empty() {
            found.push(format!("the parameter `{name}`"));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encoded_values_are_found_in_addresses() {
        for (url, name) in [
            ("https://shop.example/orders?email=mary.brown%40example.com", "email address"),
            ("https://shop.example/customers/Mary%20Brown/orders", "name"),
            ("https://shop.example/?q=mary+brown", "name"),
            ("https://shop.example/?first=MARY&last=Brown", "name"),
            ("https://shop.example/?Access_Token=dal%3A1", "`Access_Token`"),
            ("wss://shop.example/live?session_id=7", "`session_id`"),
        ] {
            let found = secrets_in(url).join(", ");
            assert!(found.contains(name), "{url}: {found}");
        }
    }

    #[test]
    fn ids_fragments_and_empty_tokens_are_no_secrets() {
        for url in [
            "https://extension.example/?plugin_id=check&theme=light",
            "https://shop.example/customers/K3M7Q1/orders?chat=S4D8H2PQ0V",
            "https://shop.example/#access_token=1",
            "https://shop.example/?token=",
        ] {
            assert_eq!(secrets_in(url), Vec::<String>::new(), "{url}");
        }
    }

    #[test]
    fn every_value_of_the_events_is_among_the_secrets() {
        let all =
            [PlacementKind::Details, PlacementKind::Settings].map(|placement| json!(events(placement)).to_string());
        let sent = format!("{}{}{}{}", all[0], all[1], session(), message());
        for (name, value) in SECRETS {
            assert!(sent.contains(value), "{name} is not sent");
        }
    }
}
