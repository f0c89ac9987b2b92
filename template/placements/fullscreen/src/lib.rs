//! The extension; `main.rs` mounts it.

mod app;
{%- if signs_in %}
mod sign_in;
mod tags;
{%- endif %}
mod tasks;

pub use app::App;
{%- if signs_in %}
pub use sign_in::{AppWithSignIn, sign_in};
{%- endif %}
pub use tasks::{Task, badge, without};
