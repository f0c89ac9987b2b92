//! The command line of `cargo livechat`.

use std::env;
use std::ffi::OsString;

use clap::Parser;

use crate::commands::{build, check, dev, doctor, new, sections, test};
use crate::prelude::*;
use crate::stop;

/// Makes, serves, tests, builds and checks extensions for the LiveChat Agent App that are written with yew-livechat
#[derive(Debug, Parser)]
#[command(name = "cargo livechat", bin_name = "cargo livechat", version)]
enum Command {
    /// Make a project
    New(new::Arguments),
    /// Serve the project in the simulator, with live reload
    Dev(dev::Arguments),
    /// Run the project's tests: natively, then in a browser
    Test(test::Arguments),
    /// Build the project for release into dist/, and show the sizes
    Build(build::Arguments),
    /// Check the release build in headless Chromium, and write a report with pictures
    Check(check::Arguments),
    /// Print the Developer Console's initial state
    Sections,
    /// Show what is installed, what is missing and how to get it
    Doctor,
}

/// Runs the command.
pub(crate) fn run() -> Result<()> {
    let command = Command::parse_from(arguments(env::args_os()));
    stop::stop_children_with_us()?;
    let shell = shell()?;
    match command {
        Command::New(arguments) => new::run(&shell, &arguments),
        Command::Dev(arguments) => dev::run(&shell, &arguments),
        Command::Test(arguments) => test::run(&shell, &arguments),
        Command::Build(arguments) => build::run(&shell, &arguments),
        Command::Check(arguments) => check::run(&shell, &arguments),
        Command::Sections => sections::run(&shell),
        Command::Doctor => doctor::run(&shell),
    }
}

/// Drops the word `livechat` that Cargo passes on: `cargo livechat dev` starts `cargo-livechat livechat dev`.
fn arguments(all: impl Iterator<Item = OsString>) -> impl Iterator<Item = OsString> {
    all.enumerate().filter(|(index, argument)| *index != 1 || argument != "livechat").map(|(_, argument)| argument)
}

/// A shell in the current folder.
fn shell() -> Result<Shell> {
    let shell = Shell::new().context("cannot determine the current folder: change into one that exists")?;
    // By convention any value counts; Trunk 0.21 accepts only `true` and `false`.
    if let Some(value) = env::var_os("NO_COLOR") {
        shell.set_var("NO_COLOR", if value.is_empty() { "false" } else { "true" });
    }
    Ok(shell)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        let all = line.split(' ').map(OsString::from);
        arguments(all).map(|argument| argument.into_string().unwrap()).collect()
    }

    #[test]
    fn the_word_that_cargo_passes_on_is_not_a_command() {
        assert_eq!(words("cargo-livechat livechat new livechat"), ["cargo-livechat", "new", "livechat"]);
        assert_eq!(words("cargo-livechat new livechat"), ["cargo-livechat", "new", "livechat"]);
    }

    #[test]
    fn the_command_line_has_no_contradictions() {
        <Command as clap::CommandFactory>::command().debug_assert();
    }
}
