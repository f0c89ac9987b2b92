//! The consent page, and the validation of authorize requests.

use fake_livechat::{Client, Fake, Switches};

use crate::support::*;

/// The refusal on `/ooops` that a request results in.
async fn ooops(fake: &Fake, parameters: &[(&str, &str)]) -> String {
    open(fake, parameters).await.location().strip_prefix("/ooops?").unwrap().to_owned()
}

#[tokio::test]
async fn the_page_names_app_agents_and_scopes_and_says_that_it_is_fake() {
    let page = open(&fake(), &[("scope", "chats--access:rw,agents--all:rw")]).await;
    assert!(page.header("content-type").unwrap().starts_with("text/html"));
    let page = page.text();
    for text in [
        CLIENT,
        "http://localhost:3333",
        "fake LiveChat",
        AGENT,
        ADMIN,
        "Read and change chats you have access to",
        "chats--access:rw",
        "administrators only",
        ">Accept<",
        ">Refuse<",
    ] {
        assert!(page.contains(text), "{text}: {page}");
    }
    assert!(!page.contains("former@example.com"), "suspended agents cannot sign in");
}

#[tokio::test]
async fn the_ordinary_agent_is_chosen_unless_a_hint_names_another() {
    let chosen = |page: &str| page.split_once("\" checked").unwrap().0.rsplit_once("value=\"").unwrap().1.to_owned();
    assert_eq!(chosen(&open(&fake(), &[]).await.text()), AGENT);
    assert_eq!(chosen(&open(&fake(), &[("email", ADMIN)]).await.text()), ADMIN);
    assert_eq!(chosen(&open(&fake(), &[("email", "nobody@example.com")]).await.text()), AGENT);
}

#[tokio::test]
async fn the_path_signin_shows_the_same_page() {
    let path = format!("/signin?{}", query(&[]));
    let answer = accounts(&fake(), axum::http::Method::GET, &path, None).await;
    assert!(answer.text().contains(">Accept<"));
}

#[tokio::test]
async fn what_the_app_cannot_have_sent_ends_on_ooops() {
    let fake = fake();
    for (parameters, refusal) in [
        ([("client_id", "another")], "oauth_exception=unauthorized_client&exception_details=client_id_not_found"),
        ([("client_id", "")], "oauth_exception=unauthorized_client&exception_details=client_id_not_found"),
        ([("redirect_uri", "")], "oauth_exception=invalid_request"),
        (
            [("redirect_uri", "http://localhost:4444/")],
            "oauth_exception=unauthorized_client&exception_details=invalid_redirect_uri",
        ),
        (
            [("redirect_uri", "http://localhost:3333/?plugin_id=1")],
            "oauth_exception=unauthorized_client&exception_details=invalid_redirect_uri",
        ),
        ([("response_type", "")], "oauth_exception=unsupported_response_type"),
        ([("response_type", "id_token")], "oauth_exception=unsupported_response_type"),
        ([("scope", "chats")], "oauth_exception=invalid_scope"),
        ([("scope", "chats--access:ro customers:ro")], "oauth_exception=invalid_scope"),
    ] {
        assert_eq!(ooops(&fake, &parameters).await, refusal, "{parameters:?}");
    }
    let challenge = [("response_type", "code"), ("code_challenge", "short"), ("code_challenge_method", "S256")];
    assert_eq!(ooops(&fake, &challenge).await, "oauth_exception=invalid_request");
    let challenge = [("response_type", "code"), ("code_challenge", CHALLENGE), ("code_challenge_method", "S512")];
    assert_eq!(ooops(&fake, &challenge).await, "oauth_exception=invalid_request");
}

#[tokio::test]
async fn a_repeated_parameter_is_an_invalid_request() {
    let path = format!("/?{}&state=s2", query(&[]));
    let answer = accounts(&fake(), axum::http::Method::GET, &path, None).await;
    assert_eq!(answer.location(), "/ooops?oauth_exception=invalid_request");
}

#[tokio::test]
async fn without_a_configuration_any_app_of_this_machine_may_sign_in() {
    let fake = Fake::new(Client::any(), Switches::default()).unwrap();
    for (client_id, redirect_uri) in [("one", "http://127.0.0.1:4333/"), ("other", "https://localhost:1/message-box")] {
        let parameters = [("client_id", client_id), ("redirect_uri", redirect_uri), ("flow", "button")];
        let page = open(&fake, &parameters).await.text();
        assert!(page.contains(&format!("<code>{client_id}</code>")), "{page}");
        let (message, origin) = accept(&fake, &parameters).await.posted();
        assert_eq!(message["data"]["client_id"], client_id);
        assert!(redirect_uri.starts_with(&origin), "{origin}");
        let token = message["data"]["access_token"].as_str();
        let info = accounts(&fake, axum::http::Method::GET, "/v2/info", token).await.ok();
        assert_eq!(info["client_id"], client_id);
    }
    let refusal = ooops(&fake, &[("redirect_uri", "https://shop.example/")]).await;
    assert_eq!(refusal, "oauth_exception=unauthorized_client&exception_details=invalid_redirect_uri");
    let refusal = ooops(&fake, &[("client_id", "")]).await;
    assert_eq!(refusal, "oauth_exception=unauthorized_client&exception_details=client_id_not_found");
}

#[tokio::test]
async fn each_client_has_redirects_of_its_own() {
    let fake = Fake::new(Client::any(), Switches::default()).unwrap();
    for client_id in ["one", "other"] {
        for _ in 0..3 {
            assert!(accept(&fake, &[("client_id", client_id)]).await.location().starts_with(REDIRECT));
        }
        let refused = accept(&fake, &[("client_id", client_id)]).await;
        assert!(refused.location().ends_with("too_many_redirects"), "{refused:?}");
    }
}

#[tokio::test]
async fn an_app_without_redirect_uris_is_named_so() {
    let fake = Fake::new(Client::new(CLIENT, [""; 0]).unwrap(), Switches::default()).unwrap();
    let refusal = ooops(&fake, &[]).await;
    assert_eq!(refusal, "oauth_exception=unauthorized_client&exception_details=redirect_uri_not_set");
}

#[tokio::test]
async fn the_page_ooops_explains_code_and_details() {
    let path = "/ooops?oauth_exception=unauthorized_client&exception_details=client_id_not_found";
    let page = accounts(&fake(), axum::http::Method::GET, path, None).await.text();
    for text in ["unauthorized_client", "client_id_not_found", "<code>--client-id</code>"] {
        assert!(page.contains(text), "{text}: {page}");
    }
}

#[tokio::test]
async fn refusing_ends_on_ooops_and_nothing_is_issued() {
    let fake = fake();
    let answer = decide(&fake, &[], "refuse", AGENT).await;
    assert_eq!(answer.location(), "/ooops?oauth_exception=access_denied");
    assert_eq!(fake.expire_tokens(), 0);
}

#[tokio::test]
async fn a_form_that_the_page_does_not_send_is_refused() {
    for (decision, agent, code) in [
        ("maybe", AGENT, "invalid_request"),
        ("accept", "nobody@example.com", "access_denied"),
        ("accept", "former@example.com", "access_denied"),
    ] {
        let answer = decide(&fake(), &[], decision, agent).await;
        assert_eq!(answer.location(), format!("/ooops?oauth_exception={code}"), "{decision} {agent}");
    }
}

#[tokio::test]
async fn accepting_checks_the_request_again() {
    let answer = accept(&fake(), &[("redirect_uri", "http://evil.example/")]).await;
    assert!(answer.location().starts_with("/ooops?"));
}
