//! What the tester sees.

mod check;
mod client_id;
mod current_step;
mod finished_steps;
mod questions;
mod report_view;

pub(crate) use self::check::Check;
