//! Values that the other side threw, as text for people.

use super::{
    decode::{DecodeError, Reader},
    payload::{Kind, Payload},
};

/// The value as JSON text, bounded like all decoding.
///
/// For display only, and in every extension: `serde_json` would add 5 kB for it.
///
/// # Errors
/// Names the place that is too deep, too long or has no JSON form.
pub(crate) fn words<P: Payload>(from: &Reader<'_, P>) -> Result<String, DecodeError> {
    let mut text = String::new();
    write(from, &mut text)?;
    Ok(text)
}

fn write<P: Payload>(from: &Reader<'_, P>, text: &mut String) -> Result<(), DecodeError> {
    match from.kind() {
        Kind::Nothing => text.push_str("null"),
        Kind::Bool => text.push_str(if from.bool()? { "true" } else { "false" }),
        Kind::Number => text.push_str(&from.value().number_as_text().unwrap_or_default()),
        Kind::Text => quote(&from.text()?, text),
        Kind::Date => match from.value().as_date() {
            Some(date) => quote(&date, text),
            None => text.push_str("null"),
        },
        Kind::List => {
            let mut before = '[';
            from.items(|item| {
                text.push(std::mem::replace(&mut before, ','));
                write(item, text)
            })?;
            text.push_str(if before == '[' { "[]" } else { "]" });
        }
        Kind::Object => {
            let mut before = '{';
            from.members(|name, member| {
                text.push(std::mem::replace(&mut before, ','));
                quote(name, text);
                text.push(':');
                write(member, text)
            })?;
            text.push_str(if before == '{' { "{}" } else { "}" });
        }
        Kind::Other => return Err(from.error("data that JSON can represent")),
    }
    Ok(())
}

fn quote(value: &str, text: &mut String) {
    text.push('"');
    for character in value.chars() {
        match character {
            '"' | '\\' => text.extend(['\\', character]),
            '\n' => text.push_str("\\n"),
            ..' ' => text.push(char::REPLACEMENT_CHARACTER),
            _ => text.push(character),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn any_thrown_value_is_written_as_json() {
        for value in [
            json!(null),
            json!(true),
            json!(-7.5),
            json!("a \"quoted\" \\ word\nand a line"),
            json!([]),
            json!({}),
            json!([1, [false], {}]),
            json!({ "reason": "no", "codes": [1, 2], "inner": { "zł": null } }),
        ] {
            let text = words(&Reader::new(value.clone())).expect("it has a JSON form");
            assert_eq!(serde_json::from_str::<Value>(&text).expect("it is JSON"), value, "{text}");
        }
    }

    #[test]
    fn terminal_control_characters_are_not_written() {
        assert_eq!(words(&Reader::new(json!("\u{1b}[2J"))).as_deref(), Ok("\"\u{fffd}[2J\""));
    }

    #[test]
    fn what_is_too_deep_is_an_error() {
        let deep = (0..100).fold(json!(1), |inner, _| json!([inner]));
        assert!(words(&Reader::new(deep)).is_err());
    }
}
