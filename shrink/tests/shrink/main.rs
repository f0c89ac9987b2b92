//! Generated modules, scripts and pages, before and after shrinking.
#![allow(clippy::unwrap_used, reason = "Clippy lets a test unwrap, but not what several tests share")]

mod glue;
mod likeness;
mod memory;
mod names;
mod page;
mod panics;
#[cfg(unix)]
mod program;
mod support;
