//! The Agent App's end of the conversation, for the simulator and tests, and its possible faults.

mod carrier;
mod development;
mod fake_servers;
mod faults;
mod line;
mod machine;
mod output;

pub use self::{
    carrier::{Carrier, Delivery, Fate},
    development::{Report, SLOW_START},
    fake_servers::FakeServers,
    faults::Faults,
    line::{Line, LineOutput},
    machine::{Answering, Host, NotConnected},
    output::{HostOutput, PushId},
};
