//! Made-up values, each for one real value.

use std::collections::{HashMap, HashSet};

const GIVEN: [&str; 16] = [
    "Ada", "Ben", "Cleo", "Dana", "Elif", "Femi", "Grace", "Henry", "Ingrid", "Jonas", "Keiko", "Lionel", "Marisol",
    "Nikolas", "Ottoline", "Penelope",
];
const FAMILY: [&str; 16] = [
    "Abe",
    "Bell",
    "Cruz",
    "Dunn",
    "Evans",
    "Flint",
    "Grant",
    "Harlow",
    "Ibsen",
    "Jensen",
    "Keller",
    "Lindgren",
    "Marlowe",
    "Novakova",
    "Okonkwo",
    "Pemberton",
];

/// Letters of other scripts, which Latin letters would not represent.
const SCRIPTS: [(std::ops::RangeInclusive<char>, &str); 7] = [
    ('\u{0370}'..='\u{03FF}', "αβγδελμνοπρστ"),
    ('\u{0400}'..='\u{04FF}', "абвгдеклмнопрст"),
    ('\u{0590}'..='\u{05FF}', "אבגדהולמנרשת"),
    ('\u{0600}'..='\u{06FF}', "ابتدرسكلمنوي"),
    ('\u{3040}'..='\u{30FF}', "あいうえおかきくけこ"),
    ('\u{4E00}'..='\u{9FFF}', "天地山川木水火土日月"),
    ('\u{AC00}'..='\u{D7AF}', "가나다라마바사아자차"),
];

/// The maximum number of attempts to find a made-up value that is not taken.
const TRIES: u64 = 64;

/// Made-up values, each for one real value.
#[derive(Default)]
pub(super) struct MadeUp {
    /// The made-up values by their real values.
    values: HashMap<String, String>,
    taken: HashSet<String>,
    count: u64,
    names: usize,
    families: usize,
}

impl MadeUp {
    /// Returns the made-up value, if there is one.
    pub(super) fn get(&self, real: &str) -> Option<&String> {
        self.values.get(real)
    }

    /// Returns the made-up value. `make` creates it from a number the first time. Two real values never share one.
    pub(super) fn value(&mut self, real: &str, make: impl Fn(u64) -> String) -> String {
        if let Some(known) = self.values.get(real) {
            return known.clone();
        }
        let mut made = String::new();
        for _ in 0..TRIES {
            self.count += 1;
            made = make(self.count);
            if made != real && !self.taken.contains(&made) {
                break;
            }
        }
        self.taken.insert(made.clone());
        self.values.insert(real.to_owned(), made.clone());
        made
    }

    /// A replacement for one word of a person's name, of about the same length and with the same capitalization.
    pub(super) fn name(&mut self, real: &str, is_first: bool) -> String {
        let key = real.to_lowercase();
        let made = match self.values.get(&key) {
            Some(known) => known.clone(),
            None => {
                let (list, used) = if is_first { (&GIVEN, &mut self.names) } else { (&FAMILY, &mut self.families) };
                let listed = list.get(*used).filter(|_| real.is_ascii() && real.len() <= 24);
                match listed.filter(|name| !name.eq_ignore_ascii_case(real)) {
                    Some(name) => {
                        *used += 1;
                        let name = (*name).to_owned();
                        self.values.insert(key, name.clone());
                        name
                    }
                    None => self.value(&key, |number| capitalized(&word(real, number))),
                }
            }
        };
        in_case_of(real, made)
    }
}

/// A text of the same shape: a digit for a digit, a letter for a letter, in its case and script.
pub(super) fn shape(real: &str, number: u64) -> String {
    let hex = real.len() >= 8 && real.chars().all(|letter| letter.is_ascii_hexdigit() || !letter.is_alphanumeric());
    let letters = if hex { 6 } else { 26 };
    let mut after_digit = false;
    let made = real.chars().enumerate().map(|(at, letter)| {
        let random = mixed(number, at);
        let made = match letter {
            // A number keeps its number of digits in JavaScript, too: it must not begin with 0.
            '0'..='9' if !after_digit && letter != '0' => {
                nth(b"12345678", random % if real.len() > 15 { 1 } else { 8 })
            }
            '0'..='9' => nth(b"0123456789", random),
            'a'..='z' => nth(b"abcdefghijklmnopqrstuvwxyz", random % letters),
            'A'..='Z' => nth(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", random % letters),
            other => of_script(other, random),
        };
        after_digit = letter.is_ascii_digit();
        made
    });
    made.collect()
}

/// A pronounceable word of the same length and case. Digits become other digits.
pub(super) fn word(real: &str, number: u64) -> String {
    let vowel_first = mixed(number, usize::MAX).is_multiple_of(2);
    let made = real.chars().enumerate().map(|(at, letter)| {
        let random = mixed(number, at);
        let small = if (at % 2 == 0) == vowel_first { nth(b"aeiou", random) } else { nth(b"bdfklmnprstv", random) };
        match letter {
            'a'..='z' => small,
            'A'..='Z' => small.to_ascii_uppercase(),
            '0'..='9' => nth(b"0123456789", random),
            other => of_script(other, random),
        }
    });
    made.collect()
}

fn of_script(letter: char, random: u64) -> char {
    if !letter.is_alphanumeric() {
        return letter;
    }
    let script = SCRIPTS.iter().find(|(letters, _)| letters.contains(&letter)).map(|(_, made)| *made);
    let letters = script.unwrap_or("aeiourstln");
    let count = letters.chars().count() as u64;
    let made = letters.chars().nth((random % count) as usize).unwrap_or('x');
    if letter.is_uppercase() { made.to_uppercase().next().unwrap_or(made) } else { made }
}

fn nth(letters: &[u8], random: u64) -> char {
    let at = (random % letters.len().max(1) as u64) as usize;
    letters.get(at).map_or('x', |letter| char::from(*letter))
}

/// A number that looks random: splitmix64.
fn mixed(number: u64, at: usize) -> u64 {
    let mut mixed = (number << 20).wrapping_add(at as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The made-up word in the case of the real one.
pub(super) fn in_case_of(real: &str, made: String) -> String {
    let has = |is: fn(char) -> bool| real.chars().any(is);
    match (has(char::is_lowercase), has(char::is_uppercase)) {
        (true, false) => made.to_lowercase(),
        (false, true) if real.chars().count() > 1 => made.to_uppercase(),
        _ => made,
    }
}
