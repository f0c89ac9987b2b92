//! A server that answers when the test says so, in place of the browser's `fetch`.

mod answer;
mod fake_server;
mod pattern;
mod received;
mod requests;
mod waiting;

pub(super) use self::fake_server::running;
pub use self::{answer::Answer, fake_server::FakeServer, received::Received};
