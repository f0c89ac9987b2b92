//! Ensures that no child process outlives this one.
//!
//! Children stay in this process group, so Ctrl-C in a terminal, or a harness that kills the group, reaches them
//! directly. SIGTERM to this process alone does not: then this module ends the children and their descendants (Trunk
//! starts Cargo, Cargo starts rustc).

use std::process::{Child, ExitStatus};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use sysinfo::{Pid, ProcessRefreshKind, ProcessStatus, ProcessesToUpdate, Signal, System};

use crate::prelude::*;

/// The exit code that a shell reports after Ctrl-C.
const INTERRUPTED: i32 = 130;

/// How long a process may take to end by itself.
pub const PATIENCE: Duration = Duration::from_secs(3);

static REQUESTED: AtomicBool = AtomicBool::new(false);

/// From now on, Ctrl-C, SIGTERM and SIGHUP end the children and then this process.
pub fn stop_children_with_us() -> Result<()> {
    ctrlc::set_handler(|| {
        REQUESTED.store(true, Ordering::SeqCst);
        end_all(|process| process.parent == std::process::id());
        std::process::exit(INTERRUPTED);
    })
    .context("cannot listen for Ctrl-C: run the command again")
}

/// Call this after a child has ended: if everything is being stopped, it waits for that instead of reporting the
/// child's end as a failure.
pub fn wait_if_requested() {
    // The signal reaches the child and this process at the same time, in either order.
    thread::sleep(Duration::from_millis(50));
    while REQUESTED.load(Ordering::SeqCst) {
        thread::park();
    }
}

/// Reports an unexpected exit as a failure, unless everything is being stopped.
pub fn ended<T>(name: &str, status: ExitStatus) -> Result<T> {
    wait_if_requested();
    bail!("{name} exited ({status}): see its messages above, and start it again")
}

/// A background child, which is stopped when this value is dropped.
#[derive(Debug)]
pub struct Running(pub Child);

impl Drop for Running {
    fn drop(&mut self) {
        stop_unless_reaped(&mut self.0, |id| end_all(|process| process.id == id));
    }
}

/// Stops a child by its process id, and waits for it. Once a child has been waited for, the system may reuse its id for
/// another process, which must not be stopped.
pub fn stop_unless_reaped(child: &mut Child, stop: impl FnOnce(u32)) {
    // `try_wait` remembers an earlier wait.
    if matches!(child.try_wait(), Ok(None)) {
        stop(child.id());
        // A child that is not waited for stays in the process table until this process ends.
        let _ = child.wait();
    }
}

/// A process with its parent and start time. The start time tells apart two processes that used the same id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Process {
    /// Its id.
    pub id: u32,
    /// The id of its parent, or of the process that has adopted it.
    pub parent: u32,
    /// In seconds.
    pub started: u64,
}

/// Returns every running process.
pub fn look(system: &mut System) -> Vec<Process> {
    system.refresh_processes_specifics(ProcessesToUpdate::All, true, ProcessRefreshKind::nothing().without_tasks());
    let alive = system.processes().values().filter(|process| process.status() != ProcessStatus::Zombie);
    alive
        .map(|process| Process {
            id: process.pid().as_u32(),
            parent: process.parent().map_or(0, Pid::as_u32),
            started: process.start_time(),
        })
        .collect()
}

/// Ends these processes and their descendants.
fn end_all(is_root: impl Fn(&Process) -> bool) {
    // One instance for all snapshots: another might report a different start time for the same process.
    let Ok(mut system) = System::new() else { return };
    let alive = look(&mut system);
    let family = family(is_root, &alive);
    // Parents first: a child's death must not make its parent start another.
    send(Signal::Term, &family, &mut system);
    let since = Instant::now();
    while !left(&family, &look(&mut system)).is_empty() {
        if since.elapsed() > PATIENCE {
            return send(Signal::Kill, &family, &mut system);
        }
        thread::sleep(Duration::from_millis(20));
    }
}

/// Returns the roots and their descendants, parents first.
pub fn family(is_root: impl Fn(&Process) -> bool, alive: &[Process]) -> Vec<&Process> {
    let mut family: Vec<&Process> = alive.iter().filter(|process| is_root(process)).collect();
    let mut next = 0;
    while let Some(parent) = family.get(next).map(|process| process.id) {
        for process in alive {
            if process.parent == parent && !family.contains(&process) {
                family.push(process);
            }
        }
        next += 1;
    }
    family
}

/// Returns the members of the family that still run, excluding processes that reuse their ids. A process keeps its id
/// and start time, but changes its parent when that ends.
pub fn left<'a>(family: &[&'a Process], alive: &[Process]) -> Vec<&'a Process> {
    let is_alive =
        |process: &Process| alive.iter().any(|other| (other.id, other.started) == (process.id, process.started));
    family.iter().copied().filter(|process| is_alive(process)).collect()
}

fn send(signal: Signal, family: &[&Process], system: &mut System) {
    for process in left(family, &look(system)) {
        if let Some(process) = system.process(Pid::from_u32(process.id)) {
            // Fails harmlessly if it has just ended. Windows has no SIGTERM.
            process.kill_with(signal).unwrap_or_else(|| process.kill());
        }
    }
}
