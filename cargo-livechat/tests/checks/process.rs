//! How child processes run, and how their output is captured.
#![cfg(unix)]

use cargo_livechat::process::{run, scan};
use xshell::{Shell, cmd};

#[test]
fn both_streams_and_the_status_are_kept_and_colors_are_not() {
    let shell = Shell::new().unwrap();
    let script = r"printf '\033[32;1mone\033[0m [2 of 3]\n'; echo two >&2; exit 3";
    let ended = scan(cmd!(shell, "sh -c {script}")).unwrap();
    assert_eq!(ended.text, "one [2 of 3]\ntwo\n");
    assert_eq!(ended.status.code(), Some(3));
}

#[test]
fn a_failing_command_is_an_error_that_names_it() {
    let shell = Shell::new().unwrap();
    let error = run(cmd!(shell, "sh -c 'exit 1'")).unwrap_err();
    assert!(error.to_string().contains("sh -c"), "{error}");
    let error = run(cmd!(shell, "no-such-program-at-all")).unwrap_err();
    assert!(error.to_string().contains("install it, or put it on PATH"), "{error}");
    assert!(run(cmd!(shell, "true")).is_ok());
}
