//! What the library finds, creates and refuses, each test in its own folder.
#![allow(clippy::unwrap_used, reason = "Clippy lets a test unwrap, but not what several tests share")]

mod certificate;
mod check;
mod csp;
mod doctor;
mod headers;
mod ports;
mod precompress;
mod process;
mod project;
mod sizes;
mod stop;
mod template;
mod tools;
mod webdriver;
mod weights;

use std::fmt::Debug;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use tempfile::TempDir;

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (file, content) in files {
        put(&folder, file, content);
    }
    folder
}

fn put(folder: &TempDir, file: &str, content: impl AsRef<[u8]>) {
    let path = folder.path().join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

/// Returns an error with all its causes.
fn says<T: Debug>(result: Result<T>) -> String {
    format!("{:#}", result.unwrap_err())
}

/// The checkout.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}
