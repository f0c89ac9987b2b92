//! `cargo xtask dev`: the demo in the simulator, with live reload and a backend to authorize with.

use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::process::{Command, ExitCode, ExitStatus};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use anyhow::{Context, Result, bail, ensure};
use xshell::{Cmd, Shell, cmd};

use crate::certificate::{self, Certificate};
use crate::stop::{self, Running};
use crate::tools::pinned::{tools_folder, with_programs_from};
use crate::tools::{trunk, wasm_bindgen, wasm_target};
use crate::{ports, process, workspace};

/// How long the backend may take to listen.
const PATIENCE: Duration = Duration::from_secs(10);

/// Serves until Ctrl-C, or until the backend or Trunk ends.
pub(crate) fn run(shell: &Shell, port: u16, https: bool) -> Result<ExitCode> {
    let backend_port =
        port.checked_add(1).context("65535 leaves no port for the backend: choose a smaller one with --port")?;
    // First, so that nobody waits for a build only to hear this.
    ports::check(port, backend_port)?;
    wasm_target::ensure(shell)?;
    let programs = [trunk::trunk().ensure(shell)?, wasm_bindgen::wasm_bindgen()?.ensure(shell)?];

    let certificate = https.then(ensure_certificate).transpose()?;

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
    let serve = cmd!(
        shell,
        "trunk serve --dist {dist} --address 127.0.0.1 --port {port} --disable-address-lookup --proxy-backend {to} --proxy-rewrite /authorize/ --proxy-no-system-proxy --offline"
    );
    let serve = match certificate {
        Some(Certificate { key, certificate }) => {
            serve.arg("--tls-key-path").arg(key).arg("--tls-cert-path").arg(certificate)
        }
        None => serve,
    };
    let mut trunk = start(with_programs_from(serve, &programs)?)?;
    let (name, status) = wait_for_either(&mut backend, &mut trunk)?;
    // Both guards end what is left when this function returns.
    stop::wait_if_requested();
    bail!("{name} has ended ({status}). See its messages above, then start `cargo xtask dev` again.")
}

/// Says what a browser will say of it, when it sees it for the first time.
fn ensure_certificate() -> Result<Certificate> {
    let (made, new) = certificate::ensure(&tools_folder()?.join("certificate"), SystemTime::now())?;
    if new {
        println!("Made a certificate for this machine, {}.", made.certificate.display());
        println!("Nobody else vouches for it: open the page once on its own, and tell the browser to go on.");
    }
    Ok(made)
}

fn start_backend(shell: &Shell, port: u16) -> Result<Running> {
    // A store belongs to one process: two of us on two ports need two. In Cargo's folder, because
    // Trunk would rebuild the page whenever a file beside the sources changes.
    let store = workspace::target()?.join(format!("authorize-sessions-{port}.redb"));
    let port = port.to_string();
    start(cmd!(shell, "cargo run --quiet -p authorize-example -- --port {port} --store {store}"))
}

fn start(command: Cmd<'_>) -> Result<Running> {
    let shown = command.to_string();
    Command::from(command)
        .spawn()
        .map(Running)
        .with_context(|| format!("cannot start `{shown}`: see `cargo xtask doctor`"))
}

fn wait_until_listening(backend: &mut Running, port: u16) -> Result<()> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let since = Instant::now();
    while TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_err() {
        if let Some(status) = ended(backend)? {
            stop::wait_if_requested();
            bail!("The authorize example has ended ({status}). See its messages above.");
        }
        ensure!(
            since.elapsed() < PATIENCE,
            "The authorize example does not answer on port {port}. Try another with --port."
        );
        thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}

fn wait_for_either(backend: &mut Running, trunk: &mut Running) -> Result<(&'static str, ExitStatus)> {
    loop {
        if let Some(status) = ended(trunk)? {
            return Ok(("Trunk", status));
        }
        if let Some(status) = ended(backend)? {
            return Ok(("The authorize example", status));
        }
        thread::sleep(Duration::from_millis(100));
    }
}

fn ended(child: &mut Running) -> Result<Option<ExitStatus>> {
    child.0.try_wait().context("cannot tell whether a child process still runs: start `cargo xtask dev` again")
}
