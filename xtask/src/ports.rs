//! Ports of this machine: which are free, and when a child listens on one.

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use crate::prelude::*;
use crate::stop::{self, Running};

/// So many ports follow that of the page: the backend's, and the two of the fake LiveChat.
pub const OTHERS: u16 = 3;

/// Fails, with what to do, unless page, backend and fake LiveChat can listen.
pub fn check(page: u16, is_free: impl Fn(u16) -> bool) -> Result<()> {
    for port in page..=page + OTHERS {
        // Ports that do not overlap the refused ones.
        let other = if page <= u16::MAX - 10 - OTHERS { page + 10 } else { page - 10 };
        ensure!(is_free(port), "Port {port} is in use: stop what uses it, or choose another with `--port {other}`.");
    }
    Ok(())
}

/// Can a server listen there?
pub(crate) fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

/// Waits until a child listens on a port. Fails if it ends before, or does not listen in time.
pub(crate) fn wait_for(name: &str, child: &mut Running, port: u16, patience: Duration) -> Result<()> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let since = Instant::now();
    while TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_err() {
        if let Some(status) = child.0.try_wait()? {
            return stop::ended(name, status);
        }
        ensure!(since.elapsed() < patience, "{name} does not answer on port {port}. Try another port.");
        thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}
