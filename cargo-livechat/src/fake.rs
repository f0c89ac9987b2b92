//! Runs the fake LiveChat in a thread beside the other servers.

use std::thread::{self, JoinHandle};

use fake_livechat::{Client, Fake, Servers, Switches};

use crate::prelude::*;

/// The port of its accounts server, unless the project was compiled for another one. Its API uses the next port.
pub(crate) const PORT: u16 = 8811;

/// A running fake LiveChat. It ends with this process.
pub(crate) struct Running(JoinHandle<std::io::Result<()>>);

/// Starts a fake that any app on this machine can sign in to, and prints its addresses.
pub(crate) fn start(port: u16) -> Result<Running> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let fake = Fake::new(Client::any(), Switches::default())?;
    let servers = runtime.block_on(Servers::bind(&fake, port, port + 1))?;
    println!("{}", servers.introduction());
    Ok(Running(thread::spawn(move || runtime.block_on(servers.run()))))
}

impl Running {
    /// Whether it has stopped unexpectedly.
    pub(crate) fn has_ended(&self) -> bool {
        self.0.is_finished()
    }
}
