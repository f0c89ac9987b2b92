//! Runs child processes, passes their output on to the terminal, and captures it.

use std::env;
use std::io::{self, IsTerminal, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;

use crate::prelude::*;
use crate::stop;

/// The result of a child process.
#[derive(Debug)]
pub struct Ended {
    /// Its exit status.
    pub status: ExitStatus,
    /// Its output without colors: first standard output, then standard error.
    pub text: String,
}

/// Starts a child that inherits the terminal, or uses these pipes.
pub fn start(command: Cmd<'_>, change: impl FnOnce(&mut Command)) -> Result<Child> {
    let shown = command.to_string();
    println!("$ {shown}");
    let mut command = Command::from(command);
    change(&mut command);
    command.spawn().with_context(|| format!("cannot start `{shown}`: install it, or put it on PATH"))
}

/// Runs a command to completion in this terminal. Fails if the command fails.
pub fn run(command: Cmd<'_>) -> Result<()> {
    let shown = command.to_string();
    if !start(command, |_| {})?.wait()?.success() {
        stop::wait_if_requested();
        bail!("`{shown}` failed: see its messages above");
    }
    Ok(())
}

/// Runs a command to completion, and returns its output as well.
pub fn scan(command: Cmd<'_>) -> Result<Ended> {
    let mut child = start(command, |command| {
        // Programs drop their colors when piped: force them if a person is watching.
        if io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none() {
            command.env("CARGO_TERM_COLOR", "always").env("FORCE_COLOR", "1");
        }
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
    })?;
    let errors = child.stderr.take();
    let errors = thread::spawn(move || copy(errors, io::stderr()));
    let mut bytes = copy(child.stdout.take(), io::stdout());
    bytes.extend(errors.join().unwrap_or_default());
    let status = child.wait()?;
    if !status.success() {
        stop::wait_if_requested();
    }
    Ok(Ended { status, text: anstream::adapter::strip_str(&String::from_utf8_lossy(&bytes)).to_string() })
}

/// Passes output on as it arrives, and returns all of it.
fn copy(from: Option<impl Read>, to: impl Write) -> Vec<u8> {
    let mut tee = Tee { to, all: Vec::new() };
    if let Some(mut from) = from {
        // Output before an error is worth keeping.
        let _ = io::copy(&mut from, &mut tee);
    }
    tee.all
}

struct Tee<W> {
    to: W,
    all: Vec<u8>,
}

impl<W: Write> Write for Tee<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.all.extend_from_slice(bytes);
        // A closed terminal is no reason to stop counting tests.
        let _ = self.to.write_all(bytes).and_then(|()| self.to.flush());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
