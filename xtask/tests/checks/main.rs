//! What the checks accept and refuse, each on a small checkout of its own or on this one.
#![allow(clippy::unwrap_used, reason = "Clippy lets a test unwrap, but not what several tests share")]

mod bench;
mod catalogue;
mod copies;
mod examples;
mod faults;
mod faults_register;
mod features;
mod guide;
mod links;
mod packages;
mod parts;
mod prose;
mod published;
mod readme;
mod release;
mod site;
mod template;
mod tools;
mod unverified;
mod weight;
mod words;

use std::fmt::Debug;
use std::fs;

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

/// An error with all its causes.
fn says<T: Debug>(result: Result<T>) -> String {
    format!("{:#}", result.unwrap_err())
}
