//! Runs the promises of an extension in Chromium, Firefox and WebKit, from one description: `tests/engines/`.
//!
//! Always in Chromium, in the others if they are installed. Uses the builds of the end-to-end part.

use std::time::Duration;

use super::{Ran, counted, counts, end_to_end};
use crate::prelude::*;
use crate::stop::Running;
use crate::tools::engines::{self, Engine};
use crate::{certificate, ports, process, release, supported};

/// The port for `cargo xtask dev`: neither its default, nor that of the end-to-end part.
const PORT: u16 = 3533;
/// A development build may have to be compiled first.
const PATIENCE: Duration = Duration::from_secs(20 * 60);

pub(super) fn set_up(shell: &Shell) -> Result<()> {
    release::set_up(shell)?;
    engines::ensure(shell).map(drop)
}

pub(super) fn run(shell: &Shell) -> Result<Ran> {
    let names: Vec<&str> = engines::ensure(shell)?.into_iter().map(Engine::name).collect();
    end_to_end::build_once(shell)?;
    supported::check(shell, false)?;
    let (certificate, port) = (certificate::ensure()?, PORT.to_string());
    // By Cargo: a part before this one may have replaced the program that runs, whose path then leads nowhere.
    let mut simulator = Running(process::start(cmd!(shell, "cargo xtask dev --port {port}"), |_| {})?);
    ports::wait_for("The simulator", &mut simulator, PORT, PATIENCE)?;
    let tests = cmd!(
        shell,
        "node tests/engines/run.mjs --certificate {certificate} --simulator http://127.0.0.1:{port} {names...}"
    );
    Ok(Ran::Tests(counted(&process::scan(tests)?, counts::ENGINES)?))
}
