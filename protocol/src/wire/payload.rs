//! A view of a host value that works for `JsValue` in a browser and for JSON natively.

/// What a value is, as far as the protocol tells values apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null` or `undefined`: the protocol treats them as "not there".
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
    /// Anything else that structured cloning lets through: a map, a `BigInt`, a blob.
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

/// A value that came from, or goes to, the other window.
///
/// The machines and the typed events are generic over this trait, so that a browser reads
/// `JsValue`s where they are, and native tests use [`serde_json::Value`].
/// No method may panic or throw, whatever the value is.
pub trait Payload: Clone {
    /// What this value is.
    fn kind(&self) -> Kind;
    /// The boolean, if this is one.
    fn as_bool(&self) -> Option<bool>;
    /// The number, if this is one.
    fn as_number(&self) -> Option<f64>;
    /// The number in decimal, if this is one. JavaScript writes its own: to do that in wasm takes 4 kB.
    fn number_as_text(&self) -> Option<String>;
    /// The date as ISO 8601 text, as `2026-11-25T01:35:39.000Z`, if this is one, and not an invalid one.
    fn as_date(&self) -> Option<String>;
    /// The length of the text in the unit of its owner, known before anything is copied.
    fn text_length(&self) -> Option<usize>;
    /// A copy of the text; what has no Unicode form becomes U+FFFD.
    fn as_text(&self) -> Option<String>;
    /// Whether this is exactly that text, one of the protocol's own words. Nothing is copied to tell.
    fn is_word(&self, word: &'static str) -> bool;
    /// The number of items, if this is a list.
    fn list_length(&self) -> Option<usize>;
    /// One item of a list.
    fn item(&self, index: usize) -> Option<Self>;
    /// An own member; `None` where there is none, and for what has no members.
    fn member(&self, name: &str) -> Option<Self>;
    /// An object's own members with their names; `None` if there are more than `limit`, which is looked at before
    /// anything is copied. A name longer than `longest` UTF-16 code units is cut right after the first code unit, or the
    /// first character, beyond that, so it still shows as too long.
    /// What has no Unicode form in a name becomes U+FFFD.
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
    /// A copy of an object whose member of this name is another; the other members are shared, not copied.
    /// What is no object stays as it is.
    #[must_use]
    fn with_member(&self, name: &str, value: Self) -> Self;
}
