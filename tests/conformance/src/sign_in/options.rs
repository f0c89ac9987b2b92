//! The options of the JavaScript SDK, as the corresponding methods of [`SignIn`].

use js_sys::Reflect;
use serde_json::{Map, Value};
use yew_livechat::SignIn;

/// The property of the window that contains the SDK's options as JSON.
const OPTIONS: &str = "signInOptions";

/// The sign-in for this page; `None` on a page that compares the widgets.
pub(crate) fn options() -> Option<SignIn> {
    let options = Reflect::get(&web_sys::window()?.into(), &OPTIONS.into()).ok()?.as_string()?;
    serde_json::from_str(&options).ok().map(|options: Map<_, _>| sign_in(&options))
}

/// Options without a counterpart are skipped: the list of differences names them.
fn sign_in(options: &Map<String, Value>) -> SignIn {
    let text = |name: &str| options.get(name).and_then(Value::as_str);
    let mut sign_in = SignIn::new(text("client_id").unwrap_or_default());
    if options.get("answer_by_message") != Some(&Value::Bool(false)) {
        sign_in = sign_in.answer_by_message();
    }
    if text("response_type") == Some("token") {
        sign_in = sign_in.implicit();
    }
    if let Some(scope) = text("scope") {
        sign_in = sign_in.scopes(scope.split(','));
    }
    if text("prompt") == Some("consent") {
        sign_in = sign_in.ask_for_consent();
    }
    if let Some(email) = text("email_hint") {
        sign_in = sign_in.email(email);
    }
    if let Some(organization) = text("organization_id") {
        sign_in = sign_in.organization(organization);
    }
    if let Some(address) = text("redirect_uri") {
        sign_in = sign_in.redirect_uri(address);
    }
    if let Some(address) = text("server_url") {
        sign_in = sign_in.accounts_url(address);
    }
    sign_in
}
