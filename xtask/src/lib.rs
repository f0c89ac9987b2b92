//! The project's own commands; `cargo xtask --help` lists them.
//!
//! Each command checks its requirements first, and prints what it does and how long that usually takes.
//!
//! | to find | look in |
//! |---|---|
//! | what a command does | the file with its name; `release` is the command `build`, `packages/` the command `package`, and `test/` has one file per part |
//! | how the guide in `docs/` is read, built and checked | `guide/`, `links`, `markdown` |
//! | what the demo may weigh, and the features `sign-in` and `api` | `budget`, `additions`, `sizes` |
//! | how a tool is found or installed, and its version | `tools/` |
//! | what projects need as well: the certificate of `dev --https`, child processes, ports, sizes, a page's policy, Trunk and wasm-bindgen-cli | the crate `cargo-livechat` |
//!
//! It is a library for `tests/checks/`.

mod additions;
pub mod api;
pub mod bench;
pub mod budget;
pub mod catalogue;
mod check;
mod conformance;
pub mod copies;
mod deny;
pub mod dev;
mod docs;
pub mod doctor;
mod field_check;
pub mod guide;
pub mod links;
pub mod markdown;
mod order_desk;
pub mod packages;
mod playwright;
mod prelude;
mod release;
mod screenshots;
mod sign_in_example;
pub mod site;
mod supported;
pub mod test;
pub mod tools;
pub mod workspace;

use std::process::ExitCode;

// Shared with the commands for projects.
pub use cargo_livechat::{certificate, csp, files, ports, process, sizes, stop, styles, table};
use clap::Parser;

use crate::api::unlocked_rustdoc;
use crate::prelude::*;

/// The commands of yew-livechat
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Command {
    /// Serve the demo in the simulator, with live reload
    Dev {
        /// The port to serve on; the authorize example uses the next one, and the fake LiveChat the two after that
        #[arg(long, default_value_t = 3333, value_parser = clap::value_parser!(u16).range(1..=i64::from(u16::MAX - dev::OTHERS)))]
        port: u16,
        /// Serve over HTTPS, as the Agent App requires, with a local certificate
        #[arg(long)]
        https: bool,
    },
    /// Run all tests, or only some parts
    Test {
        /// Run this part only; may be given more than once
        #[arg(long, value_name = "PART", value_enum, num_args = 1..)]
        only: Vec<test::Part>,
    },
    /// Build the demo for release into dist/, and show the sizes
    Build {
        /// Record the current weight as the new budget
        #[arg(long)]
        write_budget: bool,
    },
    /// Build the demo for release, and check it in headless Chromium
    Check,
    /// Weigh what the features `sign-in` and `api` add to the smallest extension
    Additions,
    /// Print the Content Security Policy for a page that Trunk has built
    Csp {
        /// The folder of the build
        dist: PathBuf,
    },
    /// Build the guide into target/guide, and the API documentation
    Docs,
    /// Build the website into target/site: the guide, the API, and what a visitor can try
    Site,
    /// Compare the framework with the published JavaScript SDK
    Conformance {
        /// Write the results to docs/from-javascript.md and docs/conformance.md
        #[arg(long)]
        write: bool,
    },
    /// Compare the public API with the recorded one in xtask/api/
    Api {
        /// Record the current API
        #[arg(long)]
        write: bool,
    },
    /// Build each crate from its package, as a user of the registry would
    Package,
    /// Update files that are copies of others
    Copies,
    /// Check licenses, sources and versions of all dependencies
    Deny {
        /// Also look up known vulnerabilities, over the network
        #[arg(long)]
        advisories: bool,
    },
    /// Measure the framework side by side with the JavaScript SDK
    Bench(bench::Extent),
    /// Take the pictures of the README, the components, the placements and the recipes again
    Screenshots,
    /// Write docs/components.md from the components' documentation
    Catalogue,
    /// Derive the oldest browsers that run the release build, and compare the result with docs/deploying.md
    Supported {
        /// Write the result there
        #[arg(long)]
        write: bool,
    },
    /// Show what is installed, what is missing and how to get it
    Doctor,
}

/// Runs the command from the command line.
pub fn main() -> ExitCode {
    let result = if unlocked_rustdoc::is_asked() {
        unlocked_rustdoc::run()
    } else {
        unlocked_rustdoc::note_program();
        run(Command::parse())
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    stop::stop_children_with_us()?;
    let shell = workspace::shell()?;
    match command {
        Command::Dev { port, https } => dev::run(&shell, port, https),
        Command::Test { only } => test::run(&shell, &only),
        Command::Build { write_budget } => release::run(&shell, write_budget),
        Command::Check => check::run(&shell),
        Command::Additions => additions::run(&shell),
        Command::Csp { dist } => csp::run(&dist),
        Command::Docs => docs::run(&shell),
        Command::Site => site::run(&shell),
        Command::Conformance { write } => conformance::run(&shell, write),
        Command::Api { write } => api::run(&shell, write),
        Command::Package => packages::run(&shell),
        Command::Copies => copies::run(),
        Command::Deny { advisories } => deny::run(&shell, advisories),
        Command::Bench(extent) => bench::run(&shell, &extent),
        Command::Screenshots => screenshots::run(&shell),
        Command::Catalogue => catalogue::run(),
        Command::Supported { write } => supported::run(&shell, write),
        Command::Doctor => doctor::run(&shell),
    }
}
