//! The command line of `fake-livechat`.

use clap::Parser;

use crate::Switches;

/// A fake LiveChat for development and tests: Sign in with LiveChat, and the Web API over sample chats
///
/// It listens on 127.0.0.1 only. The switches can be changed while it runs: PUT /fake/switches of the API's server.
#[derive(Debug, Clone, Parser)]
#[command(name = "fake-livechat", version)]
pub struct Args {
    /// The port of the accounts server; 0 for any free one
    #[arg(long, default_value_t = 8811)]
    pub accounts_port: u16,

    /// The port of the API's server; 0 for any free one
    #[arg(long, default_value_t = 8812)]
    pub api_port: u16,

    /// The client id of the app
    #[arg(long, value_name = "ID", default_value = "fake-client-id")]
    pub client_id: String,

    /// A redirect URI of the app, as in the Developer Console; can be repeated
    #[arg(
        long = "redirect-uri",
        value_name = "URI",
        default_values = ["http://localhost:3333/", "http://127.0.0.1:3333/"]
    )]
    pub redirect_uris: Vec<String>,

    /// A scope of the app, as in the Developer Console; can be repeated or separated by commas [default: every scope]
    #[arg(long = "scope", value_name = "SCOPE", value_delimiter = ',')]
    pub scopes: Vec<String>,

    /// Prints the addresses as one line of JSON
    #[arg(long)]
    pub json: bool,

    /// How the fake misbehaves.
    #[command(flatten, next_help_heading = "Switches")]
    pub switches: Switches,
}
