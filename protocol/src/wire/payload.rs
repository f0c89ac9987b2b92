//! A view of a host value that works for `JsValue` in a browser and for JSON natively.

/// The kind of a value, as far as the protocol distinguishes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null` or `undefined`: the protocol treats both as absent.
    Nothing,
    /// `true` or `false`.
    Bool,
    /// A number, finite or not.
    Number,
    /// A string.
    Text,
    /// An array.
    List,
    /// A plain object.
    Object,
    /// A date. JSON has none: there it is text.
    Date,
    /// Anything else that can be cloned structurally: a map, a `BigInt`, a blob.
    Other,
}

impl Kind {
    /// The kind with its article, for error messages.
    #[must_use]
    pub const fn described(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Bool => "a boolean",
            Self::Number => "a number",
            Self::Text => "text",
            Self::List => "a list",
            Self::Object => "an object",
            Self::Date => "a date",
            Self::Other => "a value that JSON cannot represent",
        }
    }
}

/// A value that came from the other window, or is sent to it.
///
/// The machines and the typed events are generic over this trait, so that a browser reads `JsValue`s directly, and
/// native tests use [`serde_json::Value`]. No method may panic or throw, for any value.
pub trait Payload: Clone {
    /// The kind of this value.
    fn kind(&self) -> Kind;
    /// The boolean, if this is one.
    fn as_bool(&self) -> Option<bool>;
    /// The number, if this is one.
    fn as_number(&self) -> Option<f64>;
    /// The number in decimal, if this is one. JavaScript formats its own numbers: doing that in wasm takes 4 kB.
    fn number_as_text(&self) -> Option<String>;
    /// The date as ISO 8601 text, such as `2026-11-25T01:35:39.000Z`, if this is a valid one.
    fn as_date(&self) -> Option<String>;
    /// The length of the text in the unit of its owner, without copying it.
    fn text_length(&self) -> Option<usize>;
    /// A copy of the text; characters without a Unicode form become U+FFFD.
    fn as_text(&self) -> Option<String>;
    /// Whether this is exactly that text, one of the protocol's words. Copies nothing.
    fn is_word(&self, word: &'static str) -> bool;
    /// The number of items, if this is a list.
    fn list_length(&self) -> Option<usize>;
    /// One item of a list.
    fn item(&self, index: usize) -> Option<Self>;
    /// An own member; `None` if there is none, or the value has no members.
    fn member(&self, name: &str) -> Option<Self>;
    /// An object's own members with their names; `None` if there are more than `limit`, which is checked before
    /// anything is copied. A name longer than `longest` UTF-16 code units is cut right after the first code unit, or
    /// the first character, beyond that, so it still shows as too long. Characters in a name without a Unicode form
    /// become U+FFFD.
    fn members(&self, limit: usize, longest: usize) -> Option<Vec<(String, Self)>>;

    /// The value `null`.
    fn null() -> Self;
    /// A boolean.
    fn bool(value: bool) -> Self;
    /// A number.
    fn number(value: f64) -> Self;
    /// A date, in milliseconds since 1970.
    fn date(milliseconds: f64) -> Self;
    /// A string.
    fn text(value: &str) -> Self;
    /// An array.
    fn list(items: Vec<Self>) -> Self;
    /// An object with these members, in this order.
    fn object(members: Vec<(&str, Self)>) -> Self;
    /// A copy of an object with this member replaced; the other members are shared, not copied. Other values are
    /// returned unchanged.
    #[must_use]
    fn with_member(&self, name: &str, value: Self) -> Self;
}
