//! Codes, access tokens and refresh tokens.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use tokio::time::Instant;
use uuid::Uuid;

use crate::Switches;
use crate::pkce::Challenge;
use crate::scopes::Scope;

/// The documentation says "a few minutes".
const CODE_LIFETIME: Duration = Duration::from_secs(300);
/// The maximum of each kind for a client and account. The oldest is revoked.
const MOST: usize = 25;

/// A grant: its account, client and scopes.
#[derive(Debug, Clone)]
pub(crate) struct Grant {
    pub(crate) client_id: String,
    pub(crate) account: &'static str,
    pub(crate) scopes: Vec<Scope>,
}

/// An access token.
#[derive(Debug, Clone)]
pub(crate) struct AccessToken {
    pub(crate) token: String,
    pub(crate) grant: Grant,
    /// The refresh token issued with it.
    pub(crate) refresh_token: Option<String>,
    expires: Instant,
    calls: u32,
}

#[derive(Debug)]
struct RefreshToken {
    token: String,
    grant: Grant,
}

#[derive(Debug)]
struct Code {
    code: String,
    grant: Grant,
    redirect_uri: String,
    challenge: Option<Challenge>,
    expires: Instant,
}

/// Why a code or refresh token can't be exchanged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GrantError {
    /// Unknown, used, expired, or issued to another client.
    Unknown,
    /// Issued for another redirect URI.
    RedirectUri,
    /// Issued without a challenge, which requires a client secret.
    Secret,
    /// The verifier doesn't match the challenge.
    Verifier,
}

/// All valid codes and tokens.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    access: Vec<AccessToken>,
    refresh: Vec<RefreshToken>,
    codes: Vec<Code>,
}

impl Grant {
    /// Whether both belong to the same client and account.
    fn is_like(&self, other: &Self) -> bool {
        self.account == other.account && self.client_id == other.client_id
    }
}

impl AccessToken {
    /// The remaining lifetime in seconds.
    pub(crate) fn expires_in(&self) -> u64 {
        self.expires.saturating_duration_since(Instant::now()).as_secs()
    }

    fn works(&self) -> bool {
        Instant::now() < self.expires
    }
}

impl Tokens {
    /// Issues an access token together with its refresh token.
    pub(crate) fn issue(&mut self, grant: Grant, refresh_token: Option<String>, switches: &Switches) -> AccessToken {
        let now = Instant::now();
        self.access.retain(AccessToken::works);
        let is_like = |token: &AccessToken| token.grant.is_like(&grant);
        if self.access.iter().filter(|token| is_like(token)).count() >= MOST
            && let Some(oldest) = self.access.iter().position(is_like)
        {
            self.access.remove(oldest);
        }
        let token = AccessToken {
            token: format!("{}:{}", switches.region, random()),
            grant,
            refresh_token,
            expires: now + Duration::from_secs(switches.token_lifetime_seconds.into()),
            calls: 0,
        };
        self.access.push(token.clone());
        token
    }

    pub(crate) fn issue_code(
        &mut self,
        grant: Grant,
        redirect_uri: String,
        challenge: Option<Challenge>,
        switches: &Switches,
    ) -> String {
        let code = format!("{}:{}", switches.region, random());
        let expires = Instant::now() + CODE_LIFETIME;
        self.codes.push(Code { code: code.clone(), grant, redirect_uri, challenge, expires });
        code
    }

    /// Exchanges a code. Any attempt uses it up.
    pub(crate) fn exchange(
        &mut self,
        client_id: &str,
        code: &str,
        redirect_uri: &str,
        verifier: Option<&str>,
        switches: &Switches,
    ) -> Result<AccessToken, GrantError> {
        let now = Instant::now();
        self.codes.retain(|code| now < code.expires);
        let is_it = |issued: &Code| issued.code == code && issued.grant.client_id == client_id;
        let index = self.codes.iter().position(is_it).ok_or(GrantError::Unknown)?;
        let code = self.codes.swap_remove(index);
        if code.redirect_uri != redirect_uri {
            return Err(GrantError::RedirectUri);
        }
        let challenge = code.challenge.ok_or(GrantError::Secret)?;
        if !verifier.is_some_and(|verifier| challenge.is_of(verifier)) {
            return Err(GrantError::Verifier);
        }
        let refresh_token = self.issue_refresh(code.grant.clone());
        Ok(self.issue(code.grant, Some(refresh_token), switches))
    }

    /// Refreshes. The refresh token is used up, and the response contains the next one.
    ///
    /// UNVERIFIED (old-token): whether the access token issued with it remains valid. Here it does.
    pub(crate) fn refresh(
        &mut self,
        client_id: &str,
        token: &str,
        switches: &Switches,
    ) -> Result<AccessToken, GrantError> {
        let is_it = |issued: &RefreshToken| issued.token == token && issued.grant.client_id == client_id;
        let index = self.refresh.iter().position(is_it).ok_or(GrantError::Unknown)?;
        let grant = self.refresh[index].grant.clone();
        let next = if switches.reusable_refresh_tokens {
            token.to_owned()
        } else {
            self.refresh.remove(index);
            self.issue_refresh(grant.clone())
        };
        Ok(self.issue(grant, Some(next), switches))
    }

    fn issue_refresh(&mut self, grant: Grant) -> String {
        let is_like = |token: &RefreshToken| token.grant.is_like(&grant);
        if self.refresh.iter().filter(|token| is_like(token)).count() >= MOST
            && let Some(oldest) = self.refresh.iter().position(is_like)
        {
            self.refresh.remove(oldest);
        }
        // Without a region since the end of 2024.
        let token = random();
        self.refresh.push(RefreshToken { token: token.clone(), grant });
        token
    }

    /// Revokes an access token with its refresh token, or a refresh token. Returns false if there is no such token.
    pub(crate) fn revoke(&mut self, token: &str) -> bool {
        if let Some(index) = self.access.iter().position(|issued| issued.token == token) {
            let refresh_token = self.access.remove(index).refresh_token;
            self.refresh.retain(|issued| Some(&issued.token) != refresh_token.as_ref());
            return true;
        }
        let before = self.refresh.len();
        self.refresh.retain(|issued| issued.token != token);
        self.refresh.len() < before
    }

    /// Returns a valid access token.
    pub(crate) fn find(&self, token: &str) -> Option<&AccessToken> {
        self.access.iter().find(|issued| issued.token == token && issued.works())
    }

    /// Returns a valid access token with a remaining call, and counts the call.
    pub(crate) fn use_for_call(&mut self, token: &str, most: Option<u32>) -> Option<&AccessToken> {
        let token = self.access.iter_mut().find(|issued| issued.token == token && issued.works())?;
        if most.is_some_and(|most| token.calls >= most) {
            return None;
        }
        token.calls += 1;
        Some(token)
    }

    /// Expires all access tokens.
    pub(crate) fn expire(&mut self) -> usize {
        let count = self.access.iter().filter(|token| token.works()).count();
        let now = Instant::now();
        for token in &mut self.access {
            token.expires = token.expires.min(now);
        }
        count
    }
}

/// 122 random bits, in the alphabet of LiveChat's tokens: `+`, `/` and `=` have to be escaped in a URL.
fn random() -> String {
    STANDARD.encode(Uuid::new_v4())
}
