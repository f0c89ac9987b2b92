//! A fake LiveChat for development and tests: *Sign in with LiveChat*, and LiveChat's Web API over sample chats.
//!
//! It has two servers on two ports, so that accounts and API have other origins than an extension, as LiveChat's have. Both
//! listen on 127.0.0.1 only. Nothing is stored: a restart brings back the samples.
//!
//! # Start it
//!
//! ```sh
//! cargo run -p fake-livechat
//! ```
//!
//! Outside of this repository, install it once with
//! `cargo install --git https://github.com/yew-livechat/yew-livechat fake-livechat`, and start `fake-livechat`. `cargo xtask dev`
//! starts one by itself, on the two ports after the authorize example's.
//!
//! The simulator finds it at its default ports, and has extensions sign in there: see *In the simulator* below. An extension
//! outside of the simulator names it: `SignIn::new("…").accounts_url("http://127.0.0.1:8811")`, and
//! `use_livechat_api().at(Servers::new("http://127.0.0.1:8812", "http://127.0.0.1:8811"))`.
//!
//! | address | replaces |
//! |---|---|
//! | `http://127.0.0.1:8811` | `https://accounts.livechat.com` |
//! | `http://127.0.0.1:8812` | `https://api.livechatinc.com` |
//!
//! `--accounts-port` and `--api-port` choose other ports, and 0 any free one. `--json` prints the addresses as one line of JSON for
//! programs.
//!
//! Any client id is accepted, and any page of this machine (`localhost`, `127.0.0.1`, `[::1]`) as redirect URI. `--client-id` and
//! `--redirect-uri`, which can be repeated, narrow that to an app as it is configured in the Developer Console, to meet the
//! refusals of a wrong configuration. `--scope` narrows the scopes; without it, the app may request every scope, and one that
//! requests none gets those of ordinary agents.
//!
//! Two people can sign in: `agent@example.com`, an ordinary agent, and `admin@example.com`, an administrator. An ordinary agent
//! who is asked for an administrator's scope ends on `invalid_scope`.
//!
//! # Accounts
//!
//! | request | answer |
//! |---|---|
//! | `GET /`, `GET /signin` | the consent page, for `response_type` `token` or `code` (PKCE with `S256` or `plain`); `flow=button` answers the window's opener by `postMessage`, otherwise the browser is redirected |
//! | `GET /ooops` | where a refusal ends, with `oauth_exception` and `exception_details` |
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
//! The customers and chats are those of `yew-livechat-simulator`, with their ids: `customer_profile.id` is the customer,
//! `chat.chat_id` the chat and `chat.id` the thread. Customers of the simulator's *Chats* have an active thread and past ones.
//! LiveChat's own customer ids are UUIDs; these are not. A documented filter that the fake lacks is refused with status 501 and
//! the type `not_faked`, rather than ignored.
//!
//! # Switches
//!
//! Each [switch](switches::Switches) is a flag, and a field of `/fake/switches` of the API's server:
//!
//! ```sh
//! curl http://127.0.0.1:8812/fake/switches
//! curl -X PUT -d '{"api_fault": "bad_gateway", "api_fault_times": 1}' http://127.0.0.1:8812/fake/switches
//! ```
//!
//! `PUT` replaces them all: a field that is left out gets its default, so `{}` makes the fake behave again.
//!
//! | field and flag | default | effect |
//! |---|---|---|
//! | `token_without_cors` | `false` | pages cannot read the answers of `POST /v2/token`, and its preflight fails |
//! | `popup` | `nulls` | what the accounts page posts to its opener. `nulls`: `token_type`, `expires_in` and `scope` are null, as seen from the real one. `complete`: they are there. `scopes`: complete, with `scopes` for `scope`. `never`: no message, and the window stays open. `error`: the `exception` |
//! | `ooops` | `false` | the browser ends on `/ooops` with the `exception` where it would be redirected back |
//! | `exception` | `access_denied` | the code for a refusal, for `ooops` and for `popup: "error"`. The codes of authentication (`identity_lost`, `unauthorized`, `credentials_login_disabled`) are an `identity_exception`, and end on the login page |
//! | `state` | `echo` | `missing` or `wrong`: the state in the answer |
//! | `colon` | `encoded` | the colon of a token or code in a redirect. `encoded`: `%3A`, as documented. `plain`: `:`. `twice`: the value itself has `%3A`, in popups too |
//! | `region` | `dal` | what tokens begin with: `fra`, `fra-a` |
//! | `skip_consent` | `false` | no consent page, unless `prompt=consent`: the agent of `email`, or the ordinary one, accepts |
//! | `token_lifetime_seconds` | 28800 | how long access tokens work that are issued from now on |
//! | `calls_per_token` | none | after so many calls of the API, an access token gets 401 |
//! | `reusable_refresh_tokens` | `false` | refresh tokens work again and again; otherwise the second use is refused |
//! | `api_fault` | `none` | how the API fails. `not_chat_user` (403) and `chat_inactive` (422): calls that write to a chat. `too_many_requests` (429), `bad_gateway` (502 with HTML), `empty_body` (200 without a body): all calls |
//! | `api_fault_times` | always | `api_fault` goes back to `none` after so many failures |
//! | `retry_after_seconds` | none | the `Retry-After` of `too_many_requests` |
//! | `misdirected` | `false` | `misdirected_request` (421) until `X-Region` names the token's region |
//! | `unknown_events` | `false` | every thread ends with an event of a type that no client knows |
//! | `latency_ms` | 0 | how much later both servers answer |
//!
//! Flags are written with dashes: `--api-fault bad_gateway`.
//!
//! Besides, `POST /fake/expire-tokens` ends all access tokens now, and leaves their refresh tokens; `POST /fake/reset` brings back
//! the samples, and forgets tokens, redirects and switches.
//!
//! # Events
//!
//! `GET /fake/events` is a stream of server-sent events. One named `event` is sent for everything that `send_event` adds, with
//! `{"chat_id", "thread_id", "event"}` as data; one named `switches` at the start, and whenever a switch changes.
//!
//! It begins with what is sent from then on, and with `?after=` an id after that event. An id of an earlier run of the fake, and
//! `0`, begin with the first event ever. A browser's `EventSource` sends the last id when it reconnects, and so misses nothing.
//!
//! # In the simulator
//!
//! The simulator looks for the fake at its default ports once an extension signs in, or at `YEW_LIVECHAT_FAKE_PORT` (the
//! accounts' port; the API's is the next one), if that was set when the extension was compiled. If the fake answers, the
//! simulator tells the extension so in its iframe's address, and a development build signs in at the fake and calls its API. What
//! the extension sends shows in the simulator's conversation, and each switch has a control in its *Faults*.
//!
//! A release build ignores the address's parameters and contains nothing of this.
//!
//! # What is unverified
//!
//! LiveChat documents neither the HTTP statuses of its API nor several answers. The fake chooses, and its code marks each choice
//! as UNVERIFIED: an unknown action is `not_found` (404), an unknown customer too, a missing scope is `authorization` (403),
//! `misdirected_request` has status 421, `not_chat_user` has type `authorization`, and a refused consent is `access_denied`.
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
//! [`Fake::accounts`] and [`Fake::api`] are its routers, for tests without sockets.

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
