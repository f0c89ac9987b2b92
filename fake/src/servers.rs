//! Both servers on this machine's loopback address.

use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, SocketAddr};

use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::Fake;
use crate::client::{RedirectUri, RedirectUris};

/// Both servers, listening on 127.0.0.1.
#[derive(Debug)]
pub struct Servers {
    fake: Fake,
    accounts: TcpListener,
    api: TcpListener,
    addresses: [SocketAddr; 2],
}

/// Why a server can't listen.
#[derive(Debug, thiserror::Error)]
pub enum BindError {
    /// Another process uses the port.
    #[error("port {port} is in use; stop the program that uses it, or choose another with {flag}")]
    InUse {
        /// The port.
        port: u16,
        /// The flag that chooses it.
        flag: &'static str,
    },
    /// Any other error.
    #[error("cannot listen on 127.0.0.1:{port}: {source}; choose another port with {flag}")]
    Other {
        /// The port.
        port: u16,
        /// The flag that chooses it.
        flag: &'static str,
        /// The operating system's error.
        source: io::Error,
    },
}

impl Servers {
    /// Listens on two ports of 127.0.0.1; 0 is any free one. Requests are queued until [`run`](Self::run).
    ///
    /// # Errors
    /// If a port is in use or not permitted.
    pub async fn bind(fake: &Fake, accounts: u16, api: u16) -> Result<Self, BindError> {
        let (accounts, accounts_address) = listen(accounts, "--accounts-port").await?;
        let (api, api_address) = listen(api, "--api-port").await?;
        Ok(Self { fake: fake.clone(), accounts, api, addresses: [accounts_address, api_address] })
    }

    /// The origin of the accounts server.
    #[must_use]
    pub fn accounts(&self) -> String {
        format!("http://{}", self.addresses[0])
    }

    /// The origin of the API server.
    #[must_use]
    pub fn api(&self) -> String {
        format!("http://{}", self.addresses[1])
    }

    /// The addresses and the app as one line of JSON. Client id and redirect URIs are null if unrestricted.
    #[must_use]
    pub fn as_json(&self) -> String {
        let client = self.fake.client();
        let redirect_uris = match &client.redirect_uris {
            RedirectUris::Loopback => Value::Null,
            RedirectUris::Listed(listed) => listed.iter().map(RedirectUri::as_str).collect(),
        };
        json!({
            "accounts": self.accounts(),
            "api": self.api(),
            "client_id": client.id,
            "redirect_uris": redirect_uris,
        })
        .to_string()
    }

    /// The addresses and the app, for people.
    #[must_use]
    pub fn introduction(&self) -> String {
        let (accounts, api, client) = (self.accounts(), self.api(), self.fake.client());
        let redirect_uris = match &client.redirect_uris {
            RedirectUris::Loopback => "any of this machine".to_owned(),
            RedirectUris::Listed(listed) => listed.iter().map(RedirectUri::as_str).collect::<Vec<_>>().join(" "),
        };
        format!(
            "A fake LiveChat, for development and tests. It listens on this machine only.\n\n    \
             accounts       {accounts}\n    \
             API            {api}\n    \
             client id      {}\n    \
             redirect URIs  {}\n    \
             switches       {api}/fake/switches (GET, PUT)\n",
            client.id.as_deref().unwrap_or("any"),
            redirect_uris
        )
    }

    /// Serves until the future is dropped.
    ///
    /// # Errors
    /// If the operating system closes a listener.
    pub async fn run(self) -> io::Result<()> {
        let accounts = axum::serve(self.accounts, self.fake.accounts());
        let api = axum::serve(self.api, self.fake.api());
        tokio::select! {
            ended = accounts => ended,
            ended = api => ended,
        }
    }
}

/// Only on 127.0.0.1: the fake lets everybody in.
async fn listen(port: u16, flag: &'static str) -> Result<(TcpListener, SocketAddr), BindError> {
    let failed = |source: io::Error| match source.kind() {
        ErrorKind::AddrInUse => BindError::InUse { port, flag },
        _ => BindError::Other { port, flag, source },
    };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    Ok((listener, address))
}
