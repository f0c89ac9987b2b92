//! Scenarios: their file, their recorder, their player; and the line with faults.

#[path = "../harness/mod.rs"]
mod harness;

mod anonymize;
mod carrier;
mod comparison;
mod file;
mod line;
mod player;
mod recorder;
mod rolling;

use std::time::Duration;

fn ms(millis: u64) -> Duration {
    Duration::from_millis(millis)
}
