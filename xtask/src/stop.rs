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
        tree::stop(self.0.id());
        // What is not waited for stays in the process table until we end.
        let _ = self.0.wait();
    }
}

#[cfg(unix)]
mod tree {
    use std::thread;
    use std::time::{Duration, Instant};

    use rustix::process::{Pid, Signal, kill_process};

    /// How long a process may take to end by itself.
    const PATIENCE: Duration = Duration::from_secs(3);

    /// A process and the one that started it.
    #[derive(Debug, Clone, Copy)]
    struct Process {
        id: u32,
        parent: u32,
    }

    /// Ends the process and all that it started.
    pub(super) fn stop(id: u32) {
        // A child that was waited for already may have given its number to another process.
        let running = alive();
        if running.iter().any(|process| process.id == id) {
            end_all(&[id], &running);
        }
    }

    /// Ends all that the process started, but not the process itself.
    pub(super) fn stop_descendants(id: u32) {
        let running = alive();
        let children: Vec<u32> =
            running.iter().filter(|process| process.parent == id).map(|process| process.id).collect();
        end_all(&children, &running);
    }

    fn end_all(roots: &[u32], running: &[Process]) {
        let family = family(roots, running);
        // Parents first: a child's death must not make its parent start another.
        for id in &family {
            send(*id, Signal::TERM);
        }
        let since = Instant::now();
        loop {
            let running = alive();
            let left: Vec<u32> =
                family.iter().copied().filter(|id| running.iter().any(|process| process.id == *id)).collect();
            if left.is_empty() {
                return;
            }
            if since.elapsed() > PATIENCE {
                for id in left {
                    send(id, Signal::KILL);
                }
                return;
            }
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// The roots and everything below them, parents before children.
    fn family(roots: &[u32], running: &[Process]) -> Vec<u32> {
        let mut family = roots.to_vec();
        let mut next = 0;
        while let Some(parent) = family.get(next).copied() {
            for process in running {
                if process.parent == parent && !family.contains(&process.id) {
                    family.push(process.id);
                }
            }
            next += 1;
        }
        family
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

    /// `id (name) state parent …`; the name may itself hold brackets and blanks.
    #[cfg(target_os = "linux")]
    fn parse_stat(id: u32, stat: &str) -> Option<Process> {
        let mut fields = stat.rsplit_once(')')?.1.split_whitespace();
        let state = fields.next()?;
        let parent = fields.next()?.parse().ok()?;
        (!matches!(state, "Z" | "X")).then_some(Process { id, parent })
    }

    /// Every process that has not ended.
    #[cfg(not(target_os = "linux"))]
    fn alive() -> Vec<Process> {
        let Ok(output) = std::process::Command::new("ps").args(["-A", "-o", "pid=,ppid=,stat="]).output() else {
            return Vec::new();
        };
        String::from_utf8_lossy(&output.stdout)
            .lines()
            .filter_map(|line| {
                let mut fields = line.split_whitespace();
                let id = fields.next()?.parse().ok()?;
                let parent = fields.next()?.parse().ok()?;
                (!fields.next()?.starts_with('Z')).then_some(Process { id, parent })
            })
            .collect()
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use std::io::{BufRead, BufReader};
        use std::process::{Command, Stdio};

        #[test]
        fn a_family_is_everything_below_the_roots_and_nothing_else() {
            let process = |id, parent| Process { id, parent };
            let running = [process(5, 3), process(1, 0), process(2, 1), process(3, 2), process(4, 1), process(6, 4)];
            assert_eq!(family(&[2], &running), [2, 3, 5]);
            assert_eq!(family(&[2, 4], &running), [2, 4, 3, 6, 5]);
            assert_eq!(family(&[9], &running), [9]);
        }

        #[cfg(target_os = "linux")]
        #[test]
        fn a_strange_process_name_does_not_hide_the_parent() {
            let process = parse_stat(7, "7 (a) b (c)) S 42 7 7 0").unwrap();
            assert_eq!((process.id, process.parent), (7, 42));
            assert!(parse_stat(7, "7 (gone) Z 42 7 7 0").is_none());
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
