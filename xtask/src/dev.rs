//! `cargo xtask dev`: the demo in the simulator, with live reload and a backend to authorize with.

use std::thread;
use std::time::Duration;

use crate::prelude::*;
use crate::stop::{self, Running};
use crate::tools::{pins, wasm_target};
use crate::{certificate, ports, process, workspace};

/// What serves beside Trunk.
const BACKEND: &str = "The authorize example";

/// How long the backend may take to listen.
const PATIENCE: Duration = Duration::from_secs(10);

/// Serves until Ctrl-C, or until the backend or Trunk ends.
pub(crate) fn run(shell: &Shell, port: u16, https: bool) -> Result<()> {
    // First, so that nobody waits for a build only to read this.
    ports::check(port, ports::is_free)?;
    let backend_port = port + 1;
    wasm_target::ensure(shell)?;
    pins::trunk().ensure(shell)?;
    pins::wasm_bindgen()?.ensure(shell)?;
    let certificate = if https { Some(certificate::ensure()?) } else { None };

    println!("Building the authorize example. This takes about a minute the first time.");
    process::run(cmd!(shell, "cargo build --quiet -p authorize-example"))?;
    let mut backend = start_backend(shell, backend_port)?;
    ports::wait_for(BACKEND, &mut backend, backend_port, PATIENCE)?;

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
            break (BACKEND, status);
        }
    };
    // Both guards end what is left when this function returns.
    stop::ended(name, status)
}

fn start_backend(shell: &Shell, port: u16) -> Result<Running> {
    // A store belongs to one process: two of us on two ports need two. In Cargo's folder, because
    // Trunk would rebuild the page whenever a file beside the sources changes.
    let store = workspace::target()?.join(format!("authorize-sessions-{port}.redb"));
    let port = port.to_string();
    let backend = cmd!(shell, "cargo run --quiet -p authorize-example -- --port {port} --store {store}");
    Ok(Running(process::start(backend, |_| {})?))
}
