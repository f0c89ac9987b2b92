//! `cargo xtask dev`: the demo in the simulator, with live reload and a backend to authorize with.

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::ExitStatus;
use std::thread;
use std::time::{Duration, Instant};

use crate::prelude::*;
use crate::stop::{self, Running};
use crate::tools::{pins, wasm_target};
use crate::{certificate, process, workspace};

/// How long the backend may take to listen.
const PATIENCE: Duration = Duration::from_secs(10);

/// Serves until Ctrl-C, or until the backend or Trunk ends.
pub(crate) fn run(shell: &Shell, port: u16, https: bool) -> Result<()> {
    // First, so that nobody waits for a build only to read this.
    check_ports(port, |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok())?;
    let backend_port = port + 1;
    wasm_target::ensure(shell)?;
    pins::trunk().ensure(shell)?;
    pins::wasm_bindgen()?.ensure(shell)?;
    let certificate = if https { Some(certificate::ensure()?) } else { None };

    println!("Building the authorize example. This takes about a minute the first time.");
    process::run(cmd!(shell, "cargo build --quiet -p authorize-example"))?;
    let mut backend = start_backend(shell, backend_port)?;
    wait_until_listening(&mut backend, backend_port)?;

    println!("Building the demo. This takes about a minute the first time, then seconds at every save.");
    let scheme = if https { "https" } else { "http" };
    println!("\n    Open {scheme}://127.0.0.1:{port}    (Ctrl-C ends it)\n");
    let port = port.to_string();
    // Not `dist`: that holds what `cargo xtask build` made for release.
    let dist = workspace::target()?.join("dev");
    shell.create_dir(&dist)?;
    // On the command line and not in Trunk.toml: the ports follow --port.
    let to = format!("http://127.0.0.1:{backend_port}/authorize/");
    // One file holds both, the key and the certificate.
    let tls = certificate
        .iter()
        .flat_map(|file| ["--tls-key-path".as_ref(), file.as_os_str(), "--tls-cert-path".as_ref(), file.as_os_str()]);
    let serve = cmd!(
        shell,
        "trunk serve --dist {dist} --address 127.0.0.1 --port {port} --disable-address-lookup --proxy-backend {to} --proxy-rewrite /authorize/ --proxy-no-system-proxy --offline"
    );
    let mut trunk = Running(process::start(serve.args(tls), |_| {})?);
    let (name, status) = loop {
        thread::sleep(Duration::from_millis(100));
        if let Some(status) = trunk.0.try_wait()? {
            break ("Trunk", status);
        }
        if let Some(status) = backend.0.try_wait()? {
            break ("The authorize example", status);
        }
    };
    // Both guards end what is left when this function returns.
    ended(name, status)
}

fn ended<T>(name: &str, status: ExitStatus) -> Result<T> {
    stop::wait_if_requested();
    bail!("{name} has ended ({status}). See its messages above, then start `cargo xtask dev` again.")
}

/// Fails, with what to do, unless page and backend can listen.
pub fn check_ports(page: u16, is_free: impl Fn(u16) -> bool) -> Result<()> {
    for port in [page, page + 1] {
        // A pair of ports that does not overlap the refused one.
        let other = if page < u16::MAX - 10 { page + 10 } else { page - 10 };
        ensure!(is_free(port), "Port {port} is in use: stop what uses it, or choose another with `--port {other}`.");
    }
    Ok(())
}

fn start_backend(shell: &Shell, port: u16) -> Result<Running> {
    // A store belongs to one process: two of us on two ports need two. In Cargo's folder, because
    // Trunk would rebuild the page whenever a file beside the sources changes.
    let store = workspace::target()?.join(format!("authorize-sessions-{port}.redb"));
    let port = port.to_string();
    let backend = cmd!(shell, "cargo run --quiet -p authorize-example -- --port {port} --store {store}");
    Ok(Running(process::start(backend, |_| {})?))
}

fn wait_until_listening(backend: &mut Running, port: u16) -> Result<()> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let since = Instant::now();
    while TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_err() {
        if let Some(status) = backend.0.try_wait()? {
            return ended("The authorize example", status);
        }
        ensure!(
            since.elapsed() < PATIENCE,
            "The authorize example does not answer on port {port}. Try another with --port."
        );
        thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}
