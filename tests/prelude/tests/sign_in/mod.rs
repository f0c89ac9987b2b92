//! `static/sign-in.js`, in a browser whose time, server, popup and storage a test controls.

mod account;
mod answers;
mod callback;
mod hostile;
mod popup;
mod renewal;
mod sharing;
mod world;
