//! `cargo livechat`: see `lib.rs`.

use std::process::ExitCode;

fn main() -> ExitCode {
    cargo_livechat::main()
}
