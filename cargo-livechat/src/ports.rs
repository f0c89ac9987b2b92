//! Finds free ports, and detects when a child listens on one.

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use crate::prelude::*;
use crate::stop::{self, Running};

/// Fails, naming a free choice, unless a port and the next `others` ports are free. `option` is the flag that
/// chooses the first one.
pub fn check(option: &str, first: u16, others: u16, is_free: impl Fn(u16) -> bool) -> Result<()> {
    for port in first..=first + others {
        // The next ports that don't overlap the refused ones.
        let other = if first <= u16::MAX - 10 - others { first + 10 } else { first - 10 };
        ensure!(is_free(port), "Port {port} is in use: stop what uses it, or choose another with `{option} {other}`.");
    }
    Ok(())
}

/// Whether a server can listen on the port.
pub fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

/// Waits until a child listens on a port. Fails if the child exits first, or takes too long.
pub fn wait_for(name: &str, child: &mut Running, port: u16, patience: Duration) -> Result<()> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let since = Instant::now();
    while TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_err() {
        if let Some(status) = child.0.try_wait()? {
            return stop::ended(name, status);
        }
        ensure!(since.elapsed() < patience, "{name} does not respond on port {port}. Try another port.");
        thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}
