//! Starts Chromium.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use crate::prelude::*;
use crate::stop::Running;
use crate::tools::browser;

/// How long Chromium may take to start on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// What Chromium prints before the address of its debugging protocol.
const LISTENING: &str = "DevTools listening on ";

/// Nothing that needs a network, a graphics card or a person.
const OPTIONS: [&str; 13] = [
    "--headless=new",
    "--remote-debugging-port=0",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    // Containers have little shared memory.
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-gpu",
    "--disable-sync",
    "--hide-scrollbars",
    // The extension has a process of its own, as in the Agent App.
    "--site-per-process",
    "--mute-audio",
];

/// A running headless Chromium with an empty profile. Dropping it stops it.
#[derive(Debug)]
pub struct Chromium {
    address: String,
    // Dropped in this order: Chromium writes into its profile until it has ended.
    _running: Running,
    _profile: TempDir,
}

impl Chromium {
    /// Starts the one in `CHROMIUM` or on PATH.
    ///
    /// # Errors
    /// If there is no Chromium, with how to install one, or it does not start.
    pub fn start() -> Result<Self> {
        let program = browser::chromium().context(
            "there is no Chromium on PATH to check the extension in; install Chromium or Chrome (on Debian and Ubuntu: \
             `apt-get install chromium`), or name it in CHROMIUM",
        )?;
        Self::of(&program)
    }

    /// Starts this one.
    ///
    /// # Errors
    /// If it does not start.
    pub fn of(program: &Path) -> Result<Self> {
        let profile = tempfile::Builder::new().prefix("livechat-check-").tempdir()?;
        let mut command = Command::new(program);
        command.args(OPTIONS).arg(format!("--user-data-dir={}", profile.path().display()));
        if is_root() {
            // Chromium's sandbox refuses root, as in most containers. Only the project's own build is loaded.
            command.arg("--no-sandbox");
        }
        command.arg("about:blank").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child =
            command.spawn().with_context(|| format!("cannot start {}; install it again", program.display()))?;
        let messages = child.stderr.take();
        let running = Running(child);
        let (sender, address) = mpsc::channel();
        thread::spawn(move || {
            for line in messages.into_iter().flat_map(|messages| BufReader::new(messages).lines().map_while(Result::ok))
            {
                if let Some(address) = line.strip_prefix(LISTENING) {
                    let _ = sender.send(address.to_owned());
                }
                // Reads to the end: a full pipe would block Chromium.
            }
        });
        let address = address.recv_timeout(PATIENCE).with_context(|| {
            format!("{} did not start; run `{} --headless=new` to see why", program.display(), program.display())
        })?;
        Ok(Self { address, _running: running, _profile: profile })
    }

    /// The address of its debugging protocol.
    pub(in crate::check) fn address(&self) -> &str {
        &self.address
    }
}

fn is_root() -> bool {
    cfg!(unix) && Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
