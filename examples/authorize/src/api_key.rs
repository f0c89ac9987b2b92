//! The API key that the backend accepts: where it comes from, and how it is compared.

use std::env::{self, VarError};
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use subtle::ConstantTimeEq;

/// The environment variable for the API key.
pub const VARIABLE: &str = "AUTHORIZE_API_KEY";

/// An API key. `Debug` does not show it, and there is no `Display`.
#[derive(Clone)]
pub struct ApiKey(String);

/// Why the configured API key can't be used.
#[derive(Debug, thiserror::Error)]
pub enum ApiKeyError {
    /// The key is on the command line, which every user of the machine can read.
    #[error(
        "--api-key is refused, because every user of this machine can read a command line: \
         set {VARIABLE}, or name a file with --api-key-file"
    )]
    OnCommandLine,
    /// Both sources are configured, and they may differ.
    #[error("the API key is both in {VARIABLE} and in a file: unset the variable, or leave out --api-key-file")]
    Twice,
    /// The variable is not text.
    #[error("{VARIABLE} is not UTF-8: set it to the API key")]
    NotText,
    /// The source is empty. Accepting every key instead would be a surprise.
    #[error("{source_name} is empty: put the API key there, or leave it out to accept any key")]
    Empty {
        /// The variable, or the file.
        source_name: String,
    },
    /// The file cannot be read.
    #[error("cannot read the API key from {path}: check the path and its permissions")]
    File {
        /// The file.
        path: PathBuf,
        /// The operating system's error.
        source: std::io::Error,
    },
}

impl ApiKey {
    /// An API key, as the Agent App sends it.
    #[must_use]
    pub fn new(key: String) -> Self {
        Self(key)
    }

    /// The configured key: from the file if there is one, otherwise from [`VARIABLE`]. `None` if neither is set.
    ///
    /// # Errors
    /// When both are set, or the one that is set is empty or cannot be read.
    pub fn configured(file: Option<&Path>) -> Result<Option<Self>, ApiKeyError> {
        match (file, env::var(VARIABLE)) {
            (Some(_), Ok(_)) => Err(ApiKeyError::Twice),
            (_, Err(VarError::NotUnicode(_))) => Err(ApiKeyError::NotText),
            (Some(path), Err(VarError::NotPresent)) => {
                let text = fs::read_to_string(path)
                    .map_err(|source| ApiKeyError::File { path: path.to_path_buf(), source })?;
                Self::not_empty(&text, path.display().to_string()).map(Some)
            }
            (None, Ok(text)) => Self::not_empty(&text, VARIABLE.to_owned()).map(Some),
            (None, Err(VarError::NotPresent)) => Ok(None),
        }
    }

    /// Compares in a time that depends on the lengths only.
    #[must_use]
    pub fn matches(&self, other: &Self) -> bool {
        self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }

    /// Editors end a file with a line break, which is not part of the key.
    fn not_empty(text: &str, source_name: String) -> Result<Self, ApiKeyError> {
        let key = text.trim();
        if key.is_empty() { Err(ApiKeyError::Empty { source_name }) } else { Ok(Self::new(key.to_owned())) }
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiKey(…)")
    }
}
