//! Replaces each value in the data of steps according to its kind.

use std::{
    collections::{HashMap, HashSet},
    net::IpAddr,
};

use serde_json::{Map, Value};

use super::{
    OwnTexts,
    addresses::{Address, is_time},
    kind::{Kind, LABELS, Side, VALUES},
    made_up::{MadeUp, shape, word},
    texts::{Phrases, Words, digits},
};

/// A number with that many digits is an id or a telephone number, whatever the name of its member.
const LONG_NUMBER: usize = 7;

/// Replaces values. In the first pass, it only learns them.
#[derive(Default)]
pub(super) struct Anonymizer {
    own_texts: OwnTexts,
    learned: bool,
    pub(super) made_up: MadeUp,
    pub(super) phrases: Phrases,
    pub(super) sentences: HashMap<String, String>,
    pub(super) taken_sentences: HashSet<String>,
}

impl Anonymizer {
    pub(super) fn new(own_texts: OwnTexts) -> Self {
        Self { own_texts, ..Self::default() }
    }

    /// Ends the first pass.
    pub(super) fn has_learned(&mut self) {
        self.learned = true;
    }

    /// Replaces the data of a step.
    pub(super) fn data(&mut self, value: &Value, side: Side) -> Value {
        self.value(value, Kind::Text, side)
    }

    fn value(&mut self, value: &Value, kind: Kind, side: Side) -> Value {
        match value {
            Value::Null | Value::Bool(_) => value.clone(),
            Value::Number(number) => match kind {
                Kind::Id | Kind::Name | Kind::Place | Kind::Shape | Kind::Coordinate => {
                    self.number(&number.to_string(), kind).unwrap_or_else(|| value.clone())
                }
                Kind::Word | Kind::Own | Kind::Text => {
                    let text = number.to_string();
                    let is_id = kind == Kind::Text && side == Side::Host && digits(&text).len() >= LONG_NUMBER;
                    let is_known = self.made_up.get(&text).is_some();
                    let made = if is_id || is_known { self.number(&text, Kind::Id) } else { None };
                    made.unwrap_or_else(|| value.clone())
                }
            },
            Value::String(text) => Value::String(self.text(text, kind, side)),
            Value::Array(items) => items.iter().map(|item| self.value(item, kind, side)).collect(),
            Value::Object(members) => Value::Object(self.members(members, side)),
        }
    }

    fn members(&mut self, members: &Map<String, Value>, side: Side) -> Map<String, Value> {
        let label = LABELS.into_iter().find(|label| members.get(*label).is_some_and(Value::is_string));
        let label = label.filter(|_| VALUES.into_iter().any(|value| members.contains_key(value)));
        let labeled = label.and_then(|label| members.get(label)?.as_str());
        let mut made = Map::new();
        for (name, member) in members {
            let kind = if Some(&**name) == label {
                Kind::Own
            } else if let Some(label) = labeled.filter(|_| VALUES.contains(&&**name)) {
                let end = label.trim_end_matches(|letter: char| !letter.is_alphanumeric());
                Kind::of_member(end, side)
            } else {
                Kind::of_member(name, side)
            };
            let member = match member {
                // These members are named by ids.
                Value::Object(threads) if name == "threads" => {
                    let thread = |(id, thread): (&String, &Value)| (self.id(id), self.value(thread, Kind::Text, side));
                    Value::Object(threads.iter().map(thread).collect())
                }
                member => self.value(member, kind, side),
            };
            let name = match Address::at(name).filter(|address| address.text() == name) {
                Some(address) => self.address(address),
                None => self.made_up.get(name).filter(|_| digits(name).len() > 3).unwrap_or(name).clone(),
            };
            made.insert(name, member);
        }
        made
    }

    fn number(&mut self, real: &str, kind: Kind) -> Option<Value> {
        let made = if kind == Kind::Coordinate { self.coordinate(real) } else { self.id(real) };
        let number = serde_json::from_str::<Value>(&made).ok()?;
        number.is_number().then_some(number)
    }

    fn text(&mut self, real: &str, kind: Kind, side: Side) -> String {
        let trimmed = real.trim();
        if trimmed.is_empty() || kind == Kind::Word && is_word(real) || is_time(trimmed) {
            return real.to_owned();
        }
        let keeps = kind == Kind::Own || side == Side::Extension && self.own_texts == OwnTexts::Kept;
        match Address::at(trimmed).filter(|address| address.text() == trimmed) {
            Some(address) => return real.replace(trimmed, &self.address(address)),
            // Only a value that is an id, a name or a place as a whole is learned.
            None if !self.learned && matches!(kind, Kind::Own | Kind::Text | Kind::Word) => return String::new(),
            None => {}
        }
        match kind {
            Kind::Id => self.id(real),
            Kind::Name => self.name(real),
            Kind::Place => {
                let made = self.made_up.value(real, |number| word(real, number));
                self.phrases.learn(real, &made, false);
                made
            }
            Kind::Shape => self.shape(real),
            Kind::Coordinate => self.coordinate(real),
            Kind::Word | Kind::Own | Kind::Text if keeps => self.inside(real, Words::Stay, 0),
            Kind::Word | Kind::Own | Kind::Text => match self.made_up.get(real) {
                Some(known) => known.clone(),
                None if matches!(real, "true" | "false" | "yes" | "no") => real.to_owned(),
                None => self.sentence(real),
            },
        }
    }

    fn id(&mut self, real: &str) -> String {
        let made = self.made_up.value(real, |number| shape(real, number));
        self.phrases.learn(real, &made, false);
        made
    }

    fn shape(&mut self, real: &str) -> String {
        if digits(real).len() > 3 && !real.contains(char::is_alphabetic) {
            return self.digits(real);
        }
        self.made_up.value(real, |number| shape(real, number))
    }

    fn name(&mut self, real: &str) -> String {
        let mut made = String::with_capacity(real.len());
        let mut is_first = true;
        for part in real.split_inclusive(|letter: char| !letter.is_alphanumeric()) {
            let end = part.trim_end_matches(|letter: char| !letter.is_alphanumeric()).len();
            let (name, between) = part.split_at(end);
            if !name.is_empty() {
                let replacement = if digits(name).is_empty() {
                    self.made_up.name(name, is_first)
                } else {
                    self.made_up.value(&name.to_lowercase(), |number| shape(name, number))
                };
                self.phrases.learn(name, &replacement, true);
                made.push_str(&replacement);
                is_first = false;
            }
            made.push_str(between);
        }
        made
    }

    /// A coordinate that is valid as latitude and as longitude.
    fn coordinate(&mut self, real: &str) -> String {
        let made = |number: u64| format!("{}.{:04}", 10 + number % 70, (number * 7_919) % 10_000);
        self.made_up.value(real, made)
    }

    pub(super) fn address(&mut self, address: Address<'_>) -> String {
        match address {
            Address::Email(email) => {
                self.made_up.value(&email.to_lowercase(), |number| format!("person{number}@example.com"))
            }
            Address::Ip(text, IpAddr::V4(_)) => self.made_up.value(text, |number| {
                // The networks that are reserved for documentation.
                let network = ["192.0.2", "198.51.100", "203.0.113"][(number / 254 % 3) as usize];
                format!("{network}.{}", number % 254 + 1)
            }),
            Address::Ip(text, IpAddr::V6(_)) => self.made_up.value(text, |number| format!("2001:db8::{number:x}")),
            Address::Url(url) => self.url(url),
        }
    }

    /// A URL of the same form: the scheme and the names of parameters stay.
    fn url(&mut self, real: &str) -> String {
        let Some((scheme, rest)) = real.split_once("://") else {
            let (scheme, rest) = real.split_once(':').unwrap_or((real, ""));
            return match (rest.split_once(','), Address::at(rest)) {
                // The URL contains the picture.
                (Some((kind, _)), _) if scheme.eq_ignore_ascii_case("data") => format!("{scheme}:{kind},"),
                (_, Some(email @ Address::Email(text))) => {
                    let rest = word(rest.get(text.len()..).unwrap_or_default(), 1);
                    format!("{scheme}:{}{rest}", self.address(email))
                }
                _ => format!("{scheme}:{}", self.shape(rest)),
            };
        };
        let (rest, fragment) = rest.split_once('#').map_or((rest, None), |(rest, fragment)| (rest, Some(fragment)));
        let (rest, query) = rest.split_once('?').map_or((rest, None), |(rest, query)| (rest, Some(query)));
        let (host, path) = rest.split_once('/').map_or((rest, None), |(host, path)| (host, Some(path)));
        let host = host.to_lowercase();
        let mut made = format!("{scheme}://{}", self.made_up.value(&host, |number| format!("site{number}.example")));
        if let Some(path) = path {
            for part in path.split('/') {
                made.push('/');
                // An encoded value must not stay decodable.
                let plain = part.replace('%', "");
                let (name, end) = match plain.rsplit_once('.') {
                    Some((name, end)) if end.len() <= 5 => (name, Some(end)),
                    _ => (&*plain, None),
                };
                if !name.is_empty() {
                    made.push_str(&self.made_up.value(name, |number| shape(name, number)));
                }
                made.extend(end.into_iter().flat_map(|end| [".", end]));
            }
        }
        if let Some(query) = query {
            let mut written = form_urlencoded::Serializer::new(String::new());
            for (name, value) in form_urlencoded::parse(query.as_bytes()) {
                let value = self.parameter(&name, &value);
                written.append_pair(&name, &value);
            }
            made.push('?');
            made.push_str(&written.finish());
        }
        if let Some(fragment) = fragment {
            made.push('#');
            made.push_str(&word(fragment, 1));
        }
        made
    }

    /// Replaces the value of a parameter. A URL in it is replaced as a whole.
    fn parameter(&mut self, name: &str, real: &str) -> String {
        if let Some(known) = self.made_up.get(real) {
            return known.clone();
        }
        match (Address::at(real).filter(|address| address.text() == real), Kind::of_member(name, Side::Host)) {
            (Some(address @ (Address::Email(_) | Address::Ip(..))), _) => self.address(address),
            (None, Kind::Word) if is_word(real) => real.to_owned(),
            (None, Kind::Name) => self.name(real),
            (None, Kind::Id) => self.id(real),
            _ => self.shape(real),
        }
    }
}

/// Whether a text can be a word of the protocol: `chats`, `pending`, `en-US`, `Europe/Warsaw`.
fn is_word(text: &str) -> bool {
    text.len() <= 40
        && digits(text).len() <= 3
        && text.split(' ').count() <= 4
        && text.chars().all(|letter| letter.is_alphanumeric() || "-_/.:' ".contains(letter))
}
