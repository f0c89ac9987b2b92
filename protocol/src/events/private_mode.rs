//! The threads that are in private mode.

use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::Value;

use super::change::{Change, replace};
use crate::wire::{Decode, DecodeError, Payload, Reader, deserialize_by_decode, limits, words};

/// Which threads are in private mode. Each event adds to the earlier ones.
///
/// From `@livechat/agent-app-sdk` 1.6.0-beta.0. UNVERIFIED (private-mode-sent, private-mode-values): whether current
/// hosts send it, and the values: they have no public source, and are stored as JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrivateMode {
    /// The ids of threads, with the host's value for each, as JSON text.
    threads: Vec<(String, String)>,
}

impl PrivateMode {
    /// The host's value for the thread with this id; `None` until the host sends one.
    #[must_use]
    pub fn get(&self, thread: &str) -> Option<Value> {
        self.iter().find(|(id, _)| *id == thread).map(|(_, value)| value)
    }

    /// The ids of the threads, with the host's values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Value)> {
        self.threads.iter().map(|(id, value)| (id.as_str(), serde_json::from_str(value).unwrap_or_default()))
    }
}

impl Decode for PrivateMode {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let threads = from.member("threads")?.lenient_members(|id, value| Ok((id.to_owned(), short(value)?)))?;
        Ok(Self { threads })
    }
}

/// A value as JSON text of at most [`limits::THREAD`] bytes.
fn short<P: Payload>(value: &Reader<'_, P>) -> Result<String, DecodeError> {
    let text = words(value)?;
    if text.len() > limits::THREAD { Err(value.error("less data about a thread")) } else { Ok(text) }
}

impl Change for PrivateMode {
    type Part = Self;

    fn change(self, known: &mut Self) -> bool {
        let mut changed = false;
        for (id, value) in self.threads {
            match known.threads.iter_mut().find(|(known, _)| *known == id) {
                Some((_, known)) => changed |= replace(known, value),
                None => {
                    known.threads.push((id, value));
                    changed = true;
                }
            }
        }
        while known.threads.len() > limits::THREADS {
            known.threads.remove(0);
        }
        changed
    }
}

impl Serialize for PrivateMode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let threads: serde_json::Map<_, _> = self.iter().map(|(id, value)| (id.to_owned(), value)).collect();
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry("threads", &threads)?;
        map.end()
    }
}

deserialize_by_decode!(PrivateMode);
