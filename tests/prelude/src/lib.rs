//! A page with `static/prelude.js`, as far as the prelude can see it.
//!
//! The tests are in `tests/`: they play conversations to the prelude and the state machine that takes over, and to the
//! state machine alone.

mod message;
mod page;

pub use self::{
    message::Message,
    page::{Buffered, Left, Page, Place},
};
