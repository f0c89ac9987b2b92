//! Groups and tags.

/// Ids and names of the groups. The simulator's chats are in all of them.
pub(crate) const GROUPS: [(u32, &str); 4] = [(0, "General"), (2, "International"), (4, "Orders"), (11, "Key accounts")];

/// A tag, and the groups that use it.
#[derive(Debug)]
pub(crate) struct Tag {
    pub(crate) name: &'static str,
    pub(crate) groups: &'static [u32],
    pub(crate) author: &'static str,
    pub(crate) created_at: &'static str,
}

pub(crate) const TAGS: [Tag; 6] = [
    tag("address change", &[2, 4]),
    tag("complaint", &[0, 2, 4, 11]),
    tag("delivery", &[0, 2, 4]),
    tag("refund", &[0, 2, 4, 11]),
    tag("wholesale", &[0]),
    // The vendor's samples have authors that are empty.
    Tag { author: "", ..tag("key account", &[11]) },
];

const fn tag(name: &'static str, groups: &'static [u32]) -> Tag {
    Tag { name, groups, author: "admin@example.com", created_at: "2025-03-04T09:30:00.000000Z" }
}
