//! The project's own commands: `cargo xtask dev`, `test`, `build`, `csp`, `docs`, `conformance`, `bench`, `api`, `package`, `deny`,
//! `screenshots`, `catalogue`, `copies` and `doctor`.
//!
//! Each makes sure of what it needs first, and says what it does and how long that usually takes.
//!
//! | to find | look in |
//! |---|---|
//! | what a command does | `dev`, `test/` (one file a part), `release` (the command `build`), `csp`, `docs`, `conformance`, `copies`, `bench/`, `api/`, `packages/` (the command `package`), `deny`, `screenshots`, `catalogue`, `doctor` |
//! | how the guide in `docs/` is read, built and checked | `guide/` |
//! | what the demo may weigh | `budget`, `sizes` |
//! | how a tool is found or installed | `tools/` (one file a tool) |
//! | where the certificate of `dev --https` comes from | `certificate` |
//! | how child processes run, are read and end | `process`, `playwright`, `stop` |

mod api;
mod bench;
mod budget;
mod catalogue;
mod certificate;
mod conformance;
mod copies;
mod csp;
mod deny;
mod dev;
mod docs;
mod doctor;
mod guide;
mod packages;
mod playwright;
mod ports;
mod process;
mod release;
mod screenshots;
mod sizes;
mod stop;
mod table;
mod test;
mod tools;
mod workspace;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::api::unlocked_rustdoc;
use crate::bench::Extent;
use crate::test::Part;

/// The commands of yew-livechat
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the demo in the simulator, with live reload
    Dev {
        /// The port to serve on; the authorize example takes the next one
        #[arg(long, default_value_t = 3333, value_parser = clap::value_parser!(u16).range(1..=65534))]
        port: u16,
        /// Serve with https, as the Agent App wants it, by a certificate of this machine's own
        #[arg(long)]
        https: bool,
    },
    /// Run every test, or only some parts of them
    Test {
        /// Run this part only; may be given more than once
        #[arg(long, value_name = "PART", value_enum, num_args = 1..)]
        only: Vec<Part>,
    },
    /// Build the demo for release into dist/, and show the sizes
    Build {
        /// Write down what it weighs, as what it may weigh from now on
        #[arg(long)]
        write_budget: bool,
    },
    /// Print the Content Security Policy to send with a page that Trunk has built
    Csp {
        /// The folder that it was built into
        dist: PathBuf,
    },
    /// Build the guide into target/guide, and the API's documentation
    Docs,
    /// Hold the framework against the published JavaScript SDK
    Conformance {
        /// Write what is found into docs/from-javascript.md and docs/conformance.md
        #[arg(long)]
        write: bool,
    },
    /// Compare the public API with what is kept of it in xtask/api/
    Api {
        /// Keep it as it is now
        #[arg(long)]
        write: bool,
    },
    /// Build each crate from its package, as a registry's user would get it
    Package,
    /// Write the files again that are copies of others
    Copies,
    /// Check licences, sources and versions of all dependencies
    Deny {
        /// Also look up what is known against them, over the network
        #[arg(long)]
        advisories: bool,
    },
    /// Measure the framework side by side with the JavaScript SDK
    Bench {
        /// How often each extension is measured
        #[arg(long, default_value_t = 11, value_parser = clap::value_parser!(u32).range(1..))]
        runs: u32,
        /// In how many of these each is sent 100,000 events, for the memory they leave behind
        #[arg(long, default_value_t = 3)]
        long_runs: u32,
        /// Write what is found into README.md and docs/measured.md
        #[arg(long)]
        write: bool,
    },
    /// Take the pictures of the README and of the components anew
    Screenshots,
    /// Write docs/components.md from what the components say of themselves
    Catalogue,
    /// Show what is installed, what is missing and how to get it
    Doctor,
}

fn main() -> ExitCode {
    if unlocked_rustdoc::is_asked() {
        return shown(unlocked_rustdoc::run());
    }
    unlocked_rustdoc::note_program();
    let cli = Cli::parse();
    shown(run(cli.command))
}

/// An error is for a person to read.
fn shown(result: Result<ExitCode>) -> ExitCode {
    match result {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<ExitCode> {
    stop::stop_children_with_us()?;
    let shell = workspace::shell()?;
    match command {
        Command::Dev { port, https } => dev::run(&shell, port, https),
        Command::Test { only } => test::run(&shell, &only),
        Command::Build { write_budget } => release::run(&shell, write_budget),
        Command::Csp { dist } => csp::run(&dist),
        Command::Docs => docs::run(&shell),
        Command::Conformance { write } => conformance::run(&shell, write),
        Command::Api { write } => api::run(&shell, write),
        Command::Copies => copies::run(),
        Command::Package => packages::run(&shell),
        Command::Deny { advisories } => deny::run(&shell, advisories),
        Command::Bench { runs, long_runs, write } => bench::run(&shell, Extent { runs, long_runs, write }),
        Command::Screenshots => screenshots::run(&shell),
        Command::Catalogue => catalogue::run(),
        Command::Doctor => doctor::run(&shell),
    }
}
