//! The extension; `main.rs` mounts it.

mod app;
{%- if signs_in %}
mod earlier_chats;
{%- endif %}
mod replies;
{%- if signs_in %}
mod sign_in;
{%- endif %}

pub use app::App;
pub use replies::{Reply, find};
{%- if signs_in %}
pub use sign_in::{AppWithSignIn, sign_in};
{%- endif %}
