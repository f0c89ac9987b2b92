//! The Agent App's end of the conversation, for the simulator and for tests, and what can be wrong with it.

mod carrier;
mod faults;
mod machine;
mod output;

pub use self::{
    carrier::{Carrier, Delivery, Fate},
    faults::Faults,
    machine::{Answering, Host, NotConnected},
    output::{HostOutput, PushId},
};
