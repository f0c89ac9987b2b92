//! Decoding host values: bounded, without panics, with errors that name the field.

use std::cell::OnceCell;

use super::{error::DecodeError, path::Path, shared::Shared, slot::Slot};
use crate::wire::{
    limits,
    payload::{Kind, Payload},
    whole::whole,
};

/// A type that can be decoded from a host value.
///
/// Implement it, together with [`Event`](crate::Event), for a custom event:
///
/// ```
/// use livechat_protocol::{Decode, DecodeError, Payload, Reader};
///
/// struct Ticket {
///     id: String,
///     subject: Option<String>,
/// }
///
/// impl Decode for Ticket {
///     fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
///         Ok(Self { id: from.required("id")?, subject: from.optional("subject")? })
///     }
/// }
///
/// let ticket = livechat_protocol::decode::<Ticket, _>(&serde_json::json!({ "id": "T1" }))?;
/// assert_eq!((ticket.id.as_str(), ticket.subject), ("T1", None));
/// # Ok::<(), DecodeError>(())
/// ```
pub trait Decode: Sized {
    /// Decodes the value.
    ///
    /// # Errors
    /// If a required field is missing or invalid.
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError>;
}

/// Decodes a host value.
///
/// # Errors
/// See [`Decode::decode`].
pub fn decode<T: Decode, P: Payload>(value: &P) -> Result<T, DecodeError> {
    decode_noting(value).0
}

/// Decodes a host value, and also returns the skipped fields: those that a [`lenient`](Reader::lenient) read left out
/// because they could not be read. At most [`limits::SKIPPED_FIELDS`] are noted.
///
/// ```
/// use livechat_protocol::{CustomerProfile, decode_noting};
///
/// let data = serde_json::json!({ "id": "C1", "name": ["Mary"], "email": "mary@example.com" });
/// let (profile, skipped) = decode_noting::<CustomerProfile, _>(&data);
/// assert_eq!(profile?.email.as_deref(), Some("mary@example.com"));
/// assert_eq!(skipped[0].to_string(), "name is a list, expected text");
/// # Ok::<(), livechat_protocol::DecodeError>(())
/// ```
pub fn decode_noting<T: Decode, P: Payload>(value: &P) -> (Result<T, DecodeError>, Vec<DecodeError>) {
    let reader = Reader::new(value.clone());
    let read = T::decode(&reader);
    (read, reader.shared.get().take_skipped())
}

type Each<'a, P> = dyn FnMut(&Reader<'_, P>) -> Result<(), DecodeError> + 'a;
type EachNamed<'a, P> = dyn FnMut(&str, &Reader<'_, P>) -> Result<(), DecodeError> + 'a;

/// A host value, together with the path to it and the remaining limits.
///
/// However a type decodes itself, at most [`limits::DEPTH`] levels and [`limits::VALUES`] values are read, and at
/// most [`limits::TEXTS`] of text are copied: cyclic and shared parts end in an error.
pub struct Reader<'a, P> {
    value: P,
    /// Determined at most once, and only when it matters: in a browser that takes up to eight calls out of wasm.
    kind: OnceCell<Kind>,
    path: Path<'a>,
    depth: usize,
    shared: Shared<'a>,
}

impl<P: Payload> Reader<'_, P> {
    /// Creates a reader for a value.
    #[must_use]
    pub fn new(value: P) -> Self {
        let shared = Shared::whole();
        // The value itself counts.
        shared.get().take_value();
        Self { value, kind: OnceCell::new(), path: Path::Root, depth: 0, shared }
    }

    /// The value.
    #[must_use]
    pub fn value(&self) -> &P {
        &self.value
    }

    /// The kind of the value.
    #[must_use]
    pub fn kind(&self) -> Kind {
        *self.kind.get_or_init(|| self.value.kind())
    }

    /// Creates an error at this place.
    #[must_use]
    pub fn error(&self, expected: &'static str) -> DecodeError {
        DecodeError::new(self.path.shortened(), expected, self.kind().described())
    }

    /// Decodes a member that identifies the value: natural text that is not empty.
    ///
    /// # Errors
    /// If it is missing, empty, or has no natural text.
    pub fn identity(&self, name: &str) -> Result<String, DecodeError> {
        let member = self.member(name)?;
        member
            .natural_text()
            .and_then(|id| if id.is_empty() { Err(member.error("text that is not empty")) } else { Ok(id) })
    }

    /// Decodes a required member.
    ///
    /// # Errors
    /// If it is missing or `null`, or not a `T`.
    pub fn required<T: Decode>(&self, name: &str) -> Result<T, DecodeError> {
        T::decode(&self.member(name)?)
    }

    /// Decodes an optional member; `null` and `undefined` count as left out.
    ///
    /// # Errors
    /// If it is present but not a `T`.
    pub fn optional<T: Decode>(&self, name: &str) -> Result<Option<T>, DecodeError> {
        let member = self.member(name)?;
        match member.kind() {
            Kind::Nothing => Ok(None),
            _ => T::decode(&member).map(Some),
        }
    }

    /// Decodes an optional member, which is also left out if it is not a `T`: the error is noted, and affects only
    /// this member. `null` and `undefined` count as left out.
    #[must_use]
    pub fn lenient<T: Decode>(&self, name: &str) -> Option<T> {
        self.present(name).and_then(|member| member.noted(T::decode(&member)))
    }

    /// Decodes this value as an optional one, as [`lenient`](Self::lenient) does for a member.
    #[must_use]
    pub fn lenient_value<T: Decode>(&self) -> Option<T> {
        if self.kind() == Kind::Nothing { None } else { self.noted(T::decode(self)) }
    }

    /// Decodes optional members into their fields, each like [`lenient`](Self::lenient): less code for a type with
    /// many fields.
    ///
    /// # Errors
    /// If this is not an object.
    pub(crate) fn fill(&self, slots: &mut [(&str, &mut dyn Slot<P>)]) -> Result<(), DecodeError> {
        for (index, (name, slot)) in slots.iter_mut().enumerate() {
            match self.member(name) {
                Ok(member) if member.kind() == Kind::Nothing => {}
                Ok(member) => slot.fill(&member),
                // The value itself is wrong, which its first member shows.
                Err(error) if index == 0 => return Err(error),
                Err(error) => self.shared.get().note(error),
            }
        }
        Ok(())
    }

    /// A member, unless it is missing or this has no members.
    fn present<'b>(&'b self, name: &'b str) -> Option<Reader<'b, P>> {
        self.noted(self.member(name)).filter(|member| member.kind() != Kind::Nothing)
    }

    /// Notes an error, which then affects only the field that it names.
    pub(super) fn noted<T>(&self, read: Result<T, DecodeError>) -> Option<T> {
        read.map_err(|error| self.shared.get().note(error)).ok()
    }

    /// A member as it is; `null` if there is none.
    ///
    /// # Errors
    /// If this is not an object and has no such member: a JavaScript list may have some.
    pub fn member<'b>(&'b self, name: &'b str) -> Result<Reader<'b, P>, DecodeError> {
        let value = self.value.member(name);
        if value.is_none() && self.kind() != Kind::Object {
            return Err(self.error("an object"));
        }
        self.within(value.unwrap_or_else(P::null), Path::Member(&self.path, name))
    }

    /// A member of any value: a JavaScript error has members, but is not a plain object.
    pub(crate) fn member_of_any<'b>(&'b self, name: &'b str) -> Result<Reader<'b, P>, DecodeError> {
        self.within(self.value.member(name).unwrap_or_else(P::null), Path::Member(&self.path, name))
    }

    /// Descends one level.
    fn within<'b>(&'b self, value: P, path: Path<'b>) -> Result<Reader<'b, P>, DecodeError> {
        let whole = self.shared.get();
        let reader = Reader { value, kind: OnceCell::new(), path, depth: self.depth + 1, shared: Shared::Above(whole) };
        if reader.depth > limits::DEPTH {
            return Err(reader.error("less deeply nested data"));
        }
        if !whole.take_value() {
            return Err(reader.error("fewer values"));
        }
        Ok(reader)
    }

    /// Decodes this value as a boolean.
    ///
    /// # Errors
    /// If it is something else.
    pub fn bool(&self) -> Result<bool, DecodeError> {
        self.value.as_bool().ok_or_else(|| self.error("a boolean"))
    }

    /// Decodes this value as a finite number.
    ///
    /// # Errors
    /// If it is something else, `NaN` or infinite.
    pub fn number(&self) -> Result<f64, DecodeError> {
        self.value.as_number().filter(|number| number.is_finite()).ok_or_else(|| self.error("a finite number"))
    }

    /// Decodes this value, a finite number, as decimal text.
    ///
    /// # Errors
    /// If it is something else, `NaN`, infinite, or a whole number beyond ±(2^53 − 1): JavaScript may have rounded it
    /// before it was sent.
    pub fn number_as_text(&self) -> Result<String, DecodeError> {
        let number = self.number()?;
        if number.fract() == 0.0 && whole(number).is_none() {
            return Err(self.error("a whole number within 2^53"));
        }
        self.value.number_as_text().ok_or_else(|| self.error("a finite number"))
    }

    /// Decodes this value as a whole number that JavaScript represents exactly, up to ±(2^53 − 1).
    ///
    /// # Errors
    /// If it is something else.
    pub fn integer(&self) -> Result<i64, DecodeError> {
        self.value.as_number().and_then(whole).ok_or_else(|| self.error("a whole number within 2^53"))
    }

    /// Decodes this value as text of at most [`limits::TEXT`]; the length is checked before it is copied.
    ///
    /// # Errors
    /// If it is something else, too long, or too much together with the texts before it.
    pub fn text(&self) -> Result<String, DecodeError> {
        match self.value.text_length() {
            None => Err(self.error("text")),
            Some(length) if length > limits::TEXT => Err(self.error("text of at most 2^20 characters")),
            Some(length) if !self.shared.get().take_text(length) => Err(self.error("less text in total")),
            Some(_) => self.value.as_text().ok_or_else(|| self.error("text")),
        }
    }

    /// Decodes this value as text, or a number or boolean as its natural text: `7` as `"7"`, `true` as `"true"`.
    ///
    /// # Errors
    /// If it is something else, or one of the errors of [`text`](Self::text) and
    /// [`number_as_text`](Self::number_as_text).
    pub fn natural_text(&self) -> Result<String, DecodeError> {
        // Text is checked first because hosts nearly always send it, and every check takes time.
        if self.value.text_length().is_some() {
            self.text()
        } else if let Some(value) = self.value.as_bool() {
            Ok(if value { "true" } else { "false" }.to_owned())
        } else if self.value.as_number().is_some() {
            self.number_as_text()
        } else {
            Err(self.error("text"))
        }
    }

    /// Decodes each item of a list of at most [`limits::ITEMS`], and skips unreadable items.
    ///
    /// # Errors
    /// If this is not a list, or too long.
    pub fn lenient_items<T>(
        &self,
        mut read: impl FnMut(&Reader<'_, P>) -> Result<T, DecodeError>,
    ) -> Result<Vec<T>, DecodeError> {
        let mut items = Vec::new();
        self.each_item(&mut |item| {
            items.extend(item.noted(read(item)));
            Ok(())
        })?;
        Ok(items)
    }

    /// Decodes each member of an object like [`members`](Self::members), and skips those that are unreadable or whose
    /// name is too long.
    ///
    /// # Errors
    /// If this is not an object, or has too many members.
    pub fn lenient_members<T>(
        &self,
        mut read: impl FnMut(&str, &Reader<'_, P>) -> Result<T, DecodeError>,
    ) -> Result<Vec<T>, DecodeError> {
        let mut members = Vec::new();
        let mut read_one = |name: &str, member: &Reader<'_, P>| {
            members.extend(member.noted(read(name, member)));
            Ok(())
        };
        self.each_member(&mut read_one, |object, error| {
            object.shared.get().note(error);
            Ok(())
        })?;
        Ok(members)
    }

    /// Decodes each item of a list of at most [`limits::ITEMS`].
    ///
    /// # Errors
    /// If this is not a list, too long, or an item cannot be read.
    pub fn items<T>(
        &self,
        mut read: impl FnMut(&Reader<'_, P>) -> Result<T, DecodeError>,
    ) -> Result<Vec<T>, DecodeError> {
        let mut items = Vec::new();
        self.each_item(&mut |item| {
            items.push(read(item)?);
            Ok(())
        })?;
        Ok(items)
    }

    /// The loop of [`items`](Self::items), compiled once instead of for each type.
    fn each_item(&self, read: &mut Each<'_, P>) -> Result<(), DecodeError> {
        let length = self.value.list_length().ok_or_else(|| self.error("a list"))?;
        if length > limits::ITEMS {
            return Err(self.error("a list of at most 10000 items"));
        }
        for index in 0..length {
            let value = self.value.item(index).unwrap_or_else(P::null);
            read(&self.within(value, Path::Item(&self.path, index))?)?;
        }
        Ok(())
    }

    /// Decodes each member of an object whose names are not known in advance: at most [`limits::ITEMS`] members, with
    /// names of at most [`limits::NAME`].
    ///
    /// # Errors
    /// If this is not an object, has too many members or too long a name, or a member cannot be read.
    pub fn members<T>(
        &self,
        mut read: impl FnMut(&str, &Reader<'_, P>) -> Result<T, DecodeError>,
    ) -> Result<Vec<T>, DecodeError> {
        let mut members = Vec::new();
        let mut read_one = |name: &str, member: &Reader<'_, P>| {
            members.push(read(name, member)?);
            Ok(())
        };
        self.each_member(&mut read_one, |_, error| Err(error))?;
        Ok(members)
    }

    /// The loop of [`members`](Self::members).
    fn each_member(
        &self,
        read: &mut EachNamed<'_, P>,
        long_name: fn(&Reader<'_, P>, DecodeError) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        if self.kind() != Kind::Object {
            return Err(self.error("an object"));
        }
        let members = self
            .value
            .members(limits::ITEMS, limits::NAME)
            .ok_or_else(|| self.error("an object of at most 10000 members"))?;
        for (name, value) in members {
            let member = self.within(value, Path::Member(&self.path, &name))?;
            if !self.shared.get().take_text(name.len()) {
                return Err(member.error("less text in total"));
            }
            if name.encode_utf16().nth(limits::NAME).is_some() {
                // At the object: the name is not repeated in the error.
                long_name(self, self.error("members whose names have at most 256 characters"))?;
            } else {
                read(&name, &member)?;
            }
        }
        Ok(())
    }
}
