//! The check in each placement: what the steps' buttons do.

use serde_json::Value;
use yew::{html_nested, platform::spawn_local, prelude::*, virtual_dom::VChild};
use yew_livechat::{
    details_section::DefinesSection,
    payment::{Charge, PaymentMetadata},
    prelude::*,
    protocol::PlacementKind,
    rich_message::{Button as Answer, QuickReplies},
};

use crate::{
    calls, file,
    observation::Observed,
    observer::{UseRecordHandle, use_record},
    steps::Action,
    view::Check,
    without_plugin_id::Connection,
};

/// The text that the steps insert and show.
const TEXT: &str = "Field check";

/// The section as the Developer Console declares it, and as the step *Switch chats* publishes it.
#[must_use]
pub fn declared_section() -> VChild<DetailsSection> {
    section("Not published yet")
}

fn section(state: &'static str) -> VChild<DetailsSection> {
    html_nested! { <DetailsSection title="Field check"><SectionLabel label="State" value={state} /></DetailsSection> }
}

/// The check beside the chat, before there is a client id.
#[component]
pub fn DetailsCheck() -> Html {
    let handle = use_record(PlacementKind::Details);
    let onaction = use_details_actions(handle.clone());
    html! { <Check {handle} {onaction} needs_client_id=true /> }
}

/// The check beside the chat, with Sign in with LiveChat.
#[component]
pub fn SignedInDetailsCheck() -> Html {
    let handle = use_record(PlacementKind::Details);
    let others = use_details_actions(handle.clone());
    let (sign_in, api) = (use_sign_in(), use_livechat_api());
    let is_open = handle.record().current(PlacementKind::Details).is_some_and(|step| step.id == "sign-in");
    use_effect_with(((*sign_in).clone(), is_open), {
        let handle = handle.clone();
        move |(state, is_open)| {
            if *is_open && let Some(ended) = ended(state) {
                handle.change(|record, placement, at| {
                    record.act(placement, at);
                    record.observe(placement, at, ended);
                });
            }
        }
    });
    let onaction = {
        let handle = handle.clone();
        Callback::from(move |action| match action {
            Action::SignIn => sign_in.sign_in(),
            Action::CallApi => {
                let (api, handle) = (api.clone(), handle.clone());
                spawn_local(async move { calls::make(&api, |what| handle.observe(what)).await });
            }
            other => others.emit(other),
        })
    };
    html! { <Check {handle} {onaction} /> }
}

/// The observation of a sign-in that has ended.
fn ended(state: &SignInState) -> Option<Observed> {
    match state {
        SignInState::SigningIn | SignInState::SignedOut { reason: None } => None,
        SignInState::SignedIn(_) => Some(Observed::SignIn { error: None, blocked: false }),
        SignInState::SignedOut { reason: Some(reason) } => Some(Observed::SignIn {
            error: Some(reason.to_string()),
            blocked: *reason == SignInError::TokenEndpointBlocked,
        }),
    }
}

/// What the buttons in the details do.
#[hook]
fn use_details_actions(handle: UseRecordHandle) -> Callback<Action> {
    let details = use_details();
    // So that the host sends them.
    use_message(|_| {});
    let connection = use_memo((), |()| {
        let connection = Connection::default();
        connection.listen();
        connection
    });
    Callback::from(move |action| match action {
        Action::PublishSection => {
            handle.watch("customer_details_section", details.publish_section(section("Published").section()));
        }
        Action::InsertText => handle.watch("put_message", details.put_message(TEXT)),
        Action::GetMessages => handle.watch("get_messages", details.send_raw("get_messages", &Value::Null)),
        Action::ShowToast => handle.watch("set_toast", details.toast_success(TEXT)),
        Action::ToastWithoutPluginId => {
            if let Err(error) = connection.send_toast() {
                handle.observe(Observed::Command { name: "set_toast".to_owned(), error: Some(error) });
            }
        }
        _ => {}
    })
}

/// The check above the message input.
#[component]
pub fn MessageBoxCheck() -> Html {
    let handle = use_record(PlacementKind::MessageBox);
    let message_box = use_message_box();
    let onaction = {
        let handle = handle.clone();
        Callback::from(move |action| {
            if action == Action::SendQuickReplies {
                handle.watch("send_quick_replies", message_box.send_quick_replies(question()));
            }
        })
    };
    html! { <Check {handle} {onaction} /> }
}

fn question() -> Result<QuickReplies, InvalidArgument> {
    QuickReplies::new(TEXT, [Answer::reply("Yes", "yes")?, Answer::reply("No", "no")?])
}

/// The check on the fullscreen page.
#[component]
pub fn FullscreenCheck() -> Html {
    let handle = use_record(PlacementKind::Fullscreen);
    let page = use_fullscreen_page();
    let onaction = {
        let handle = handle.clone();
        Callback::from(move |action| {
            if action == Action::OpenArchives {
                handle.watch("navigate_from_fullscreen_widget", page.navigate("/archives"));
            }
        })
    };
    html! { <Check {handle} {onaction} /> }
}

/// The check in the settings.
#[component]
pub fn SettingsCheck() -> Html {
    let handle = use_record(PlacementKind::Settings);
    let settings = use_settings_page();
    let onaction = {
        let handle = handle.clone();
        Callback::from(move |action| match action {
            Action::OpenPurchase => {
                handle.watch("register_transaction_success", settings.start_transaction(charge(), metadata()));
            }
            Action::SaveFile => {
                if let Err(error) = file::save("field-check.txt", "text/plain", TEXT) {
                    handle.observe(Observed::Command { name: "download".to_owned(), error: Some(error) });
                }
            }
            _ => {}
        })
    };
    html! { <Check {handle} {onaction} /> }
}

/// A test purchase: nobody pays. The Billing API does not know it, so accepting it fails.
fn charge() -> Result<Charge, InvalidArgument> {
    let charge = Charge::recurrent("Field check, a test", 100.0, 1, 0)?.with_field("id", "FIELD-CHECK");
    Ok(charge.with_field("per_account", false).with_field("test", true))
}

fn metadata() -> Result<PaymentMetadata, InvalidArgument> {
    let icon = format!("{}/icon.svg", file::origin());
    Ok(PaymentMetadata::new(icon)?.with_description("A test: nobody pays.").with_billing_cycle_picker(true))
}
