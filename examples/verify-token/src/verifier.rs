//! Asks LiveChat who owns a token.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use livechat_api::{AccessToken, ApiError, Call, ErrorKind, GetTokenInfo, Servers, TokenInfo};
use serde::Serialize;

use crate::cache::Cache;
use crate::refusal::Refusal;

/// How long LiveChat may take: the extension waits in the meantime.
const PATIENCE: Duration = Duration::from_secs(5);

/// The maximum size of a response. LiveChat's has a few hundred bytes.
const LONGEST_ANSWER: u64 = 64 * 1024;

// ANCHOR: verifier
/// Which tokens are accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The app's client id in Developer Console.
    pub client_id: String,
    /// The organizations whose agents have access.
    pub organization_ids: Vec<String>,
}

/// The agent who sent a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Agent {
    /// The person: the key for all data that the backend stores about them.
    pub account_id: String,
    /// The organization that the person has signed in to.
    pub organization_id: String,
}

impl Accepted {
    /// Returns the agent who owns the token. LiveChat accepts any app's token: without the first check, the author of
    /// another app could use its agents' tokens here.
    fn agent(&self, token: TokenInfo) -> Result<Agent, Refusal> {
        if token.client_id.as_ref() != Some(&self.client_id) {
            return Err(Refusal::OtherApp);
        }
        let organization = token.organization_id.filter(|id| self.organization_ids.contains(id));
        let organization_id = organization.ok_or(Refusal::OtherOrganization)?;
        Ok(Agent { account_id: token.account_id, organization_id })
    }
}

/// Asks LiveChat who owns a token, and caches the response for up to a minute. Clones share the cache.
#[derive(Clone, Debug)]
pub struct Verifier {
    accepted: Arc<Accepted>,
    servers: Servers,
    client: ureq::Agent,
    cache: Arc<Mutex<Cache>>,
}

impl Verifier {
    /// Verifies tokens with LiveChat, `Servers::default()`, or with a fake.
    #[must_use]
    pub fn new(accepted: Accepted, servers: Servers) -> Self {
        Self::with_patience(accepted, servers, PATIENCE)
    }

    /// The same, with a timeout for LiveChat.
    #[must_use]
    pub fn with_patience(accepted: Accepted, servers: Servers, patience: Duration) -> Self {
        // A status is a response like any other. A redirect or a proxy would send the token elsewhere.
        let client = ureq::Agent::config_builder()
            .timeout_global(Some(patience))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(None)
            .build();
        Self { accepted: Arc::new(accepted), servers, client: client.into(), cache: Arc::default() }
    }

    /// Returns the agent who owns the token.
    ///
    /// # Errors
    /// If the token is invalid or not accepted, or LiveChat can't be reached.
    pub async fn verify(&self, token: AccessToken) -> Result<Agent, Refusal> {
        self.verify_at(token, Instant::now()).await
    }

    /// The same at this time, for tests.
    ///
    /// # Errors
    /// Like [`verify`](Self::verify).
    pub async fn verify_at(&self, token: AccessToken, now: Instant) -> Result<Agent, Refusal> {
        let cached = self.cache.lock().unwrap_or_else(PoisonError::into_inner).get(&token, now);
        let info = match cached {
            Some(info) => info,
            None => {
                let (this, asked) = (self.clone(), token.clone());
                // The client blocks on the network; other requests must not wait with it.
                let answer = tokio::task::spawn_blocking(move || this.ask(&asked)).await;
                let info = answer.map_err(|_| Refusal::LiveChat)??;
                self.cache.lock().unwrap_or_else(PoisonError::into_inner).insert(&token, &info, now);
                info
            }
        };
        self.accepted.agent(info)
    }

    /// Asks LiveChat, with the call from `livechat-api`.
    fn ask(&self, token: &AccessToken) -> Result<TokenInfo, Refusal> {
        let request = GetTokenInfo.request(&self.servers).map_err(|error| failed(&error))?.with_token(token);
        let mut sent = self.client.get(request.url());
        for (name, value) in request.headers() {
            sent = sent.header(name, value);
        }
        let mut response = sent.call().map_err(|error| failed(&error))?;
        let body = response.body_mut().with_config().limit(LONGEST_ANSWER).read_to_string();
        let body = body.map_err(|error| failed(&error))?;
        GetTokenInfo.read(response.status().as_u16(), &body).map_err(|error| match error {
            error if is_about_the_token(&error) => Refusal::InvalidToken,
            error => failed(&error),
        })
    }
}

/// Whether LiveChat refuses the token, rather than failing itself. It documents 422 for an invalid token.
fn is_about_the_token(error: &ApiError) -> bool {
    matches!(error.status(), Some(401 | 422)) || error.kind().is_some_and(ErrorKind::asks_for_new_token)
}
// ANCHOR_END: verifier

/// The operator sees the reason; the extension only sees that LiveChat failed. No error contains the token.
fn failed(error: &dyn std::error::Error) -> Refusal {
    eprintln!("LiveChat did not verify a token: {error}");
    Refusal::LiveChat
}
