//! `livechat-shrink`: the program that Trunk runs as a hook. The library does the work.

use std::process::ExitCode;

fn main() -> ExitCode {
    livechat_shrink::command_line::main()
}
