//! Replaces what is personal inside of a text.

use std::collections::HashMap;

use super::{
    addresses::{Address, date_length},
    made_up::{in_case_of, shape, word},
    values::Anonymizer,
};

/// A number of fewer digits is no id.
const DIGITS: usize = 4;
/// A telephone number has that many digits.
const PHONE: usize = 7;
/// A longer text may have the same made-up text as another.
const SHORT: usize = 256;

/// What becomes of the words of a text that are not known.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Words {
    Stay,
    Replaced,
}

/// What the texts of a scenario may mention, by the first word of it in lower case.
#[derive(Default)]
pub(super) struct Phrases(HashMap<String, Vec<Phrase>>);

struct Phrase {
    real: String,
    made: String,
    /// Whether it is one word of a name, which is written in whatever case.
    is_name: bool,
}

impl Phrases {
    pub(super) fn learn(&mut self, real: &str, made: &str, is_name: bool) {
        let real = real.trim_matches(|letter: char| !letter.is_alphanumeric());
        let first = first_word(real);
        let least = if is_name { 2 } else { 3 };
        if first.is_empty() || real.chars().count() < least {
            return;
        }
        let phrases = self.0.entry(first.to_lowercase()).or_default();
        if phrases.iter().all(|known| known.real != real) {
            phrases.push(Phrase { real: real.to_owned(), made: made.to_owned(), is_name });
            // The longest first.
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.real.len()));
        }
    }

    /// The length of the phrase that the text begins with, and what replaces it.
    fn at(&self, text: &str) -> Option<(usize, String)> {
        let first = first_word(text);
        let phrase = self.0.get(&first.to_lowercase())?.iter().find(|phrase| {
            let length = phrase.real.len();
            phrase.is_name && phrase.real.to_lowercase() == first.to_lowercase()
                || text.get(..length).is_some_and(|begin| begin.eq_ignore_ascii_case(&phrase.real))
                    && text.get(length..).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })?;
        Some(if phrase.is_name {
            (first.len(), in_case_of(first, phrase.made.clone()))
        } else {
            (phrase.real.len(), phrase.made.clone())
        })
    }
}

fn first_word(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

impl Anonymizer {
    /// A text with all its words replaced.
    pub(super) fn sentence(&mut self, real: &str) -> String {
        if real.len() > SHORT {
            return self.inside(real, Words::Replaced, 0);
        }
        if let Some(known) = self.sentences.get(real) {
            return known.clone();
        }
        let mut made = String::new();
        // Two texts of like words do not become the same one.
        for number in 0..16 {
            made = self.inside(real, Words::Replaced, number);
            if !self.taken_sentences.contains(&made) {
                break;
            }
        }
        self.taken_sentences.insert(made.clone());
        self.sentences.insert(real.to_owned(), made.clone());
        made
    }

    /// A text with what is personal replaced.
    pub(super) fn inside(&mut self, real: &str, words: Words, number: u64) -> String {
        let mut made = String::with_capacity(real.len());
        let mut position = 0_u64;
        let mut rest = real;
        let mut in_word = false;
        while let Some(letter) = rest.chars().next() {
            let found = if in_word { None } else { self.begins_with(rest, words) };
            let length = match found {
                Some((length, replacement)) => {
                    made.push_str(&replacement);
                    length
                }
                None if letter.is_alphanumeric() => {
                    let run = first_word(rest);
                    // Number and position alone decide: the made-up words tell nothing about the real ones.
                    position += 1;
                    match words {
                        Words::Stay => made.push_str(run),
                        Words::Replaced => made.push_str(&word(run, (number << 12).wrapping_add(position))),
                    }
                    run.len()
                }
                None => {
                    made.push(letter);
                    letter.len_utf8()
                }
            };
            let (done, left) = rest.split_at_checked(length.max(1)).unwrap_or((rest, ""));
            in_word = done.ends_with(char::is_alphanumeric);
            rest = left;
        }
        made
    }

    /// Something personal that the text begins with: its length, and what replaces it.
    fn begins_with(&mut self, text: &str, words: Words) -> Option<(usize, String)> {
        if let Some(address) = Address::at(text) {
            return Some((address.text().len(), self.address(address)));
        }
        if let Some(known) = self.phrases.at(text) {
            return Some(known);
        }
        if let Some(date) = date_length(text) {
            return Some((date, text.get(..date).unwrap_or_default().to_owned()));
        }
        let phone = phone(text);
        if digits(phone).len() >= PHONE {
            return Some((phone.len(), self.digits(phone)));
        }
        let run = first_word(text);
        let count = digits(run).len();
        if count >= DIGITS {
            let made = if count == run.len() {
                self.digits(run)
            } else {
                self.made_up.value(run, |number| shape(run, number))
            };
            return Some((run.len(), made));
        }
        // A short number is an amount, and tells nobody apart.
        let is_amount = count > 0 && count == run.len() && words == Words::Replaced;
        is_amount.then(|| (run.len(), run.to_owned()))
    }

    /// Other digits in the same arrangement. The same digits become the same ones in every arrangement.
    pub(super) fn digits(&mut self, real: &str) -> String {
        let plain = digits(real);
        let made = self.made_up.value(&plain, |number| shape(&plain, number));
        let mut made = made.chars();
        real.chars().map(|letter| if letter.is_ascii_digit() { made.next().unwrap_or('0') } else { letter }).collect()
    }
}

pub(super) fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// What may be a telephone number at the beginning of a text.
fn phone(text: &str) -> &str {
    if !text.starts_with(|letter: char| letter.is_ascii_digit() || "+(".contains(letter)) {
        return "";
    }
    let mut since_digit = 0;
    let end = text.bytes().take(32).position(|byte| {
        since_digit = if byte.is_ascii_digit() { 0 } else { since_digit + 1 };
        since_digit > 2 || !(byte.is_ascii_digit() || b"+()-./ ".contains(&byte))
    });
    let run = text.get(..end.unwrap_or(text.len().min(32))).unwrap_or_default();
    run.trim_end_matches(|letter: char| !letter.is_ascii_digit())
}
