//! The project's own commands: see `lib.rs`.

use std::process::ExitCode;

fn main() -> ExitCode {
    xtask::main()
}
