//! The kind of a value, according to the name of its member.

/// Who sent a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Host,
    Extension,
}

/// The kind of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word of the protocol.
    Word,
    /// A text of the extension or of the account's configuration, which the extension's logic may depend on.
    Own,
    Id,
    Name,
    Place,
    /// A telephone number or a postal code: digits and letters in any arrangement.
    Shape,
    Coordinate,
    Text,
}

/// The members that name the values in a list of pairs, such as `[{"key": "plan", "value": "gold"}]`.
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
            // The name of a person. A question of a form may be "Your name:".
            _ if plain.ends_with("name") => Self::Name,
            _ => Self::Text,
        };
        match (kind, side) {
            (Self::Id, Side::Extension) if plain != "userids" => Self::Own,
            // A charge also has a name.
            (Self::Name, Side::Extension) => Self::Text,
            _ => kind,
        }
    }
}

fn is_id(name: &str) -> bool {
    matches!(name, "id" | "ids" | "ID")
        || ["_id", "_ids", "Id", "Ids", "ID", "IDs"].iter().any(|end| name.ends_with(end))
}
