//! A short notice shown by the host.

use crate::{
    values::{InvalidArgument, invalid},
    wire::{Decode, DecodeError, Encode, Object, Payload, Reader, named},
};

/// The kind of a [`Toast`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToastKind {
    /// Success.
    Success,
    /// Failure.
    Error,
}

/// A short notice that the host shows above everything else: the data of `set_toast`.
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
    /// Creates a success toast.
    ///
    /// # Errors
    /// If the content is empty.
    pub fn success(content: impl Into<String>) -> Result<Self, InvalidArgument> {
        Self::new(content, ToastKind::Success)
    }

    /// Creates an error toast.
    ///
    /// # Errors
    /// If the content is empty.
    pub fn error(content: impl Into<String>) -> Result<Self, InvalidArgument> {
        Self::new(content, ToastKind::Error)
    }

    /// Creates a toast of either kind.
    ///
    /// # Errors
    /// If the content is empty.
    pub fn new(content: impl Into<String>, kind: ToastKind) -> Result<Self, InvalidArgument> {
        Ok(Self { content: invalid::text("toast.content", content)?, kind })
    }

    /// The text.
    #[must_use]
    pub fn content(&self) -> &str {
        &self.content
    }

    /// The kind.
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
