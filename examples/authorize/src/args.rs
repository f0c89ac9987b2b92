//! The command line of `authorize-example`.

use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::Parser;

/// Answers the Agent App's `POST /authorize/` with a session id
#[derive(Debug, Clone, Parser)]
#[command(name = "authorize-example", version)]
pub struct Args {
    /// The port to listen on
    #[arg(long, default_value_t = 3334)]
    pub port: u16,

    /// The address to listen on
    #[arg(long, default_value = "127.0.0.1")]
    pub address: IpAddr,

    /// The file that keeps the sessions
    #[arg(long, value_name = "PATH", default_value = "target/authorize-sessions.redb")]
    pub store: PathBuf,

    /// Accept only this API key; without it, any that is not empty
    #[arg(long, value_name = "KEY")]
    pub api_key: Option<String>,

    /// How long a session lasts
    #[arg(long, value_name = "HOURS", default_value_t = 24, value_parser = clap::value_parser!(u32).range(1..))]
    pub max_age_hours: u32,
}

impl Args {
    /// How long a session lasts.
    #[must_use]
    pub fn max_age(&self) -> Duration {
        Duration::from_secs(u64::from(self.max_age_hours) * 60 * 60)
    }
}
