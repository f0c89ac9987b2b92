//! The kit for people's own tests, natively: `cargo test --features testing`.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "in a test, what fails to be there is the failure")]

mod components;
mod every_command;
mod logic;
mod refused;
mod scenarios;
#[cfg(feature = "sign-in")]
mod sign_in;
mod snapshot;
mod texts;

use std::panic::{AssertUnwindSafe, catch_unwind};

/// What a test says that fails.
fn failure(test: impl FnOnce()) -> String {
    let payload = catch_unwind(AssertUnwindSafe(test)).expect_err("it fails");
    payload
        .downcast::<String>()
        .map(|text| *text)
        .or_else(|it| it.downcast::<&str>().map(|text| (*text).into()))
        .unwrap()
}

/// The panic's message without the place that it names, which is to be a line of this file.
fn named_failure(file: &str, test: impl FnOnce()) -> String {
    let said = failure(test);
    let (place, message) = said.split_once(": ").unwrap();
    assert!(place.starts_with(&format!("{file}:")), "{said}");
    message.to_owned()
}
