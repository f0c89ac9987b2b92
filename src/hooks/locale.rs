//! The languages that the person prefers.

use std::{cmp::Reverse, rc::Rc};

use crate::platform;

/// The language without a preference: natively, and in a browser without languages.
const ENGLISH: &str = "en";

/// The languages that the person prefers, most preferred first, as tags such as `de-AT`; at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locale {
    preferred: Rc<[String]>,
}

impl Locale {
    /// Returns the languages set in the browser; natively, `en`. For use in `main`: in a component,
    /// [`use_locale`](super::use_locale) re-renders when they change.
    ///
    /// ```
    /// use yew_livechat::prelude::*;
    ///
    /// static GERMAN: KitTexts = KitTexts { locale: "de", close: "Schließen", ..KitTexts::ENGLISH };
    ///
    /// let texts = match Locale::of_browser().pick(&["en", "de"]) {
    ///     "de" => Texts { load_again: "Neu laden", kit: Some(&GERMAN), ..Texts::default() },
    ///     _ => Texts::default(),
    /// };
    /// let extension = Extension::details().texts(texts);
    /// ```
    #[must_use]
    pub fn of_browser() -> Self {
        Self::new(platform::languages())
    }

    fn new(tags: impl IntoIterator<Item = String>) -> Self {
        let mut preferred: Vec<_> = tags.into_iter().filter(|tag| !tag.is_empty()).collect();
        if preferred.is_empty() {
            preferred.push(ENGLISH.to_owned());
        }
        Self { preferred: preferred.into() }
    }

    /// The most preferred language, such as `de-AT`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.preferred.first().map_or(ENGLISH, String::as_str)
    }

    /// The most preferred language without region and script, such as `de`.
    #[must_use]
    pub fn language(&self) -> &str {
        subtags(self.as_str()).next().unwrap_or(ENGLISH)
    }

    /// All preferred languages, most preferred first.
    pub fn preferred(&self) -> impl Iterator<Item = &str> {
        self.preferred.iter().map(String::as_str)
    }

    /// Returns the best match among the languages that the extension has: the closest variant of the first preferred
    /// language that is available. Without a match it returns the first of `available`, or `en` if that is empty.
    ///
    /// A person who prefers `de-AT`, then `en`, gets `de` from `["en", "de"]`; one who prefers `fr` gets `en`.
    ///
    /// ```
    /// use yew_livechat::prelude::*;
    ///
    /// let language = Locale::of_browser().pick(&["en", "de", "pt-BR"]);
    /// assert_eq!(language, "en", "natively");
    /// ```
    #[must_use]
    pub fn pick<'a>(&self, available: &[&'a str]) -> &'a str {
        self.preferred()
            .find_map(|preferred| nearest(preferred, available))
            .or_else(|| available.first().copied())
            .unwrap_or(ENGLISH)
    }
}

/// Of the tags in the same language, the one with the most subtags in common, then the one with the fewest others.
fn nearest<'a>(preferred: &str, available: &[&'a str]) -> Option<&'a str> {
    let common =
        |tag: &str| subtags(tag).zip(subtags(preferred)).take_while(|(a, b)| a.eq_ignore_ascii_case(b)).count();
    let same_language = available.iter().filter(|tag| common(tag) > 0);
    // `max_by_key` returns the last maximum: in reverse order, that is the first one.
    same_language.rev().max_by_key(|tag| (common(tag), Reverse(subtags(tag).count()))).copied()
}

fn subtags(tag: &str) -> impl Iterator<Item = &str> {
    tag.split(['-', '_'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(tags: &str) -> Locale {
        Locale::new(tags.split(' ').map(str::to_owned))
    }

    #[test]
    fn the_best_language_is_of_the_first_preferred_one_that_there_is() {
        for (preferred, available, wanted) in [
            ("de-AT en", &["en", "de"][..], "de"),
            ("fr", &["en", "de"], "en"),
            ("fr de", &["en", "de"], "de"),
            ("pt-BR en", &["en", "pt"], "pt"),
            ("PT-br", &["en", "pt-PT", "pt-BR"], "pt-BR"),
            ("pt", &["en", "pt-PT", "pt-BR"], "pt-PT"),
            ("en-GB", &["en-US", "en"], "en"),
            ("zh-Hant-TW", &["zh-Hans", "zh-Hant"], "zh-Hant"),
            ("zh-TW", &["zh-CN", "zh-TW"], "zh-TW"),
            ("de", &["d", "den", "de_CH"], "de_CH"),
            ("de", &[], "en"),
        ] {
            assert_eq!(locale(preferred).pick(available), wanted, "{preferred} of {available:?}");
        }
    }

    #[test]
    fn a_language_is_known_without_its_region() {
        assert_eq!((locale("de-AT en").as_str(), locale("de-AT en").language()), ("de-AT", "de"));
        assert_eq!(locale("de-AT en").preferred().collect::<Vec<_>>(), ["de-AT", "en"]);
        assert_eq!(Locale::new([]), locale("en"));
        assert_eq!(locale(""), locale("en"));
    }

    #[test]
    fn natively_it_is_english() {
        assert_eq!(Locale::of_browser().as_str(), "en");
    }
}
