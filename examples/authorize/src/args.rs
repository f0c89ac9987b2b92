//! The command line of `authorize-example`.

use std::convert::Infallible;
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::Parser;

use crate::api_key::{ApiKey, ApiKeyError};

/// Answers the Agent App's `POST /authorize/` with a session id
///
/// With an API key in the environment variable `AUTHORIZE_API_KEY` or in a file, only that key is accepted; without
/// one, any non-empty key.
#[derive(Debug, Clone, Parser)]
#[command(name = "authorize-example", version)]
pub struct Args {
    /// The port to listen on
    #[arg(long, default_value_t = 3334)]
    pub port: u16,

    /// The address to listen on
    #[arg(long, default_value = "127.0.0.1")]
    pub address: IpAddr,

    /// The file that stores the sessions
    #[arg(long, value_name = "PATH", default_value = "target/authorize-sessions.redb")]
    pub store: PathBuf,

    /// A file with the only API key to accept
    #[arg(long, value_name = "PATH")]
    pub api_key_file: Option<PathBuf>,

    /// Defined only to be refused without repeating the key, as clap's own error would.
    #[arg(long = "api-key", hide = true, num_args = 0..=1, default_missing_value = "", value_parser = forget)]
    refused_api_key: Option<Refused>,

    /// How long a session lasts
    #[arg(long, value_name = "HOURS", default_value_t = 24, value_parser = clap::value_parser!(u32).range(1..))]
    pub max_age_hours: u32,
}

/// A command line value that is not stored.
#[derive(Debug, Clone)]
struct Refused;

impl Args {
    /// How long a session lasts.
    #[must_use]
    pub fn max_age(&self) -> Duration {
        Duration::from_secs(u64::from(self.max_age_hours) * 60 * 60)
    }

    /// The only API key to accept, or `None` to accept any.
    ///
    /// # Errors
    /// If it is on the command line, or its source can't be used.
    pub fn api_key(&self) -> Result<Option<ApiKey>, ApiKeyError> {
        match self.refused_api_key {
            Some(Refused) => Err(ApiKeyError::OnCommandLine),
            None => ApiKey::configured(self.api_key_file.as_deref()),
        }
    }
}

#[expect(clippy::unnecessary_wraps, reason = "clap's parsers return a result")]
fn forget(_value: &str) -> Result<Refused, Infallible> {
    Ok(Refused)
}
