//! The project's own commands; `cargo xtask --help` lists them.
//!
//! Each makes sure of what it needs first, and says what it does and how long that usually takes.
//!
//! | to find | look in |
//! |---|---|
//! | what a command does | the file named after it; `release` is the command `build`, `packages/` the command `package`, and `test/` has one file a part |
//! | how the guide in `docs/` is read, built and checked | `guide/`, `links`, `markdown` |
//! | what the demo may weigh | `budget`, `sizes` |
//! | how a tool is found or installed, and at which version | `tools/` |
//! | what a project needs as well: the certificate of `dev --https`, child processes, ports, sizes, the policy of a page, Trunk and wasm-bindgen-cli | the crate `cargo-livechat` |
//!
//! It is a library for the sake of `tests/checks/`.

pub mod api;
pub mod bench;
pub mod budget;
pub mod catalogue;
mod conformance;
pub mod copies;
mod deny;
pub mod dev;
mod docs;
pub mod doctor;
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
mod supported;
pub mod test;
pub mod tools;
pub mod workspace;

use std::process::ExitCode;

// What a project of its own needs as well.
pub use cargo_livechat::{certificate, csp, files, ports, process, sizes, stop, table};
use clap::Parser;

use crate::api::unlocked_rustdoc;
use crate::prelude::*;

/// The commands of yew-livechat
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Command {
    /// Serve the demo in the simulator, with live reload
    Dev {
        /// The port to serve on; the authorize example takes the next one, and the fake LiveChat the two after that
        #[arg(long, default_value_t = 3333, value_parser = clap::value_parser!(u16).range(1..=i64::from(u16::MAX - dev::OTHERS)))]
        port: u16,
        /// Serve over HTTPS, as the Agent App wants it, by a certificate of this machine's own
        #[arg(long)]
        https: bool,
    },
    /// Run every test, or only some parts of them
    Test {
        /// Run this part only; may be given more than once
        #[arg(long, value_name = "PART", value_enum, num_args = 1..)]
        only: Vec<test::Part>,
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
    /// Check licenses, sources and versions of all dependencies
    Deny {
        /// Also look up what is known against them, over the network
        #[arg(long)]
        advisories: bool,
    },
    /// Measure the framework side by side with the JavaScript SDK
    Bench(bench::Extent),
    /// Take the pictures of the README and of the components again
    Screenshots,
    /// Write docs/components.md from what the components say of themselves
    Catalogue,
    /// Derive the oldest browsers that run the release build, and compare docs/deploying.md with them
    Supported {
        /// Write them there
        #[arg(long)]
        write: bool,
    },
    /// Show what is installed, what is missing and how to get it
    Doctor,
}

/// Runs the command of the command line.
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
        Command::Csp { dist } => csp::run(&dist),
        Command::Docs => docs::run(&shell),
        Command::Conformance { write } => conformance::run(&shell, write),
        Command::Api { write } => api::run(&shell, write),
        Command::Package => packages::run(&shell),
        Command::Copies => copies::run(),
        Command::Deny { advisories } => deny::run(&shell, advisories),
        Command::Bench(extent) => bench::run(&shell, extent),
        Command::Screenshots => screenshots::run(&shell),
        Command::Catalogue => catalogue::run(),
        Command::Supported { write } => supported::run(&shell, write),
        Command::Doctor => doctor::run(&shell),
    }
}
