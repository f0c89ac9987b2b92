//! Removes secrets from a step: tokens, passwords and sessions.

use serde_json::Value;

use super::step::Action;
use crate::events::{Authorize, Event};

/// The replacement for a secret.
const REMOVED: &str = "removed";

/// Members whose value is a secret, in lower case without `_` and `-`.
const SECRETS: [&str; 16] = [
    "accesstoken",
    "apikey",
    "authorization",
    "clientsecret",
    "code",
    "codeverifier",
    "cookie",
    "credentials",
    "idtoken",
    "jwt",
    "password",
    "refreshtoken",
    "secret",
    "session",
    "sessionid",
    "token",
];

/// The prefixes of tokens, of LiveChat and of others, with the minimum number of characters that follow.
const BEGINNINGS: [(&str, usize); 6] =
    [("dal:", 8), ("fra:", 8), ("dal%3A", 8), ("fra%3A", 8), ("eyJ", 20), ("Bearer ", 8)];

/// The step without its secrets.
pub(super) fn without_secrets(mut action: Action) -> Action {
    match &mut action {
        // The data itself can be the session.
        Action::Event(event) if event.name == Authorize::NAME && !event.data.is_object() => {
            if !event.data.is_null() {
                event.data = REMOVED.into();
            }
        }
        Action::Event(event) => clean(&mut event.data),
        Action::Command(command) => clean(&mut command.data),
        Action::Frame(data) => clean(data),
        Action::Http(answer) => clean(&mut answer.body),
        Action::Load { .. } | Action::Reconnect | Action::Faults(_) => {}
    }
    action
}

fn clean(value: &mut Value) {
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
        Value::String(text) => clean_text(text),
        Value::Array(items) => items.iter_mut().for_each(clean),
        Value::Object(members) => {
            for (name, member) in members {
                if is_secret(name) && matches!(member, Value::String(_) | Value::Number(_)) {
                    *member = REMOVED.into();
                } else {
                    clean(member);
                }
            }
        }
    }
}

fn is_secret(name: &str) -> bool {
    let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    SECRETS.contains(&&*plain.to_ascii_lowercase())
}

/// Removes tokens, and the values of URL parameters that are named like a secret.
fn clean_text(text: &mut String) {
    let (mut clean, mut copied, mut at) = (String::new(), 0, 0);
    while at < text.len() {
        let here = text.get(at..).filter(|_| begins_word(text, at));
        match here.and_then(secret_at) {
            Some((before, length)) => {
                clean.push_str(text.get(copied..at + before).unwrap_or_default());
                clean.push_str(REMOVED);
                at += before + length;
                copied = at;
            }
            None => at += 1,
        }
    }
    if copied > 0 {
        clean.push_str(text.get(copied..).unwrap_or_default());
        *text = clean;
    }
}

fn begins_word(text: &str, at: usize) -> bool {
    at == 0 || !text.as_bytes().get(at - 1).is_some_and(u8::is_ascii_alphanumeric)
}

/// The secret at the beginning of this text: the part before it, and its length.
fn secret_at(text: &str) -> Option<(usize, usize)> {
    for (beginning, least) in BEGINNINGS {
        if let Some(rest) = text.strip_prefix(beginning) {
            let length = token_length(rest);
            if length >= least {
                return Some((0, beginning.len() + length));
            }
        }
    }
    let name = text.bytes().take(32).take_while(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(byte)).count();
    let value = text.get(name..)?.strip_prefix('=')?;
    let length = value.bytes().take_while(|byte| !b"&#;,\"'<> \n\t".contains(byte)).count();
    (length > 0 && value.is_char_boundary(length) && is_secret(text.get(..name)?)).then_some((name + 1, length))
}

fn token_length(text: &str) -> usize {
    text.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || b"_-.~+/=".contains(byte)).count()
}
