//! No child process outlives its parent, and no other process is stopped by mistake.
#![cfg(unix)]

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::folder;
use cargo_livechat::stop::{PATIENCE, Process, Running, family, left, look, stop_unless_reaped};
use sysinfo::{Pid, Signal, System};

fn process(id: u32, parent: u32) -> Process {
    Process { id, parent, started: 100 }
}

fn is_running(id: u32) -> bool {
    look(&mut System::new().unwrap()).iter().any(|process| process.id == id)
}

#[test]
fn a_child_that_was_waited_for_is_never_signaled() {
    let mut child = Command::new("true").spawn().unwrap();
    child.wait().unwrap();
    stop_unless_reaped(&mut child, |id| panic!("{id} belongs to another process by now"));
}

#[test]
fn a_child_that_is_running_is_signaled_by_its_id() {
    let mut child = Command::new("cat").stdin(Stdio::piped()).spawn().unwrap();
    let (id, mut stopped) = (child.id(), None);
    let input = child.stdin.take();
    stop_unless_reaped(&mut child, |id| {
        stopped = Some(id);
        drop(input);
    });
    assert_eq!(stopped, Some(id));
}

#[test]
fn a_family_is_everything_below_the_roots_and_nothing_else() {
    let alive = [process(5, 3), process(1, 0), process(2, 1), process(3, 2), process(4, 1), process(6, 4)];
    let ids = |roots: &[u32]| -> Vec<u32> {
        family(|process| roots.contains(&process.id), &alive).iter().map(|process| process.id).collect()
    };
    assert_eq!(ids(&[2]), [2, 3, 5]);
    assert_eq!(ids(&[2, 4]), [2, 4, 3, 6, 5]);
    assert_eq!(ids(&[9]), [0; 0], "one that has ended");
}

#[test]
fn a_process_that_reuses_an_id_is_not_mistaken_for_the_earlier_one() {
    let (first, second) = (process(7, 2), process(8, 2));
    let other = Process { started: 200, ..first.clone() };
    // Its parent has ended, and another process has adopted it.
    let adopted = Process { parent: 1, ..second.clone() };
    assert_eq!(left(&[&first, &second], &[other, adopted]), [&second]);
}

#[test]
fn a_grandchild_ends_with_the_guard() {
    // The shell starts a child and prints its id.
    let mut child =
        Command::new("sh").args(["-c", "sleep 600 & echo $!; wait"]).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let grandchild: u32 = line.trim().parse().unwrap();
    assert!(is_running(grandchild), "it has started");
    let since = Instant::now();
    drop(Running(child));
    assert!(!is_running(grandchild), "it has ended");
    assert!(since.elapsed() < PATIENCE, "it was asked first");
}

#[test]
fn a_command_that_is_terminated_ends_what_it_has_started() {
    // A stand-in for Cargo that records the id of its child and waits for it.
    let machine = folder(&[]);
    let (cargo, written) = (machine.path().join("cargo"), machine.path().join("child"));
    let child = written.display();
    fs::write(&cargo, format!("#!/bin/sh\nsleep 600 &\necho $! > {child}.new\nmv {child}.new {child}\nwait\n"))
        .unwrap();
    fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", machine.path().display(), std::env::var("PATH").unwrap());
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-livechat"));
    let mut command = command.arg("sections").env("PATH", path).stdout(Stdio::null()).spawn().unwrap();
    let since = Instant::now();
    while !written.exists() {
        assert!(since.elapsed() < Duration::from_secs(30), "it does not start");
        thread::sleep(Duration::from_millis(20));
    }
    let grandchild: u32 = fs::read_to_string(written).unwrap().trim().parse().unwrap();
    assert!(is_running(grandchild));
    let mut system = System::new().unwrap();
    look(&mut system);
    system.process(Pid::from_u32(command.id())).unwrap().kill_with(Signal::Term).unwrap();
    assert_eq!(command.wait().unwrap().code(), Some(130));
    assert!(!is_running(grandchild), "it has ended, too");
}
