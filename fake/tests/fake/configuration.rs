//! `list_agents`, `get_agent`, `list_tags` and `list_groups`.

use serde_json::json;

use crate::support::*;

#[tokio::test]
async fn agents_are_a_bare_list_with_roles() {
    let fake = fake();
    let token = token(&fake).await;
    let agents = configuration(&fake, &token, "list_agents", json!({})).await.ok();
    let roles: Vec<_> = agents.as_array().unwrap().iter().map(|agent| (&agent["id"], &agent["role"])).collect();
    assert_eq!(roles.len(), 3);
    assert!(roles.contains(&(&json!(ADMIN), &json!("administrator"))));
    assert!(roles.contains(&(&json!(AGENT), &json!("normal"))));
    assert!(agents[0]["avatar_path"].is_string() && agents[0].get("avatar").is_none());
    assert_eq!(agents[0].get("groups"), None, "only on request");
}

#[tokio::test]
async fn agents_are_filtered_and_have_the_requested_fields() {
    let fake = fake();
    let token = token(&fake).await;
    let fields = [
        "groups",
        "work_scheduler",
        "email_subscriptions",
        "notifications",
        "job_title",
        "mobile",
        "max_chats_count",
        "suspended",
        "awaiting_approval",
        "last_logout",
    ];
    let body = json!({ "filters": { "suspended": true }, "fields": fields });
    let agents = configuration(&fake, &token, "list_agents", body).await.ok();
    assert_eq!(agents.as_array().unwrap().len(), 1);
    assert_eq!(agents[0]["suspended"], true);
    for field in fields {
        assert!(agents[0].get(field).is_some(), "{field}");
    }
    for (groups, count) in [(json!([4]), 3), (json!([99]), 0)] {
        let agents =
            configuration(&fake, &token, "list_agents", json!({ "filters": { "group_ids": groups } })).await.ok();
        assert_eq!(agents.as_array().unwrap().len(), count);
    }
}

#[tokio::test]
async fn an_agent_is_found_by_e_mail_and_has_the_account_of_the_token() {
    let fake = fake();
    let details = sign_in(&fake).await;
    let token = details["access_token"].as_str().unwrap();
    let agent = configuration(&fake, token, "get_agent", json!({ "id": AGENT, "fields": ["groups"] })).await.ok();
    assert_eq!(agent["account_id"], details["account_id"]);
    assert!(agent["avatar"].is_string() && agent.get("avatar_path").is_none());
    assert_eq!(agent["groups"][0], json!({ "id": 0, "priority": "normal" }));
    let unknown = configuration(&fake, token, "get_agent", json!({ "id": "nobody@example.com" })).await;
    assert_eq!(unknown.error(), (404, "not_found".to_owned()));
    let missing = configuration(&fake, token, "get_agent", json!({})).await;
    assert_eq!(missing.error(), (400, "validation".to_owned()));
}

#[tokio::test]
async fn tags_are_those_of_the_groups() {
    let fake = fake();
    let token = token(&fake).await;
    let names = async |body| {
        let tags = configuration(&fake, &token, "list_tags", body).await.ok();
        tags.as_array().unwrap().iter().map(|tag| tag["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(json!({})).await.len(), 6);
    assert_eq!(names(json!({ "filters": { "group_ids": [11] } })).await, ["complaint", "refund", "key account"]);
    let answer = configuration(&fake, &token, "list_tags", json!({ "filters": {} })).await;
    assert_eq!(answer.error(), (400, "validation".to_owned()), "`group_ids` is required there");
}

#[tokio::test]
async fn groups_have_the_requested_fields() {
    let fake = fake();
    let token = token(&fake).await;
    let groups = configuration(&fake, &token, "list_groups", json!({})).await.ok();
    assert_eq!(groups[0], json!({ "id": 0, "name": "General", "language_code": "en" }));
    let body = json!({ "fields": ["agent_priorities", "routing_status"] });
    let groups = configuration(&fake, &token, "list_groups", body).await.ok();
    assert_eq!(groups[0]["agent_priorities"][AGENT], "normal");
    assert_eq!(groups[0]["routing_status"], "online");
}

#[tokio::test]
async fn unknown_fields_are_validation() {
    let fake = fake();
    let token = token(&fake).await;
    for (action, body) in [
        ("list_agents", json!({ "fields": ["salary"] })),
        ("get_agent", json!({ "id": AGENT, "fields": ["salary"] })),
        ("list_groups", json!({ "fields": ["salary"] })),
    ] {
        let answer = configuration(&fake, &token, action, body).await;
        assert_eq!(answer.error(), (400, "validation".to_owned()), "{action}");
        assert!(answer.text().contains("salary"));
    }
}
