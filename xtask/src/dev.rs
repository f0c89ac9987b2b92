//! `cargo xtask dev`: serves the demo in the simulator, with live reload, a backend for authorization and a fake
//! LiveChat for sign-in.

use std::env::consts::EXE_EXTENSION;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use crate::prelude::*;
use crate::stop::{self, Running};
use crate::tools::{pins, wasm_target};
use crate::{certificate, ports, process, styles, workspace};

/// The servers beside Trunk.
const BACKEND: &str = "The authorize example";
const FAKE: &str = "The fake LiveChat";

/// The number of ports after the page's: the backend's, and two for the fake LiveChat.
pub(crate) const OTHERS: u16 = 3;

/// How long a server may take to start.
const PATIENCE: Duration = Duration::from_secs(10);

/// Serves until Ctrl-C, or until a server or Trunk exits.
pub(crate) fn run(shell: &Shell, port: u16, https: bool) -> Result<()> {
    // First, so that nobody waits for a build only to read this error.
    ports::check("--port", port, OTHERS, ports::is_free)?;
    let (backend_port, accounts_port, api_port) = (port + 1, port + 2, port + 3);
    wasm_target::ensure(shell)?;
    pins::trunk().ensure(shell)?;
    pins::wasm_bindgen()?.ensure(shell)?;
    let certificate = if https { Some(certificate::ensure()?) } else { None };

    println!("Building the authorize example and the fake LiveChat. This takes about a minute the first time.");
    process::run(cmd!(shell, "cargo build --quiet -p authorize-example -p fake-livechat"))?;
    let mut backend = start_backend(shell, backend_port)?;
    ports::wait_for(BACKEND, &mut backend, backend_port, PATIENCE)?;
    let mut fake = start_fake(shell, accounts_port, api_port)?;
    ports::wait_for(FAKE, &mut fake, api_port, PATIENCE)?;
    println!("\n    {FAKE}: accounts at http://127.0.0.1:{accounts_port}, API at http://127.0.0.1:{api_port}\n");

    println!("Building the demo. This takes about a minute the first time, then seconds at every save.");
    let scheme = if https { "https" } else { "http" };
    println!("\n    Open {scheme}://127.0.0.1:{port}    (Ctrl-C ends it)\n");
    let port = port.to_string();
    // Not `dist`: that contains the release build of `cargo xtask build`.
    let dist = workspace::target()?.join("dev");
    shell.create_dir(&dist)?;
    // On the command line rather than in Trunk.toml, because the ports depend on --port.
    let to = format!("http://127.0.0.1:{backend_port}/authorize/");
    // One file holds both the key and the certificate.
    let tls = certificate
        .iter()
        .flat_map(|file| ["--tls-key-path".as_ref(), file.as_os_str(), "--tls-cert-path".as_ref(), file.as_os_str()]);
    let serve = cmd!(
        shell,
        "trunk serve --dist {dist} --address 127.0.0.1 --port {port} --disable-address-lookup --proxy-backend {to} --proxy-rewrite /authorize/ --proxy-no-system-proxy --offline"
    );
    // Compiled into the simulator.
    let serve = serve.args(tls).env("YEW_LIVECHAT_FAKE_PORT", accounts_port.to_string());
    let serve = styles::without_a_build(serve, &workspace::root()?, https)?;
    let trunk = Running(process::start(serve, |_| {})?);
    let mut running = [("Trunk", trunk), (BACKEND, backend), (FAKE, fake)];
    loop {
        thread::sleep(Duration::from_millis(100));
        for (name, child) in &mut running {
            if let Some(status) = child.0.try_wait()? {
                // The others are stopped when this function returns.
                return stop::ended(name, status);
            }
        }
    }
}

fn start_backend(shell: &Shell, port: u16) -> Result<Running> {
    // A store belongs to one process, so each port has its own. It is in Cargo's target folder, because Trunk would
    // rebuild the page whenever a file beside the sources changes.
    let store = workspace::target()?.join(format!("authorize-sessions-{port}.redb"));
    let (program, port) = (program("authorize-example")?, port.to_string());
    let backend = cmd!(shell, "{program} --port {port} --store {store}");
    Ok(Running(process::start(backend, |_| {})?))
}

fn start_fake(shell: &Shell, accounts_port: u16, api_port: u16) -> Result<Running> {
    let (program, accounts, api) = (program("fake-livechat")?, accounts_port.to_string(), api_port.to_string());
    let fake = cmd!(shell, "{program} --accounts-port {accounts} --api-port {api}");
    // Its addresses are printed in one line above.
    Ok(Running(process::start(fake, |command| {
        command.stdout(Stdio::null());
    })?))
}

/// Returns where Cargo has built the program. `cargo run` would wait for any other Cargo process.
fn program(name: &str) -> Result<PathBuf> {
    Ok(workspace::target()?.join("debug").join(name).with_extension(EXE_EXTENSION))
}
