//! The command line of `fake-livechat`.

use clap::Parser;

use crate::{Client, ClientError, Switches};

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

    /// The client id of the app [default: any]
    #[arg(long, value_name = "ID")]
    pub client_id: Option<String>,

    /// A redirect URI of the app, as in the Developer Console; can be repeated [default: every page of this machine]
    #[arg(long = "redirect-uri", value_name = "URI")]
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

impl Args {
    /// The app.
    ///
    /// # Errors
    /// When it cannot be configured like this.
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
