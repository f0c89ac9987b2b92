//! Typed commands.

use crate::{
    values::PlacementKind,
    wire::{Decode, Encode},
};

/// A command, as the type of its data: an extension encodes it, a host decodes it.
///
/// ```
/// use livechat_protocol::{Command, RawCommand, Toast};
/// use serde_json::{Value, json};
///
/// let toast = Toast::success("The order is on its way")?;
/// let command = RawCommand::<Value>::from(&toast);
/// assert_eq!(command, RawCommand::new("set_toast", json!({ "content": "The order is on its way", "kind": "success" })));
/// assert!(command.is::<Toast>());
/// # Ok::<(), livechat_protocol::InvalidArgument>(())
/// ```
pub trait Command: Encode + Decode {
    /// The command's name.
    const NAME: &'static str;
    /// The placements that have it.
    const PLACEMENTS: &'static [PlacementKind];
}
