//! Ports of this machine: which are free, who listens on one, and when a child does.

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use crate::prelude::*;
use crate::stop::{self, Running};

/// Fails, with what to do, unless page and backend can listen.
pub fn check(page: u16, is_free: impl Fn(u16) -> bool, listener: impl Fn(u16) -> Option<String>) -> Result<()> {
    for port in [page, page + 1] {
        // A pair of ports that does not overlap the refused one.
        let other = if page < u16::MAX - 10 { page + 10 } else { page - 10 };
        if !is_free(port) {
            let (by, stop) = match listener(port) {
                Some(name) => (format!(" by {name}"), "stop it"),
                None => (String::new(), "stop what uses it"),
            };
            bail!("Port {port} is in use{by}: {stop}, or choose another with `--port {other}`.");
        }
    }
    Ok(())
}

/// Can a server listen there?
pub(crate) fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

/// The process that listens on a port, such as `trunk (process 4711)`. Known on Linux, of processes that this user may look
/// into.
pub fn listener(port: u16) -> Option<String> {
    let inodes = ["/proc/net/tcp", "/proc/net/tcp6"].into_iter().filter_map(|file| fs::read_to_string(file).ok());
    let sockets: Vec<PathBuf> = inodes.flat_map(|table| sockets(&table, port)).collect();
    let mut processes = fs::read_dir("/proc").ok()?.flatten().map(|entry| entry.path());
    processes.find_map(|process| {
        let id: u32 = process.file_name()?.to_str()?.parse().ok()?;
        let mut files = fs::read_dir(process.join("fd")).ok()?.flatten();
        let is_there = files.any(|file| fs::read_link(file.path()).is_ok_and(|link| sockets.contains(&link)));
        let name = fs::read_to_string(process.join("comm")).ok()?;
        is_there.then(|| format!("{} (process {id})", name.trim()))
    })
}

/// The sockets that listen on a port, as the files of a process name them, by Linux's table of them.
fn sockets(table: &str, port: u16) -> Vec<PathBuf> {
    const LISTENS: &str = "0A";
    let port = format!(":{port:04X}");
    let socket = |line: &str| {
        let columns: Vec<&str> = line.split_whitespace().collect();
        let is_it = columns.get(1)?.ends_with(&port) && *columns.get(3)? == LISTENS;
        is_it.then(|| PathBuf::from(format!("socket:[{}]", columns.get(9).unwrap_or(&""))))
    };
    table.lines().filter_map(socket).collect()
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
