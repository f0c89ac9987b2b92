//! Imports that nearly every file here uses.

pub(crate) use std::path::{Path, PathBuf};

pub(crate) use anyhow::{Context, Result, anyhow, bail, ensure};
pub(crate) use fs_err as fs;
pub(crate) use regex_lite::Regex;
pub(crate) use xshell::{Cmd, Shell, cmd};
