//! The license's agents.

use serde_json::{Value, json};

use super::groups::GROUPS;

/// An agent. All are in every group.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Agent {
    /// The email address, which is the id in the chat and configuration APIs.
    pub(crate) id: &'static str,
    pub(crate) account_id: &'static str,
    pub(crate) name: &'static str,
    role: Role,
    pub(crate) suspended: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Administrator,
    Normal,
}

pub(super) const AGENTS: [Agent; 3] = [
    Agent {
        id: Agent::ORDINARY,
        account_id: "28df1a50-84fa-490c-9615-5b77d507c393",
        name: "Alex Agent",
        role: Role::Normal,
        suspended: false,
    },
    Agent {
        id: "admin@example.com",
        account_id: "496a94f2-cbbf-444e-a3cb-305b9f5f8cbb",
        name: "Ada Admin",
        role: Role::Administrator,
        suspended: false,
    },
    Agent {
        id: "former@example.com",
        account_id: "b2185556-634c-4ecf-b4c9-bcf8b65bc853",
        name: "Frank Former",
        role: Role::Normal,
        suspended: true,
    },
];

const AVATAR: &str = "livechat.s3.amazonaws.com/default/avatars/male_1.jpg";

impl Agent {
    /// The id of the agent who is not an administrator.
    pub(crate) const ORDINARY: &'static str = "agent@example.com";

    pub(crate) fn is_administrator(&self) -> bool {
        self.role == Role::Administrator
    }

    /// The response of `GET /v2/accounts/me`.
    pub(crate) fn account(&self) -> Value {
        json!({
            "account_id": self.account_id,
            "name": self.name,
            "email": self.id,
            "email_verified": true,
            "default_product": "LiveChat",
            "default_organization_id": super::ORGANIZATION,
            "avatar_url": format!("https://{AVATAR}"),
            "time_zone": "Europe/Warsaw",
            "created_at": "2024-09-03T10:53:04.000Z",
            "updated_at": "2025-02-11T08:15:30.000Z",
        })
    }

    /// The form of the configuration API: `avatar` is the name of the picture's field, `fields` are the requested
    /// optional fields.
    pub(crate) fn configuration(&self, avatar: &str, fields: &[String]) -> Value {
        let mut agent = json!({
            "id": self.id,
            "account_id": self.account_id,
            "name": self.name,
            "role": if self.is_administrator() { "administrator" } else { "normal" },
            "login_status": if self.suspended { "offline" } else { "accepting chats" },
            avatar: AVATAR,
        });
        for field in fields {
            let value = match &**field {
                "groups" => GROUPS.map(|(id, _)| json!({ "id": id, "priority": "normal" })).to_vec().into(),
                "job_title" => "Support hero".into(),
                "max_chats_count" => 5.into(),
                "suspended" => self.suspended.into(),
                "awaiting_approval" => false.into(),
                "mobile" => "".into(),
                "notifications" | "email_subscriptions" => json!([]),
                "work_scheduler" => json!({ "timezone": "Europe/Warsaw", "schedule": [] }),
                "last_logout" => "2026-11-20T16:00:00.000000Z".into(),
                // Unknown names were refused before.
                _ => continue,
            };
            agent[&**field] = value;
        }
        agent
    }

    /// As a user of a chat.
    pub(crate) fn user(&self, seen_up_to: &str) -> Value {
        json!({
            "id": self.id,
            "type": "agent",
            "name": self.name,
            "email": self.id,
            "present": !self.suspended,
            "avatar": AVATAR,
            "visibility": "all",
            "events_seen_up_to": seen_up_to,
        })
    }
}
