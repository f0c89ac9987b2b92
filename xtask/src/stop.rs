//! No child process outlives us.
//!
//! Children stay in our process group, so that Ctrl-C in a terminal, and a harness that kills the
//! whole group, reach them without our help. A harness that sends SIGTERM to us alone does not
//! reach them: then we end them, and what they started (Trunk starts Cargo, Cargo starts rustc).

use std::process::Child;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

/// What a shell reports for a program that Ctrl-C has ended.
const INTERRUPTED: i32 = 130;

static REQUESTED: AtomicBool = AtomicBool::new(false);

/// From now on Ctrl-C, SIGTERM and SIGHUP end our children and then us.
pub(crate) fn stop_children_with_us() -> Result<()> {
    ctrlc::set_handler(|| {
        REQUESTED.store(true, Ordering::SeqCst);
        tree::stop_descendants(std::process::id());
        std::process::exit(INTERRUPTED);
    })
    .context("cannot listen for Ctrl-C: run `cargo xtask` again")
}

/// After a child has ended: if it did because all of us are to end, wait for that here, rather than
/// report the child's end as a failure.
pub(crate) fn wait_if_requested() {
    // The signal reaches the child and us at the same time, in either order.
    thread::sleep(Duration::from_millis(50));
    while REQUESTED.load(Ordering::SeqCst) {
        thread::park();
    }
}

/// A child that runs beside us, and ends with this value.
#[derive(Debug)]
pub(crate) struct Running(pub(crate) Child);

impl Drop for Running {
    fn drop(&mut self) {
        stop_unless_reaped(&mut self.0, tree::stop);
    }
}

/// Stops a child by its process id, and waits for it. The system gives the id of a child that was waited for to another
/// process, which must not be stopped in its place.
fn stop_unless_reaped(child: &mut Child, stop: impl FnOnce(u32)) {
    // `try_wait` remembers that the child was waited for before.
    if matches!(child.try_wait(), Ok(None)) {
        stop(child.id());
        // A child that is not waited for stays in the process table until we end.
        let _ = child.wait();
    }
}

#[cfg(unix)]
mod tree {
    use std::thread;
    use std::time::{Duration, Instant};

    use rustix::process::{Pid, Signal, kill_process};

    /// How long a process may take to end by itself.
    const PATIENCE: Duration = Duration::from_secs(3);

    /// A process, the one that started it, and when it started: two processes that had the same id one after the other
    /// differ in that.
    #[derive(Debug, Clone, PartialEq, Eq)]
    struct Process {
        id: u32,
        parent: u32,
        started: String,
    }

    impl Process {
        /// A process keeps its id and its start, and gets another parent when its own ends.
        fn is(&self, other: &Self) -> bool {
            self.id == other.id && self.started == other.started
        }
    }

    /// Ends the process and all that it started.
    pub(super) fn stop(id: u32) {
        let running = alive();
        end_all(running.iter().filter(|process| process.id == id), &running);
    }

    /// Ends all that the process started, but not the process itself.
    pub(super) fn stop_descendants(id: u32) {
        let running = alive();
        end_all(running.iter().filter(|process| process.parent == id), &running);
    }

    fn end_all<'a>(roots: impl Iterator<Item = &'a Process>, running: &'a [Process]) {
        let family = family(roots, running);
        // Parents first: a child's death must not make its parent start another.
        for process in left(&family, &alive()) {
            send(process.id, Signal::TERM);
        }
        let since = Instant::now();
        loop {
            let left = left(&family, &alive());
            if left.is_empty() {
                return;
            }
            if since.elapsed() > PATIENCE {
                for process in left {
                    send(process.id, Signal::KILL);
                }
                return;
            }
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// The roots and everything below them, parents before children.
    fn family<'a>(roots: impl Iterator<Item = &'a Process>, running: &'a [Process]) -> Vec<&'a Process> {
        let mut family: Vec<&Process> = roots.collect();
        let mut next = 0;
        while let Some(parent) = family.get(next).map(|process| process.id) {
            for process in running {
                if process.parent == parent && !family.contains(&process) {
                    family.push(process);
                }
            }
            next += 1;
        }
        family
    }

    /// Those of the family that are still running, and not others that were given their ids.
    fn left<'a>(family: &[&'a Process], running: &[Process]) -> Vec<&'a Process> {
        family.iter().copied().filter(|process| running.iter().any(|other| other.is(process))).collect()
    }

    fn send(id: u32, signal: Signal) {
        if let Some(id) = i32::try_from(id).ok().and_then(Pid::from_raw) {
            // It may have ended meanwhile: that is what we want.
            let _ = kill_process(id, signal);
        }
    }

    /// Every process that has not ended. Read from `/proc`, as a small container has no `ps`.
    #[cfg(target_os = "linux")]
    fn alive() -> Vec<Process> {
        let Ok(entries) = std::fs::read_dir("/proc") else {
            return Vec::new();
        };
        entries
            .flatten()
            .filter_map(|entry| {
                let id = entry.file_name().to_str()?.parse().ok()?;
                let stat = std::fs::read_to_string(entry.path().join("stat")).ok()?;
                parse_stat(id, &stat)
            })
            .collect()
    }

    /// `id (name) state parent …`, with the start as the 22nd field; the name may itself hold brackets and blanks.
    #[cfg(target_os = "linux")]
    fn parse_stat(id: u32, stat: &str) -> Option<Process> {
        let mut fields = stat.rsplit_once(')')?.1.split_whitespace();
        let state = fields.next()?;
        let parent = fields.next()?.parse().ok()?;
        let started = fields.nth(17)?.to_owned();
        (!matches!(state, "Z" | "X")).then_some(Process { id, parent, started })
    }

    /// Every process that has not ended.
    #[cfg(not(target_os = "linux"))]
    fn alive() -> Vec<Process> {
        let Ok(output) = std::process::Command::new("ps").args(["-A", "-o", "pid=,ppid=,stat=,lstart="]).output()
        else {
            return Vec::new();
        };
        String::from_utf8_lossy(&output.stdout)
            .lines()
            .filter_map(|line| {
                let mut fields = line.split_whitespace();
                let id = fields.next()?.parse().ok()?;
                let parent = fields.next()?.parse().ok()?;
                let state = fields.next()?;
                let started = fields.collect::<Vec<_>>().join(" ");
                (!state.starts_with('Z')).then_some(Process { id, parent, started })
            })
            .collect()
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use std::io::{BufRead, BufReader};
        use std::process::{Command, Stdio};

        fn process(id: u32, parent: u32) -> Process {
            Process { id, parent, started: "100".to_owned() }
        }

        #[test]
        fn a_family_is_everything_below_the_roots_and_nothing_else() {
            let running = [process(5, 3), process(1, 0), process(2, 1), process(3, 2), process(4, 1), process(6, 4)];
            let ids = |roots: &[u32]| -> Vec<u32> {
                let roots = roots.iter().flat_map(|id| running.iter().filter(move |process| process.id == *id));
                family(roots, &running).iter().map(|process| process.id).collect()
            };
            assert_eq!(ids(&[2]), [2, 3, 5]);
            assert_eq!(ids(&[2, 4]), [2, 4, 3, 6, 5]);
            assert_eq!(ids(&[9]), [0; 0], "one that has ended");
        }

        #[test]
        fn a_process_that_was_given_the_id_of_another_is_not_taken_for_it() {
            let (first, second) = (process(7, 2), process(8, 2));
            let other = Process { started: "200".to_owned(), ..first.clone() };
            // Its parent has ended, and another process has adopted it.
            let adopted = Process { parent: 1, ..second.clone() };
            assert_eq!(left(&[&first, &second], &[other, adopted]), [&second]);
        }

        #[cfg(target_os = "linux")]
        #[test]
        fn a_strange_process_name_does_not_hide_the_parent() {
            let rest = "42 7 7 0 -1 4194304 1 2 3 4 5 6 7 8 20 0 1 0 987654 8 9";
            let process = parse_stat(7, &format!("7 (a) b (c)) S {rest}")).unwrap();
            assert_eq!(process, Process { id: 7, parent: 42, started: "987654".to_owned() });
            assert!(parse_stat(7, &format!("7 (gone) Z {rest}")).is_none());
        }

        #[test]
        fn a_grandchild_ends_with_the_guard() {
            // The shell starts a child of its own and says its number.
            let mut child =
                Command::new("sh").args(["-c", "sleep 600 & echo $!; wait"]).stdout(Stdio::piped()).spawn().unwrap();
            let mut line = String::new();
            BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
            let grandchild: u32 = line.trim().parse().unwrap();
            let running = || alive().iter().any(|process| process.id == grandchild);
            assert!(running(), "it has started");
            let since = Instant::now();
            drop(super::super::Running(child));
            assert!(!running(), "it has ended");
            assert!(since.elapsed() < PATIENCE, "it was asked first");
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::process::Command;

    #[test]
    fn a_child_that_was_waited_for_is_never_signaled() {
        let mut child = Command::new("true").spawn().unwrap();
        child.wait().unwrap();
        stop_unless_reaped(&mut child, |id| panic!("{id} belongs to another process by now"));
    }

    #[test]
    fn a_child_that_is_running_is_signaled_by_its_id() {
        let mut child = Command::new("cat").stdin(std::process::Stdio::piped()).spawn().unwrap();
        let (id, mut stopped) = (child.id(), None);
        let input = child.stdin.take();
        stop_unless_reaped(&mut child, |id| {
            stopped = Some(id);
            drop(input);
        });
        assert_eq!(stopped, Some(id));
    }
}

#[cfg(not(unix))]
mod tree {
    use std::process::Command;

    /// Ends the process and all that it started.
    pub(super) fn stop(id: u32) {
        let _ = Command::new("taskkill").args(["/T", "/F", "/PID", &id.to_string()]).output();
    }

    /// Ctrl-C in a console reaches every process of it, and Windows knows no SIGTERM.
    pub(super) fn stop_descendants(_id: u32) {}
}
