//! A field for a whole number.

use yew::prelude::*;
use yew_livechat_components::TextField;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct NumberFieldProps {
    pub(crate) label: &'static str,
    pub(crate) hint: &'static str,
    pub(crate) value: Option<u32>,
    /// Whether the field may be empty.
    pub(crate) can_be_empty: bool,
    pub(crate) onchange: Callback<Option<u32>>,
}

/// A field for a whole number. Invalid text stays in the field and does not change the value.
#[component]
pub(crate) fn NumberField(props: &NumberFieldProps) -> Html {
    let NumberFieldProps { label, hint, value, can_be_empty, onchange } = props;
    let can_be_empty = *can_be_empty;
    let text = use_state(|| shown(*value));
    use_effect_with(*value, {
        let text = text.clone();
        move |value| {
            // The text already represents the value.
            if number(&text, can_be_empty) != Ok(*value) {
                text.set(shown(*value));
            }
        }
    });
    let error = number(&text, can_be_empty).err();
    let oninput = {
        let (text, onchange) = (text.clone(), onchange.clone());
        move |typed: String| {
            if let Ok(value) = number(&typed, can_be_empty) {
                onchange.emit(value);
            }
            text.set(typed);
        }
    };
    html! {
        <TextField
            label={*label}
            hint={*hint}
            value={(*text).clone()}
            {oninput}
            error={error.map(AttrValue::Static)}
        />
    }
}

fn shown(value: Option<u32>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn number(text: &str, can_be_empty: bool) -> Result<Option<u32>, &'static str> {
    match text.trim() {
        "" if can_be_empty => Ok(None),
        text => text.parse().map(Some).map_err(|_| "Enter a whole number."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_a_whole_number_or_empty_where_that_is_allowed() {
        assert_eq!(number(" 500 ", false), Ok(Some(500)));
        assert_eq!(number("", true), Ok(None));
        for text in ["", "-1", "1.5", "a", "4294967296"] {
            assert!(number(text, false).is_err(), "{text}");
        }
    }
}
