//! The command line of `fake-livechat`.

use clap::Parser;

use crate::{Client, ClientError, Switches};

/// A fake LiveChat for development and tests: Sign in with LiveChat, and the Web API over sample chats
///
/// It listens on 127.0.0.1 only. The switches can be changed at run time: PUT /fake/switches on the API server.
#[derive(Debug, Clone, Parser)]
#[command(name = "fake-livechat", version)]
pub struct Args {
    /// The port of the accounts server; 0 for any free one
    #[arg(long, default_value_t = 8811)]
    pub accounts_port: u16,

    /// The port of the API server; 0 for any free one
    #[arg(long, default_value_t = 8812)]
    pub api_port: u16,

    /// The app's client id [default: any]
    #[arg(long, value_name = "ID")]
    pub client_id: Option<String>,

    /// A redirect URI of the app, as in Developer Console; can be repeated [default: every page on this machine]
    #[arg(long = "redirect-uri", value_name = "URI")]
    pub redirect_uris: Vec<String>,

    /// A scope of the app, as in Developer Console; can be repeated or separated by commas [default: every scope]
    #[arg(long = "scope", value_name = "SCOPE", value_delimiter = ',')]
    pub scopes: Vec<String>,

    /// Print the addresses as one line of JSON
    #[arg(long)]
    pub json: bool,

    /// How the fake misbehaves.
    #[command(flatten, next_help_heading = "Switches")]
    pub switches: Switches,
}

impl Args {
    /// Returns the configured app.
    ///
    /// # Errors
    /// If the configuration is invalid.
    pub fn client(&self) -> Result<Client, ClientError> {
        let mut client = Client::any();
        if let Some(id) = &self.client_id {
            client = client.with_id(id)?;
        }
        if !self.redirect_uris.is_empty() {
            client = client.with_redirect_uris(&self.redirect_uris)?;
        }
        client.with_scopes(&self.scopes)
    }
}
