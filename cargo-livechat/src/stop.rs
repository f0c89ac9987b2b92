//! No child process outlives us.
//!
//! Children stay in our process group, so that Ctrl-C in a terminal, and a harness that kills the whole group, reach them
//! without our help. SIGTERM to us alone does not reach them: then we end them, and what they started (Trunk starts
//! Cargo, Cargo starts rustc).

use std::process::{Child, ExitStatus};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use sysinfo::{Pid, ProcessRefreshKind, ProcessStatus, ProcessesToUpdate, Signal, System};

use crate::prelude::*;

/// What a shell reports for a program that Ctrl-C has ended.
const INTERRUPTED: i32 = 130;

/// How long a process may take to end by itself.
pub const PATIENCE: Duration = Duration::from_secs(3);

static REQUESTED: AtomicBool = AtomicBool::new(false);

/// From now on Ctrl-C, SIGTERM and SIGHUP end our children and then us.
pub fn stop_children_with_us() -> Result<()> {
    ctrlc::set_handler(|| {
        REQUESTED.store(true, Ordering::SeqCst);
        end_all(|process| process.parent == std::process::id());
        std::process::exit(INTERRUPTED);
    })
    .context("cannot listen for Ctrl-C: run the command again")
}

/// After a child has ended: if it did because all of us are to end, waits for that, rather than have the child's end
/// reported as a failure.
pub fn wait_if_requested() {
    // The signal reaches the child and us at the same time, in either order.
    thread::sleep(Duration::from_millis(50));
    while REQUESTED.load(Ordering::SeqCst) {
        thread::park();
    }
}

/// Reports a child as a failure that should not have ended, unless all of us are to end.
pub fn ended<T>(name: &str, status: ExitStatus) -> Result<T> {
    wait_if_requested();
    bail!("{name} has ended ({status}): see its messages above, and start it again")
}

/// A child that runs beside us, and ends with this value.
#[derive(Debug)]
pub struct Running(pub Child);

impl Drop for Running {
    fn drop(&mut self) {
        stop_unless_reaped(&mut self.0, |id| end_all(|process| process.id == id));
    }
}

/// Stops a child by its process id, and waits for it. The system gives the id of a child that was waited for to another
/// process, which must not be stopped in its place.
pub fn stop_unless_reaped(child: &mut Child, stop: impl FnOnce(u32)) {
    // `try_wait` remembers that the child was waited for before.
    if matches!(child.try_wait(), Ok(None)) {
        stop(child.id());
        // A child that is not waited for stays in the process table until we end.
        let _ = child.wait();
    }
}

/// A process, the one that started it, and when it started: two processes that had the same id one after the other
/// differ in that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Process {
    /// Its id.
    pub id: u32,
    /// The id of the one that started it, or of the one that adopted it since.
    pub parent: u32,
    /// In seconds.
    pub started: u64,
}

/// Every process that has not ended.
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

/// Ends these processes, and all that they started.
fn end_all(is_root: impl Fn(&Process) -> bool) {
    // One for all looks: it may say another time for the same start than another would.
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

/// The roots and everything below them, parents before children.
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

/// Those of the family that are still running, and not others that were given their ids. A process keeps its id and its
/// start, and gets another parent when its own ends.
pub fn left<'a>(family: &[&'a Process], alive: &[Process]) -> Vec<&'a Process> {
    let is_alive =
        |process: &Process| alive.iter().any(|other| (other.id, other.started) == (process.id, process.started));
    family.iter().copied().filter(|process| is_alive(process)).collect()
}

fn send(signal: Signal, family: &[&Process], system: &mut System) {
    for process in left(family, &look(system)) {
        if let Some(process) = system.process(Pid::from_u32(process.id)) {
            // It may have ended meanwhile: that is what we want. Windows has no SIGTERM.
            process.kill_with(signal).unwrap_or_else(|| process.kill());
        }
    }
}
