//! The scopes that an agent can grant.

use fake_livechat::{Client, Fake, Switches};

use crate::support::*;

#[tokio::test]
async fn an_ordinary_agent_cannot_grant_an_administrators_scope() {
    let fake = fake();
    for scope in ["chats--all:ro", "agents--all:rw", "chats--access:ro,properties.configuration:rw"] {
        let answer = accept(&fake, &[("scope", scope)]).await;
        assert_eq!(answer.location(), "/ooops?oauth_exception=invalid_scope", "{scope}");
        let answer = accept(&fake, &[("scope", scope), ("flow", "button")]).await;
        assert_eq!(answer.posted_error()["oauth_exception"], "invalid_scope", "{scope}");
        let answer = decide(&fake, &[("scope", scope), ("flow", "button")], "accept", ADMIN).await;
        assert_eq!(
            answer.posted().0["data"]["access_token"].as_str().map(|token| &token[..4]),
            Some("dal:"),
            "{scope}"
        );
    }
}

#[tokio::test]
async fn a_scope_that_is_not_configured_is_refused() {
    let client = Client::new(CLIENT, [REDIRECT]).unwrap().with_scopes(["chats--access:ro,customers:ro"]).unwrap();
    let fake = Fake::new(client, Switches::default()).unwrap();
    let answer = open(&fake, &[("scope", "chats--access:rw")]).await;
    assert_eq!(answer.location(), "/ooops?oauth_exception=invalid_scope");
    let granted = accept(&fake, &[]).await.parameters('#');
    assert_eq!(granted.get("scope"), Some("chats--access:ro,customers:ro"), "without a scope all are granted");
}
