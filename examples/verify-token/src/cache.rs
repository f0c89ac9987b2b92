//! Caches LiveChat's responses.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use livechat_api::{AccessToken, TokenInfo};
use sha2::{Digest, Sha256};

/// How long a response is reused. During this time, a token that the agent revoked by signing out still works.
pub const LONGEST: Duration = Duration::from_secs(60);

/// The maximum number of responses.
pub const CAPACITY: usize = 10_000;

/// A token's SHA-256: the cache contains no tokens.
type Key = [u8; 32];

/// LiveChat's responses about valid tokens. Refusals are not cached: LiveChat may not know a new token yet.
/// know yet.
#[derive(Debug, Default)]
pub struct Cache {
    answers: HashMap<Key, (TokenInfo, Instant)>,
}

impl Cache {
    /// Returns the response about a token, unless it is too old or the token has expired.
    #[must_use]
    pub fn get(&self, token: &AccessToken, now: Instant) -> Option<TokenInfo> {
        self.answers.get(&key(token)).filter(|(_, until)| now < *until).map(|(info, _)| info.clone())
    }

    /// Stores the response to a request that was sent at this time.
    pub fn insert(&mut self, token: &AccessToken, info: &TokenInfo, sent: Instant) {
        // Without an expiry, the token could expire at any moment.
        let lifetime = info.expires_in.unwrap_or_default().min(LONGEST);
        if self.answers.len() >= CAPACITY {
            self.answers.retain(|_, (_, until)| sent < *until);
        }
        if !lifetime.is_zero() && self.answers.len() < CAPACITY {
            self.answers.insert(key(token), (info.clone(), sent + lifetime));
        }
    }
}

fn key(token: &AccessToken) -> Key {
    Sha256::digest(token.secret()).into()
}

#[cfg(test)]
mod tests {
    use livechat_api::{Call, GetTokenInfo};
    use serde_json::json;

    use super::*;

    fn info(expires_in: Option<u64>) -> TokenInfo {
        let body = json!({ "account_id": "ann", "expires_in": expires_in });
        GetTokenInfo.read(200, &body.to_string()).unwrap()
    }

    #[test]
    fn an_answer_is_used_for_a_minute_and_not_after_the_token_has_expired() {
        let sent = Instant::now();
        for (expires_in, seconds) in [(Some(28_800), 60), (Some(20), 20), (Some(1), 1)] {
            let (mut cache, token) = (Cache::default(), AccessToken::new("dal:a"));
            cache.insert(&token, &info(expires_in), sent);
            let end = sent + Duration::from_secs(seconds);
            assert_eq!(cache.get(&token, end - Duration::from_nanos(1)), Some(info(expires_in)));
            assert_eq!(cache.get(&token, end), None);
        }
    }

    #[test]
    fn an_answer_without_an_expiry_is_not_used_again() {
        for expires_in in [None, Some(0)] {
            let (mut cache, token) = (Cache::default(), AccessToken::new("dal:a"));
            cache.insert(&token, &info(expires_in), Instant::now());
            assert_eq!(cache.get(&token, Instant::now()), None);
        }
    }

    #[test]
    fn each_token_has_its_own_answer_and_none_can_be_taken_from_the_cache() {
        let (mut cache, now) = (Cache::default(), Instant::now());
        cache.insert(&AccessToken::new("dal:a"), &info(Some(100)), now);
        assert_eq!(cache.get(&AccessToken::new("dal:b"), now), None);
        assert!(!format!("{cache:?}").contains("dal:a"));
    }

    #[test]
    fn a_full_cache_takes_no_answer_until_others_are_too_old() {
        let (mut cache, now) = (Cache::default(), Instant::now());
        for number in 0..CAPACITY {
            cache.insert(&AccessToken::new(format!("dal:{number}")), &info(Some(100)), now);
        }
        let late = AccessToken::new("dal:late");
        cache.insert(&late, &info(Some(100)), now);
        assert_eq!((cache.answers.len(), cache.get(&late, now)), (CAPACITY, None));
        cache.insert(&late, &info(Some(100)), now + LONGEST);
        assert_eq!(cache.answers.len(), 1);
    }
}
