//! What a command takes.

use livechat_protocol::{
    InvalidArgument, Pathname, RedirectTarget, TrackedEvent,
    rich_message::{Cards, QuickReplies, RichMessage},
};

/// What a command takes: a value, a reference to one, or the `Result` of making one, so that a value that is made where it is
/// sent needs no `if let Ok`. Text is enough where the value is text: a [`Pathname`], a [`RedirectTarget`], the name of a
/// [`TrackedEvent`].
///
/// A command whose value cannot be made is not sent, and fails with
/// [`CommandError::Invalid`](crate::CommandError::Invalid).
///
/// ```
/// use yew_livechat::{prelude::*, protocol::rich_message::{Card, Cards}};
///
/// fn offer(details: &UseDetailsHandle, name: &str) {
///     details.send_cards(Cards::new([Card::new().with_title(name)]));
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "this command takes a `{T}`, not a `{Self}`",
    note = "it takes a `{T}`, a reference to one, or the `Result` of making one"
)]
pub trait Argument<T> {
    /// Passes the value on, if it could be made.
    ///
    /// # Errors
    /// When it could not.
    fn with<R>(self, take: impl FnOnce(&T) -> R) -> Result<R, InvalidArgument>;
}

impl<T> Argument<T> for T {
    fn with<R>(self, take: impl FnOnce(&T) -> R) -> Result<R, InvalidArgument> {
        Ok(take(&self))
    }
}

impl<T> Argument<T> for &T {
    fn with<R>(self, take: impl FnOnce(&T) -> R) -> Result<R, InvalidArgument> {
        Ok(take(self))
    }
}

impl<T> Argument<T> for Result<T, InvalidArgument> {
    fn with<R>(self, take: impl FnOnce(&T) -> R) -> Result<R, InvalidArgument> {
        self.map(|value| take(&value))
    }
}

macro_rules! from_text {
    ($($type:ty),+) => {$(
        impl Argument<$type> for &str {
            fn with<R>(self, take: impl FnOnce(&$type) -> R) -> Result<R, InvalidArgument> {
                <$type>::new(self).with(take)
            }
        }
    )+};
}
from_text!(Pathname, RedirectTarget, TrackedEvent);

macro_rules! rich_message {
    ($($type:ty),+) => {$(
        impl Argument<RichMessage> for $type {
            fn with<R>(self, take: impl FnOnce(&RichMessage) -> R) -> Result<R, InvalidArgument> {
                Ok(take(&self.into()))
            }
        }

        impl Argument<RichMessage> for Result<$type, InvalidArgument> {
            fn with<R>(self, take: impl FnOnce(&RichMessage) -> R) -> Result<R, InvalidArgument> {
                self.map(|message| take(&message.into()))
            }
        }
    )+};
}
rich_message!(Cards, QuickReplies);
