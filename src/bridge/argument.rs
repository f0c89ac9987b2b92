//! Arguments of commands.

use livechat_protocol::{
    InvalidArgument, Pathname, RedirectTarget, TrackedEvent,
    rich_message::{Cards, QuickReplies, RichMessage},
};

/// An argument of a command: a value, a reference to one, or the `Result` of building one, so that a value built in
/// place needs no `if let Ok`. Text is accepted where the value is text: a [`Pathname`], a [`RedirectTarget`], the
/// name of a [`TrackedEvent`].
///
/// A command whose argument is an error is not sent, and fails with
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
    /// Passes the value to `take`, if it is valid.
    ///
    /// # Errors
    /// If it is not.
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
