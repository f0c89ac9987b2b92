//! What a value is, judged by the name of its member.

/// Who sent a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Host,
    Extension,
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word of the protocol.
    Word,
    /// A text of the extension's, or of the account's configuration, that the extension's logic may depend on.
    Own,
    Id,
    Name,
    Place,
    /// A telephone number, a postal code: digits and letters of any arrangement.
    Shape,
    Coordinate,
    Text,
}

/// The members by which a list of pairs names its values, as `[{"key": "plan", "value": "gold"}]`.
pub(super) const LABELS: [&str; 3] = ["key", "question", "label"];
pub(super) const VALUES: [&str; 3] = ["value", "answer", "values"];

impl Kind {
    /// The kind of a member's value.
    pub(super) fn of_member(name: &str, side: Side) -> Self {
        let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
        let plain = plain.to_ascii_lowercase();
        let kind = match &*plain {
            "source" | "messagesource" | "type" | "kind" | "status" | "priority" | "theme" | "eventname"
            | "country" | "countrycode" | "timezone" | "groupid" | "imgsize" | "webviewheight" | "method" | "plan"
            | "errorcode" | "date" | "updatedat" | "createdat" | "lastmessageat" | "language" | "locale"
            | "currency" => Self::Word,
            "buttonid" | "postbackid" | "question" => Self::Own,
            "city" | "region" | "street" | "address" | "address1" | "address2" => Self::Place,
            "zip" | "zipcode" | "postcode" | "postalcode" | "phone" | "phonenumber" | "mobile" | "tel"
            | "telephone" => Self::Shape,
            "latitude" | "longitude" | "lat" | "lng" | "lon" => Self::Coordinate,
            "chat" | "thread" | "createdby" | "updatedby" | "followers" | "agent" | "assignee" | "userids" => Self::Id,
            _ if is_id(name) => Self::Id,
            // The name of a person; a question of a form may be "Your name:".
            _ if plain.ends_with("name") => Self::Name,
            _ => Self::Text,
        };
        match (kind, side) {
            (Self::Id, Side::Extension) if plain != "userids" => Self::Own,
            // A charge has a name, too.
            (Self::Name, Side::Extension) => Self::Text,
            _ => kind,
        }
    }
}

fn is_id(name: &str) -> bool {
    matches!(name, "id" | "ids" | "ID")
        || ["_id", "_ids", "Id", "Ids", "ID", "IDs"].iter().any(|end| name.ends_with(end))
}
