//! A page with `static/prelude.js` in it, as far as the prelude sees one.
//!
//! The tests are in `tests/`: they play conversations to the prelude and the state machine that takes over from it, and
//! to the state machine alone.

mod message;
mod page;

pub use self::{
    message::Message,
    page::{Buffered, Left, Page, Place},
};
