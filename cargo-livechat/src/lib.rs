//! `cargo livechat`: makes, serves, tests, builds and checks extensions for the LiveChat Agent App that are written with yew-livechat.
//!
//! It works in any project. The repository's own commands, `cargo xtask`, use this library, too.
//!
//! | to find | look in |
//! |---|---|
//! | the command line | `command_line` |
//! | what a command does | the file in `commands/` with the command's name |
//! | how the project around the current folder is found | [`project`] |
//! | what a new project contains | [`template`] |
//! | how a tool is found or installed, and its version | [`tools`] |
//! | what a server must send with a build | [`headers`], [`csp`], [`precompress`] |
//! | what `check` checks, and how | [`check`] |
//! | how a saved style sheet is shown without a build | [`styles`] |
//! | what a build weighs | [`sizes`], [`weights`] |
//! | where the certificate of `dev --https` comes from | [`certificate`] |
//! | how child processes run, report and end, and which ports they need | [`process`], [`stop`], [`ports`] |

pub mod certificate;
pub mod check;
mod command_line;
mod commands;
pub mod csp;
pub mod doctor;
mod fake;
pub mod files;
pub mod headers;
pub mod ports;
pub mod precompress;
mod prelude;
pub mod process;
pub mod project;
pub mod sizes;
pub mod stop;
pub mod styles;
pub mod table;
pub mod template;
pub mod tools;
pub mod webdriver;
pub mod weights;

use std::process::ExitCode;

/// Runs the command from the command line.
#[must_use]
pub fn main() -> ExitCode {
    if tools::shrink::is_called() {
        return livechat_shrink::command_line::main();
    }
    match command_line::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Ctrl-C is not a failure.
            stop::wait_if_requested();
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}
