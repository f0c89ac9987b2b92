//! Runs child processes: their output goes to the terminal as it comes, and is kept for reading.

use std::env;
use std::io::{self, IsTerminal, Read, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};
use xshell::Cmd;

use crate::stop;

/// What a child that has ended left behind.
#[derive(Debug)]
pub(crate) struct Ended {
    /// How it ended.
    pub(crate) status: ExitStatus,
    /// What it wrote, without colours: first its output, then its errors.
    pub(crate) text: String,
}

/// Runs to the end, with the terminal as its own. Fails if the command does.
pub(crate) fn run(command: Cmd<'_>) -> Result<()> {
    let shown = command.to_string();
    println!("$ {shown}");
    let status = Command::from(command)
        .status()
        .with_context(|| format!("cannot start `{shown}`: is it installed? See `cargo xtask doctor`"))?;
    if !status.success() {
        stop::wait_if_requested();
        bail!("`{shown}` failed: see its messages above");
    }
    Ok(())
}

/// Runs to the end and returns what it wrote as well.
pub(crate) fn scan(command: Cmd<'_>) -> Result<Ended> {
    let shown = command.to_string();
    println!("$ {shown}");
    let mut command = Command::from(command);
    // Behind a pipe a program takes its colours off: ask for them if a person is looking.
    if io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none() {
        command.env("CARGO_TERM_COLOR", "always");
        command.env("FORCE_COLOR", "1");
    }
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start `{shown}`: is it installed? See `cargo xtask doctor`"))?;
    let errors = child.stderr.take();
    let errors = thread::spawn(move || copy(errors, io::stderr()));
    let mut bytes = copy(child.stdout.take(), io::stdout());
    bytes.extend(errors.join().unwrap_or_default());
    let status = child.wait().with_context(|| format!("cannot tell how `{shown}` ended: run it again"))?;
    if !status.success() {
        stop::wait_if_requested();
    }
    Ok(Ended { status, text: without_colours(&String::from_utf8_lossy(&bytes)) })
}

/// Passes on what comes, at once, and returns all of it.
fn copy(from: Option<impl Read>, mut to: impl Write) -> Vec<u8> {
    let mut all = Vec::new();
    let Some(mut from) = from else { return all };
    let mut chunk = [0; 8192];
    loop {
        match from.read(&mut chunk) {
            Ok(0) => return all,
            Ok(length) => {
                let part = chunk.get(..length).unwrap_or_default();
                all.extend_from_slice(part);
                // A terminal that is gone is no reason to stop counting tests.
                let _ = to.write_all(part).and_then(|()| to.flush());
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return all,
        }
    }
}

/// Takes out the escape sequences that colour a terminal and move its cursor.
fn without_colours(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        if character != '\u{1b}' {
            plain.push(character);
        } else if characters.next() == Some('[') {
            // Parameters, then one letter (or another character from `@` on) that ends it.
            for character in characters.by_ref() {
                if ('@'..='~').contains(&character) {
                    break;
                }
            }
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use xshell::{Shell, cmd};

    #[test]
    fn colours_are_taken_out_and_nothing_else() {
        let coloured = "\u{1b}[32;1m  3 passed\u{1b}[0m [2 of 3]\u{1b}[1A\u{1b}[2K done";
        assert_eq!(without_colours(coloured), "  3 passed [2 of 3] done");
        assert_eq!(without_colours("plain [1] text"), "plain [1] text");
        assert_eq!(without_colours("cut off \u{1b}[3"), "cut off ");
    }

    #[cfg(unix)]
    #[test]
    fn both_streams_and_the_status_are_kept() {
        let shell = Shell::new().unwrap();
        let script = "echo one; echo two >&2; exit 3";
        let ended = scan(cmd!(shell, "sh -c {script}")).unwrap();
        assert_eq!(ended.text, "one\ntwo\n");
        assert_eq!(ended.status.code(), Some(3));
    }

    #[cfg(unix)]
    #[test]
    fn a_failing_command_is_an_error_that_names_it() {
        let shell = Shell::new().unwrap();
        let error = run(cmd!(shell, "sh -c 'exit 1'")).unwrap_err();
        assert!(error.to_string().contains("sh -c"), "{error}");
        let error = run(cmd!(shell, "no-such-program-at-all")).unwrap_err();
        assert!(error.to_string().contains("cargo xtask doctor"), "{error}");
        assert!(run(cmd!(shell, "true")).is_ok());
    }
}
