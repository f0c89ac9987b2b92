//! The authorization flow's request to the extension's server.

use gloo_net::http::Request;
use serde_json::{Value, json};

/// The body that the Agent App posts: its field names with placeholder values.
const LOGIN: &str = "agent@example.com";
const API_KEY: &str = "simulator";

/// Requests a session id from the extension's server.
///
/// # Errors
/// The error, in words for the user of the simulator.
pub(crate) async fn authorize(origin: &str) -> Result<Value, String> {
    let body = json!({ "login": LOGIN, "api_key": API_KEY });
    let request = Request::post(&format!("{origin}/authorize/")).json(&body).map_err(|error| error.to_string())?;
    let response = request.send().await.map_err(|error| format!("{origin}/authorize/ cannot be reached: {error}."))?;
    let text = response.text().await.unwrap_or_default();
    judge(response.status(), &text)
}

fn judge(status: u16, text: &str) -> Result<Value, String> {
    match status {
        200..=299 => {}
        404 | 405 | 502..=504 => {
            return Err(format!(
                "No backend answers at /authorize/ ({status}). Start one, or, if the extension doesn't need the Agent App's \
                 authorization, call `.authorize(false)` on it."
            ));
        }
        _ => return Err(format!("The backend at /authorize/ answered {status}.")),
    }
    let answer: Value =
        serde_json::from_str(text).map_err(|_| "The response from /authorize/ is not JSON.".to_owned())?;
    match answer.get("session_id") {
        Some(id @ (Value::String(_) | Value::Number(_))) => Ok(id.clone()),
        _ => Err("The response from /authorize/ needs a session_id that is a string or a number.".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_or_number_is_a_session_id() {
        assert_eq!(judge(200, r#"{"session_id":"a"}"#), Ok(json!("a")));
        assert_eq!(judge(201, r#"{"session_id":7,"more":1}"#), Ok(json!(7)));
    }

    #[test]
    fn failures_are_told_apart() {
        // The response of `trunk serve` without a backend.
        for status in [404, 405] {
            let told = judge(status, "").unwrap_err();
            assert!(told.contains("No backend") && told.contains("`.authorize(false)`"), "{told}");
        }
        assert!(judge(403, "").unwrap_err().contains("403"));
        assert!(judge(200, "<!doctype html>").unwrap_err().contains("not JSON"));
        assert!(judge(200, r#"{"session_id":null}"#).unwrap_err().contains("session_id"));
    }
}
