//! A word that the host shows for a moment.

use crate::{
    values::{InvalidArgument, invalid},
    wire::{Decode, DecodeError, Encode, Object, Payload, Reader, named},
};

/// How a [`Toast`] is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToastKind {
    /// It went well.
    Success,
    /// It did not.
    Error,
}

/// A word that the host shows for a moment above everything else: the data of `set_toast`.
///
/// ```
/// use livechat_protocol::Toast;
///
/// let toast = Toast::success("The order is on its way")?;
/// assert_eq!(Toast::error(" ").unwrap_err().to_string(), "`toast.content` is empty: it needs text");
/// # Ok::<(), livechat_protocol::InvalidArgument>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    content: String,
    kind: ToastKind,
}

named!(ToastKind, "kind of toast" { Success = "success", Error = "error" });

impl Toast {
    /// It went well.
    ///
    /// # Errors
    /// When the content is empty.
    pub fn success(content: impl Into<String>) -> Result<Self, InvalidArgument> {
        Self::new(content, ToastKind::Success)
    }

    /// It did not.
    ///
    /// # Errors
    /// When the content is empty.
    pub fn error(content: impl Into<String>) -> Result<Self, InvalidArgument> {
        Self::new(content, ToastKind::Error)
    }

    /// A toast of either kind.
    ///
    /// # Errors
    /// When the content is empty.
    pub fn new(content: impl Into<String>, kind: ToastKind) -> Result<Self, InvalidArgument> {
        Ok(Self { content: invalid::text("toast.content", content)?, kind })
    }

    /// What it says.
    #[must_use]
    pub fn content(&self) -> &str {
        &self.content
    }

    /// How it is meant.
    #[must_use]
    pub fn kind(&self) -> ToastKind {
        self.kind
    }
}

impl Encode for Toast {
    fn encode<P: Payload>(&self) -> P {
        Object::new().with("content", &self.content).with("kind", &self.kind).build()
    }
}

impl Decode for Toast {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let content = from.member("content")?;
        Self::new(content.text()?, from.required("kind")?).map_err(|_| content.error("text that is not empty"))
    }
}
