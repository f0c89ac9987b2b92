//! `cargo livechat dev`: serves the project in the simulator, with live reload, and a fake LiveChat for sign-in.

use std::thread;
use std::time::Duration;

use clap::Args;

use super::{find, set_up};
use crate::prelude::*;
use crate::stop::{self, Running};
use crate::{certificate, fake, ports, process, styles};

/// The arguments of `cargo livechat dev`.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The port to serve on
    #[arg(long, default_value_t = 3333, value_parser = clap::value_parser!(u16).range(1..))]
    port: u16,
    /// Serve over HTTPS, as the Agent App requires, with a local certificate
    #[arg(long)]
    https: bool,
    /// Proxy requests for this URL's path to it: `http://127.0.0.1:8080/api/` receives requests that begin with /api/
    #[arg(long, value_name = "URL", value_parser = backend)]
    backend: Option<Backend>,
    /// The port of the fake LiveChat's accounts server, for projects with sign-in; its API uses the next port
    #[arg(long, value_name = "PORT", default_value_t = fake::PORT, value_parser = clap::value_parser!(u16).range(1..i64::from(u16::MAX)))]
    fake_port: u16,
    /// Open the page in the browser
    #[arg(long)]
    open: bool,
}

/// A server to proxy requests to.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Backend {
    url: String,
    path: String,
}

/// Serves until Ctrl-C, or until a server or Trunk exits.
pub(crate) fn run(shell: &Shell, arguments: &Arguments) -> Result<()> {
    let Arguments { port, https, backend, fake_port, open } = arguments;
    let project = find(shell)?;
    // Before the tools are built, so that nobody waits for a build only to read this error.
    ports::check("--port", *port, 0, ports::is_free)?;
    if project.signs_in {
        // Trunk opens the port as soon as the build is done.
        ports::check("--fake-port", *fake_port, 1, |other| other != *port && ports::is_free(other))?;
    }
    let program = project.program()?;
    let program = program.iter().flat_map(|name| ["--bin", name]);
    // The same command that Trunk runs first.
    let build = cmd!(shell, "cargo build --quiet --target wasm32-unknown-unknown {program...}");
    set_up(shell, &project, Some(with_fake_port(build, *fake_port)))?;
    let certificate = if *https { Some(certificate::ensure()?) } else { None };
    let fake = if project.signs_in { Some(fake::start(*fake_port)?) } else { None };

    println!("Building {}. The first build takes a few minutes; after that, each save takes seconds.", project.name);
    let scheme = if *https { "https" } else { "http" };
    println!("\n    Open {scheme}://127.0.0.1:{port} when the build is done    (Ctrl-C ends it)\n");
    let port = port.to_string();
    // One file holds both the key and the certificate.
    let tls = certificate
        .iter()
        .flat_map(|file| ["--tls-key-path".as_ref(), file.as_os_str(), "--tls-cert-path".as_ref(), file.as_os_str()]);
    let proxy = backend
        .iter()
        .flat_map(|Backend { url, path }| ["--proxy-backend", url, "--proxy-rewrite", path, "--proxy-no-system-proxy"]);
    let open = open.then_some("--open");
    let serve = cmd!(shell, "trunk serve --address 127.0.0.1 --port {port} --disable-address-lookup {open...}");
    let serve = with_fake_port(serve.args(tls).args(proxy), *fake_port);
    let serve = styles::without_a_build(serve, &project.folder, *https)?;
    let mut trunk = Running(process::start(serve, |_| {})?);
    loop {
        thread::sleep(Duration::from_millis(100));
        if let Some(status) = trunk.0.try_wait()? {
            return stop::ended("Trunk", status);
        }
        ensure!(
            !fake.as_ref().is_some_and(fake::Running::has_ended),
            "the fake LiveChat has stopped; run the command again"
        );
    }
}

/// Compiles the fake's port into the simulator. Only a port other than the default causes a rebuild.
fn with_fake_port(command: Cmd<'_>, port: u16) -> Cmd<'_> {
    const VARIABLE: &str = "YEW_LIVECHAT_FAKE_PORT";
    if port == fake::PORT { command.env_remove(VARIABLE) } else { command.env(VARIABLE, port.to_string()) }
}

/// Returns the URL and its path, both with a trailing slash.
fn backend(url: &str) -> Result<Backend, String> {
    let rest = url.strip_prefix("http://").or_else(|| url.strip_prefix("https://"));
    let rest = rest.ok_or("begin with http:// or https://, such as http://127.0.0.1:8080/api/")?;
    let url = url.trim_end_matches('/');
    match rest.trim_end_matches('/').split_once('/') {
        Some((host, path)) if !host.is_empty() && !path.contains(['?', '#']) => {
            Ok(Backend { url: format!("{url}/"), path: format!("/{path}/") })
        }
        _ => Err("end with the path that the page requests, such as http://127.0.0.1:8080/api/".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backend_has_a_path_of_its_own() {
        for url in ["http://127.0.0.1:8080/api", "http://127.0.0.1:8080/api/"] {
            let (url, path) = (backend(url).unwrap().url, backend(url).unwrap().path);
            assert_eq!((&*url, &*path), ("http://127.0.0.1:8080/api/", "/api/"));
        }
        assert_eq!(backend("https://shop.example/api/v2").unwrap().path, "/api/v2/");
        for (url, says) in [
            ("localhost:8080/api", "begin with http://"),
            ("http://localhost:8080", "end with the path"),
            ("http://localhost:8080/", "end with the path"),
            ("http:///api", "end with the path"),
            ("http://localhost/api?key=1", "end with the path"),
        ] {
            assert!(backend(url).unwrap_err().starts_with(says), "{url}");
        }
    }
}
