//! The Agent App's end of the conversation, for the simulator and for tests.

mod machine;
mod output;

pub use self::{
    machine::{Answering, Host, NotConnected},
    output::{HostOutput, PushId},
};
