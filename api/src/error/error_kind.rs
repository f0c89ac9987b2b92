//! LiveChat's own classification of errors.

use std::fmt;

/// Declares the kinds: each with its text on the wire, and what a person can do about it.
macro_rules! kinds {
    ($($(#[$documentation:meta])* $variant:ident = $text:literal, $advice:literal;)+) => {
        /// Why LiveChat refused a call: the `type` of an API error, or the `error` of an accounts error.
        ///
        /// Classify errors by this instead of the status, which LiveChat does not document. LiveChat describes the
        /// types only briefly; which of them a certain refusal has, such as that of an agent outside the chat, is
        /// UNVERIFIED (api-refusal-types).
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum ErrorKind {
            $($(#[$documentation])* $variant,)+
            /// A type that this version does not know.
            Other(String),
        }

        impl ErrorKind {
            /// The text on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)+
                    Self::Other(text) => text,
                }
            }

            /// What to do about it, as the second half of a sentence.
            #[must_use]
            pub fn advice(&self) -> &'static str {
                match self {
                    $(Self::$variant => $advice,)+
                    Self::Other(_) => "see LiveChat's documentation of the action",
                }
            }
        }

        impl From<String> for ErrorKind {
            fn from(text: String) -> Self {
                match text.as_str() {
                    $($text => Self::$variant,)+
                    _ => Self::Other(text),
                }
            }
        }
    };
}

kinds! {
    /// The token is missing, wrong, revoked or expired.
    Authentication = "authentication", "refresh the access token, or sign in again";
    /// The token lacks a scope, or the agent may not do this.
    Authorization = "authorization", "ask for the scope of the action, and check the agent's role and groups";
    /// The agent has no access to the chat or its group.
    MissingAccess = "missing_access", "use a chat of one of the agent's groups";
    /// The request lacks a field or has a wrong one.
    Validation = "validation", "correct the field that the message names";
    /// The chat, thread, customer or other object does not exist.
    NotFound = "not_found", "check the ids";
    /// The chat has no active thread.
    ChatInactive = "chat_inactive", "resume the chat with `resume_chat`";
    /// Too many requests in a short time.
    TooManyRequests = "too_many_requests", "wait before the next call";
    /// A limit of the license or the chat, such as the number of agents in it.
    LimitReached = "limit_reached", "remove something first, or raise the limit of the license";
    /// The account is in another region.
    MisdirectedRequest = "misdirected_request", "repeat the call with the region of the error";
    /// The agent must be signed in to the Agent App.
    AgentOffline = "agent_offline", "have the agent open the Agent App";
    /// The file or body is too large.
    EntityTooLarge = "entity_too_large", "send less than 10 MB";
    /// LiveChat took more than 15 seconds.
    RequestTimeout = "request_timeout", "check whether the call was carried out, then try again";
    /// LiveChat is not available.
    ServiceUnavailable = "service_unavailable", "try again later";
    /// An internal error of LiveChat.
    Internal = "internal", "try again later";
    /// The license has expired.
    LicenseExpired = "license_expired", "renew the LiveChat license";
    /// The license does not exist.
    LicenseNotFound = "license_not_found", "check which organization the token belongs to";
    /// The version of the API is not available.
    UnsupportedVersion = "unsupported_version", "use a release of this crate for a served version of the API";
    /// The license is for another product.
    WrongProductVersion = "wrong_product_version", "use a LiveChat license";
    /// It already exists.
    AlreadyExists = "already_exists", "use the one that exists";
    /// The group does not exist.
    GroupNotFound = "group_not_found", "list the groups with `list_groups`";
    /// The ownership of the license is being transferred.
    OwnershipTransfer = "ownership_transfer", "wait until the transfer of ownership is complete";
    /// The action is not allowed here.
    NotAllowed = "not_allowed", "check the agent's role";
    /// The chat was anonymized.
    ChatAnonymized = "chat_anonymized", "use another chat";
    /// The customer is banned.
    CustomerBanned = "customer_banned", "lift the ban first";
    /// The greeting does not exist.
    GreetingNotFound = "greeting_not_found", "check the id of the greeting";
    /// The chat has no room for more users.
    UsersLimitReached = "users_limit_reached", "remove a user from the chat first";

    /// Accounts: the request is malformed.
    BadRequest = "bad_request", "check the parameters of the request";
    /// Accounts: a parameter is missing or wrong.
    InvalidRequest = "invalid_request", "check the parameters of the request";
    /// Accounts: the client may not do this, or the code was used or has expired.
    UnauthorizedClient = "unauthorized_client", "check the client id and its type, and sign in again";
    /// Accounts: the token is missing, wrong or expired.
    Unauthorized = "unauthorized", "refresh the access token, or sign in again";
    /// Accounts: refused, for example because of a missing scope ([`Refusal::sub_error`](super::Refusal) is then
    /// `insufficient_scope`).
    AccessDenied = "access_denied", "ask for the scope of the endpoint";
    /// Accounts: the client cannot use this response type.
    UnsupportedResponseType = "unsupported_response_type", "use `code` or `token`, as the client's type allows";
    /// Accounts: a scope that the client or the agent's role cannot have.
    InvalidScope = "invalid_scope", "ask for fewer scopes: a normal agent has no administrator scopes";
    /// Accounts: an internal error of LiveChat.
    ServerError = "server_error", "try again later";
    /// Accounts: not available.
    TemporarilyUnavailable = "temporarily_unavailable", "try again later";
    /// Accounts: an unknown grant type.
    UnsupportedGrantType = "unsupported_grant_type", "use `authorization_code` or `refresh_token`";
    /// Accounts: the code or refresh token is wrong, used or expired.
    InvalidGrant = "invalid_grant", "sign in again";
    /// Accounts: the client does not exist.
    InvalidClient = "invalid_client", "check the client id in the Developer Console";
    /// Accounts: in conflict with the current state.
    Conflict = "conflict", "read the current state, then try again";
    /// Accounts: it does not exist.
    ResourceNotFound = "resource_not_found", "check the id or token";
    /// Accounts: the invitation link has expired.
    JoinLinkExpired = "join_link_expired", "ask for a new link";
    /// Accounts: the traffic was blocked.
    TrafficBlocked = "traffic_blocked", "wait, and make fewer requests";
    /// Accounts: not implemented.
    NotImplemented = "not_implemented", "use another endpoint";
}

impl ErrorKind {
    /// Whether a new access token may help.
    #[must_use]
    pub fn asks_for_new_token(&self) -> bool {
        matches!(self, Self::Authentication | Self::Unauthorized)
    }

    /// Whether LiveChat itself failed, so that it may have carried out a part of the call.
    pub(super) fn is_failure_of_livechat(&self) -> bool {
        matches!(
            self,
            Self::Internal
                | Self::RequestTimeout
                | Self::ServerError
                | Self::ServiceUnavailable
                | Self::TemporarilyUnavailable
        )
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
