//! Replaces the personal data inside a text.

use std::collections::HashMap;

use super::{
    addresses::{Address, date_length},
    made_up::{in_case_of, shape, word},
    values::Anonymizer,
};

/// A number with fewer digits is not an id.
const DIGITS: usize = 4;
/// The number of digits of a telephone number.
const PHONE: usize = 7;
/// Longer texts may share a made-up text.
const SHORT: usize = 256;

/// Whether unknown words of a text are replaced.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Words {
    Stay,
    Replaced,
}

/// The phrases that the texts of a scenario may mention, by their first word in lower case.
#[derive(Default)]
pub(super) struct Phrases(HashMap<String, Vec<Phrase>>);

struct Phrase {
    real: String,
    made: String,
    /// Whether it is one word of a name, which is recognized in any case.
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
            // The longest phrase first.
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.real.len()));
        }
    }

    /// The length of the phrase at the beginning of the text, and its replacement.
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
    /// Replaces all words of a text.
    pub(super) fn sentence(&mut self, real: &str) -> String {
        if real.len() > SHORT {
            return self.inside(real, Words::Replaced, 0);
        }
        if let Some(known) = self.sentences.get(real) {
            return known.clone();
        }
        let mut made = String::new();
        // Two texts with words of the same shape must not become equal.
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

    /// Replaces the personal data in a text.
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
                    // Only number and position decide: the made-up words reveal nothing about the real ones.
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

    /// The personal data at the beginning of the text: their length, and their replacement.
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
        // A short number is an amount, and identifies nobody.
        let is_amount = count > 0 && count == run.len() && words == Words::Replaced;
        is_amount.then(|| (run.len(), run.to_owned()))
    }

    /// Replaces the digits, in the same arrangement. The same digits get the same replacement in every arrangement.
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

/// The possible telephone number at the beginning of a text.
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
