//! The extension; `main.rs` mounts it.

mod app;
mod shop;
{%- if signs_in %}
mod sign_in;
mod tags;
{%- endif %}

pub use app::App;
pub use shop::Shop;
{%- if signs_in %}
pub use sign_in::{AppWithSignIn, sign_in};
{%- endif %}
