//! Typing letters to reach an option.

/// How long after a letter the next one still belongs to the same word, in milliseconds.
const PAUSE: f64 = 1_000.0;

/// The letters typed so far.
#[derive(Default)]
pub(crate) struct TypeAhead {
    word: String,
    /// When the last letter was typed, in milliseconds.
    last: f64,
}

impl TypeAhead {
    /// Whether a space typed now belongs to the word, because a title continues that way.
    pub(crate) fn takes_space(&self, now: f64, titles: &[Option<&str>]) -> bool {
        let word = format!("{} ", self.word);
        self.goes_on(now) && titles.iter().flatten().any(|title| title.to_lowercase().starts_with(&word))
    }

    /// Whether a letter typed now belongs to the word.
    fn goes_on(&self, now: f64) -> bool {
        !self.word.is_empty() && now - self.last < PAUSE
    }

    /// Adds a letter and returns the option that the word leads to from the active one. Titles that are `None` are
    /// skipped.
    pub(crate) fn find(
        &mut self,
        letter: &str,
        now: f64,
        titles: &[Option<&str>],
        active: Option<usize>,
    ) -> Option<usize> {
        if !self.goes_on(now) {
            self.word.clear();
        }
        self.word.push_str(&letter.to_lowercase());
        self.last = now;
        let mut letters = self.word.chars();
        let first = letters.next()?;
        // Repeating one letter cycles through the options that begin with it.
        let is_one_letter = letters.all(|letter| letter == first);
        let start = active.map_or(0, |active| if is_one_letter { active + 1 } else { active });
        let begins = |title: &str| {
            let title = title.to_lowercase();
            if is_one_letter { title.starts_with(first) } else { title.starts_with(&self.word) }
        };
        (0..titles.len()).map(|step| (start + step) % titles.len()).find(|index| titles[*index].is_some_and(&begins))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TITLES: [Option<&str>; 6] =
        [Some("Refund"), Some("Return label"), None, Some("ÜBERSICHT"), Some("Returns"), Some("Two words")];

    fn type_in(typed: &mut TypeAhead, letters: &str, now: f64, active: Option<usize>) -> Option<usize> {
        let mut active = active;
        for letter in letters.chars() {
            active = typed.find(&letter.to_string(), now, &TITLES, active).or(active);
        }
        active
    }

    #[test]
    fn a_word_leads_to_the_option_that_begins_with_it() {
        for (letters, active, wanted) in [
            ("ret", Some(0), Some(1)),
            ("returns", Some(0), Some(4)),
            ("ü", Some(0), Some(3)),
            ("TWO W", Some(0), Some(5)),
            ("r", None, Some(0)),
            ("r", Some(4), Some(0)),
            ("x", Some(4), Some(4)),
        ] {
            assert_eq!(
                type_in(&mut TypeAhead::default(), letters, 5_000.0, active),
                wanted,
                "{letters} from {active:?}"
            );
        }
    }

    #[test]
    fn one_letter_again_goes_to_the_next_option() {
        let mut typed = TypeAhead::default();
        let mut active = None;
        for wanted in [0, 1, 4, 0] {
            active = type_in(&mut typed, "r", 5_000.0, active);
            assert_eq!(active, Some(wanted));
        }
    }

    #[test]
    fn after_a_pause_a_word_begins_again() {
        let mut typed = TypeAhead::default();
        assert_eq!(type_in(&mut typed, "ret", 5_000.0, Some(0)), Some(1));
        assert_eq!(type_in(&mut typed, "t", 5_000.0 + PAUSE, Some(1)), Some(5));
        assert_eq!(TypeAhead::default().find("t", 0.0, &[], None), None);
    }

    #[test]
    fn a_space_belongs_to_a_word_only_if_a_title_goes_on_so() {
        let mut typed = TypeAhead::default();
        assert!(!typed.takes_space(0.0, &TITLES), "nothing was typed");
        assert_eq!(type_in(&mut typed, "two", 5_000.0, None), Some(5));
        assert!(typed.takes_space(5_000.0 + PAUSE - 1.0, &TITLES));
        assert!(!typed.takes_space(5_000.0 + PAUSE, &TITLES), "the pause was too long");
        assert!(!typed.takes_space(5_000.0, &TITLES[..5]), "no title has a space there");
    }
}
