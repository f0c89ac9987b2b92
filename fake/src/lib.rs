//! A fake LiveChat for development and tests: *Sign in with LiveChat*, and LiveChat's Web API over sample chats.
//!
//! It runs two servers on two ports, so that accounts and API have origins other than the extension's, as in LiveChat.
//! Both listen on 127.0.0.1 only. Nothing is stored: a restart restores the samples.
//!
//! # Start it
//!
//! ```sh
//! cargo run -p fake-livechat
//! ```
//!
//! Outside this repository, install it once with `cargo install --git https://github.com/yew-livechat/yew-livechat
//! fake-livechat`, and run `fake-livechat`. `cargo xtask dev` starts one by itself, on the two ports after the
//! authorize example's.
//!
//! The simulator finds it at its default ports, and extensions in the simulator sign in there: see *In the simulator*
//! below. An extension outside the simulator has to name it: `SignIn::new("…").accounts_url("http://127.0.0.1:8811")`,
//! and `use_livechat_api().at(Servers::new("http://127.0.0.1:8812", "http://127.0.0.1:8811"))`.
//!
//! | address | replaces |
//! |---|---|
//! | `http://127.0.0.1:8811` | `https://accounts.livechat.com` |
//! | `http://127.0.0.1:8812` | `https://api.livechatinc.com` |
//!
//! `--accounts-port` and `--api-port` choose other ports, 0 any free one. `--json` prints the addresses as one line of
//! JSON for programs.
//!
//! By default, the fake accepts any client id, and any page on this machine (`localhost`, `127.0.0.1`, `[::1]`) as
//! redirect URI. `--client-id` and `--redirect-uri`, which can be repeated, restrict that to an app as configured in
//! Developer Console, to test the refusals of a wrong configuration. `--scope` restricts the scopes. Without it, the
//! app may request every scope, and an app that requests none gets those of ordinary agents.
//!
//! Two people can sign in: `agent@example.com`, an ordinary agent, and `admin@example.com`, an administrator. An
//! ordinary agent who should grant an administrator's scope gets `invalid_scope`.
//!
//! # Accounts
//!
//! | request | response |
//! |---|---|
//! | `GET /`, `GET /signin` | the consent page, for `response_type` `token` or `code` (PKCE with `S256` or `plain`); `flow=button` responds to the window's opener with `postMessage`, otherwise the browser is redirected |
//! | `GET /ooops` | the page for a refusal, with `oauth_exception` and `exception_details` |
//! | `POST /v2/token` | exchanges a code, or refreshes; form or JSON. Codes and refresh tokens work once |
//! | `DELETE /v2/token` | revokes a token, and the refresh token that was issued with it |
//! | `GET /v2/info` | the details of an access token |
//! | `GET /v2/accounts/me` | the account, with the scope `accounts--my:ro` |
//!
//! The fourth redirect within 30 s is refused with `too_many_redirects`. A client and agent have at most 25 tokens of each kind.
//!
//! # API
//!
//! `POST /v3.6/agent/action/…`: `send_event`, `get_chat`, `list_chats`, `list_threads`, `list_archives`, `tag_thread`,
//! `untag_thread`, `get_customer`, `update_customer`, `upload_file`.
//! `POST /v3.6/configuration/action/…`: `list_agents`, `get_agent`, `list_tags`, `list_groups`.
//!
//! The customers and chats are those of `yew-livechat-simulator`, with the same ids: `customer_profile.id` is the
//! customer, `chat.chat_id` the chat and `chat.id` the thread. Customers in the simulator's *Chats* have an active
//! thread and past ones. LiveChat's customer ids are UUIDs; these are not. The fake refuses a documented filter that it
//! does not implement with status 501 and the type `not_faked`.
//!
//! # Switches
//!
//! Each [switch](switches::Switches) is a flag, and a field of `/fake/switches` on the API server:
//!
//! ```sh
//! curl http://127.0.0.1:8812/fake/switches
//! curl -X PUT -d '{"api_fault": "bad_gateway", "api_fault_times": 1}' http://127.0.0.1:8812/fake/switches
//! ```
//!
//! `PUT` replaces all switches: an omitted field gets its default, so `{}` makes the fake well-behaved again.
//!
//! | field and flag | default | effect |
//! |---|---|---|
//! | `token_without_cors` | `false` | pages cannot read responses of `POST /v2/token`, and its preflight fails |
//! | `popup` | `nulls` | the accounts page's message to its opener. `nulls`: `token_type`, `expires_in` and `scope` are null, as observed on the real one. `complete`: they have values. `scopes`: complete, with `scopes` instead of `scope`. `never`: no message, and the window stays open. `error`: the `exception` |
//! | `ooops` | `false` | the browser stays on `/ooops` with the `exception` instead of being redirected back |
//! | `exception` | `access_denied` | the code for a refusal, for `ooops` and for `popup: "error"`. The codes of authentication (`identity_lost`, `unauthorized`, `credentials_login_disabled`) are an `identity_exception`, and end on the login page |
//! | `state` | `echo` | `missing` or `wrong`: the state in the response |
//! | `colon` | `encoded` | the colon of a token or code in a redirect. `encoded`: `%3A`, as documented. `plain`: `:`. `twice`: the value itself has `%3A`, in popups too |
//! | `region` | `dal` | the prefix of tokens: `fra`, `fra-a` |
//! | `skip_consent` | `false` | no consent page, unless `prompt=consent`: the agent of `email`, or the ordinary one, accepts |
//! | `token_lifetime_seconds` | 28800 | the lifetime of access tokens issued from now on |
//! | `calls_per_token` | none | after this many API calls, an access token gets 401 |
//! | `reusable_refresh_tokens` | `false` | refresh tokens can be reused; otherwise the second use is refused |
//! | `api_fault` | `none` | how the API fails. `not_chat_user` (403) and `chat_inactive` (422): calls that write to a chat. `too_many_requests` (429), `bad_gateway` (502 with HTML), `empty_body` (200 without a body): all calls |
//! | `api_fault_times` | always | `api_fault` returns to `none` after this many failures |
//! | `retry_after_seconds` | none | the `Retry-After` of `too_many_requests` |
//! | `misdirected` | `false` | `misdirected_request` (421) until `X-Region` names the token's region |
//! | `unknown_events` | `false` | every thread ends with an event of an unknown type |
//! | `latency_ms` | 0 | the delay of both servers |
//!
//! Flags are written with dashes: `--api-fault bad_gateway`.
//!
//! In addition, `POST /fake/expire-tokens` expires all access tokens, but not their refresh tokens, and `POST
//! /fake/reset` restores the samples and clears tokens, redirects and switches.
//!
//! # Events
//!
//! `GET /fake/events` is a stream of server-sent events. The fake sends one named `event` for everything that
//! `send_event` adds, with `{"chat_id", "thread_id", "event"}` as data, and one named `switches` at the start and
//! whenever a switch changes.
//!
//! The stream begins with new events, or with `?after=` and an id after that event. With an id from an earlier run of
//! the fake, or `0`, it begins with the first event. A browser's `EventSource` sends the last id when it reconnects, so
//! it misses nothing.
//!
//! # In the simulator
//!
//! If an extension signs in, the simulator looks for the fake at its default ports, or at `YEW_LIVECHAT_FAKE_PORT` (the
//! port of the accounts server; the API uses the next one) if that was set at compile time. If the fake responds, the
//! simulator says so in the address of the extension's iframe, and a development build signs in at the fake and calls
//! its API. The simulator's conversation shows what the extension sends, and its *Faults* have a control for each
//! switch.
//!
//! A release build ignores these parameters of the address, and contains none of this.
//!
//! # What is unverified
//!
//! LiveChat documents neither the HTTP statuses of its API nor several responses. The fake chooses, and each
//! choice is marked UNVERIFIED in its code: an unknown action or customer is `not_found` (404), a missing scope is `authorization`
//! (403), `misdirected_request` has status 421, `not_chat_user` has type `authorization`, and a refused consent is
//! `access_denied`.
//!
//! # In a program
//!
//! ```
//! use fake_livechat::{Client, Fake, Servers, Switches};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new("my-client", ["http://localhost:3333/"])?;
//! let fake = Fake::new(client, Switches::default())?;
//! let servers = Servers::bind(&fake, 0, 0).await?;
//! println!("{} {}", servers.accounts(), servers.api());
//! let _running = tokio::spawn(servers.run());
//! fake.set_switches(Switches { latency_ms: 500, ..Switches::default() })?;
//! # Ok(())
//! # }
//! ```
//!
//! [`Fake::accounts`] and [`Fake::api`] return its routers, for tests without sockets.

#![allow(clippy::result_large_err, reason = "an error is made once, and written into the answer")]

#[cfg(target_family = "wasm")]
compile_error!("fake-livechat is a program for development: it cannot be part of an extension");

mod accounts;
mod api;
pub mod args;
mod client;
mod control;
mod fake;
mod feed;
mod headers;
mod license;
mod middleware;
mod pkce;
mod scopes;
mod servers;
pub mod switches;
mod timestamp;

pub use self::{
    client::{Client, ClientError},
    fake::Fake,
    servers::{BindError, Servers},
    switches::{Switches, SwitchesError},
};
