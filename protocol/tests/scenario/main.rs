//! Scenarios: their file, their recorder, their player; and the way with faults.

mod carrier;
mod comparison;
mod file;
mod player;
mod recorder;

use std::time::Duration;

fn ms(millis: u64) -> Duration {
    Duration::from_millis(millis)
}
