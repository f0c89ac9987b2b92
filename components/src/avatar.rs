//! An avatar for a customer without a picture.

use yew::prelude::*;

/// The number of `lc-avatar-<n>` classes in the style sheet.
const COLORS: u32 = 8;

/// The properties of [`Avatar`].
#[derive(Clone, PartialEq, Properties)]
pub struct AvatarProps {
    /// The id of the person: the same id always has the same color.
    pub id: AttrValue,
    /// The name that the initials come from.
    pub name: AttrValue,
    /// Whether it is large, for the head of a profile.
    #[prop_or_default]
    pub large: bool,
}

/// Initials on a colored disc. Decorative: assistive technology skips it, because the name is next to it.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::Avatar;
///
/// #[component]
/// fn Row() -> Html {
///     html! { <p><Avatar id="C1" name="Mary Brown" />{ "Mary Brown" }</p> }
/// }
/// ```
#[component]
pub fn Avatar(props: &AvatarProps) -> Html {
    let color = format!("lc-avatar-{}", color(&props.id));
    html! {
        <span class={classes!("lc-avatar", color, props.large.then_some("lc-avatar-large"))} aria-hidden="true">
            { initials(&props.name) }
        </span>
    }
}

/// FNV-1a: the same in every build, unlike the standard library's hashers.
fn color(id: &str) -> u32 {
    let hash = id.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash % COLORS
}

/// The first letters of the first and last word. A single letter in scripts without case, which join letters or fill
/// a square with each; a question mark if there are no letters.
fn initials(name: &str) -> String {
    let has_case = |letter: &char| letter.is_uppercase() || letter.is_lowercase() || letter.is_numeric();
    // An email address is not a name with two words.
    let name = name.split_once('@').map_or(name, |(local, _)| local);
    let mut letters = name.split_whitespace().filter_map(|word| word.chars().find(|letter| letter.is_alphanumeric()));
    let Some(first) = letters.next() else { return "?".to_owned() };
    let last = letters.next_back().filter(|last| has_case(&first) && has_case(last));
    first.to_uppercase().chain(last.into_iter().flat_map(char::to_uppercase)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_of_many_kinds_of_names() {
        let table = [
            ("Mary Brown", "MB"),
            ("  mary  van der brown ", "MB"),
            ("Cher", "C"),
            ("mary.brown@example.com", "M"),
            ("🦊 Robin 🌈", "R"),
            ("\u{644}\u{64a}\u{644}\u{649} حداد", "\u{644}"),
            ("🎈🎈", "?"),
            ("", "?"),
            ("ßen Ö", "SSÖ"),
        ];
        for (name, expected) in table {
            assert_eq!(initials(name), expected, "{name:?}");
        }
    }

    #[test]
    fn an_id_keeps_its_color() {
        assert_eq!(color("C1"), color("C1"));
        assert!((0..100).all(|id| color(&id.to_string()) < COLORS));
    }
}
