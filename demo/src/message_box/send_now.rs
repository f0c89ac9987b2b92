//! Sends cards directly through LiveChat's API, for a signed-in agent. The message input is not involved.

use std::fmt;

use yew::prelude::*;
use yew_livechat::{
    api::{NewEvent, SendEvent},
    prelude::*,
};

use super::messages::cards;
use crate::shop::Product;

#[derive(PartialEq, Properties)]
pub(super) struct SendNowProps {
    /// The id of the open chat.
    pub(super) chat: Option<String>,
    pub(super) products: Vec<&'static Product>,
    pub(super) onsent: Callback<()>,
}

/// A button that sends the cards, or signs in first, with any error below it.
#[component]
pub(super) fn SendNow(props: &SendNowProps) -> Html {
    let sign_in = use_sign_in();
    let api = use_livechat_api();
    let sending = use_action((props.chat.clone(), props.products.clone()), {
        let onsent = props.onsent.clone();
        move |(chat, products): (Option<String>, Vec<&'static Product>), ()| {
            let (api, onsent) = (api.clone(), onsent.clone());
            async move {
                let message = NewEvent::rich_message(cards(&products).map_err(not_sent)?);
                api.call(&SendEvent::new(chat.unwrap_or_default(), message)).await.map_err(not_sent)?;
                onsent.emit(());
                Ok::<_, String>(())
            }
        }
    });
    if sign_in.account().is_none() {
        return signed_out(&sign_in);
    }
    let disabled = props.chat.is_none() || props.products.is_empty();
    let busy = sending.is_running();
    let error = sending.error().cloned();
    let send = move |_| sending.run(());
    let sign_out = move |_| sign_in.sign_out();
    html! {
        <>
            <Button {disabled} {busy} onclick={send}>{ "Send now" }</Button>
            <button type="button" class="demo-text-button" onclick={sign_out}>{ "Sign out" }</button>
            if let Some(error) = error {
                <div class="demo-line"><InlineMessage kind={MessageKind::Error}>{ error }</InlineMessage></div>
            }
        </>
    }
}

fn signed_out(sign_in: &UseSignInHandle) -> Html {
    let reason = sign_in.reason().map(not_signed_in);
    let onclick = {
        let sign_in = sign_in.clone();
        move |_| match sign_in.reason() {
            Some(SignInError::PopupBlocked) => sign_in.sign_in_by_redirect(),
            _ => sign_in.sign_in(),
        }
    };
    html! {
        <>
            <Button busy={sign_in.is_signing_in()} {onclick}>{ "Sign in to send now" }</Button>
            if let Some(reason) = reason {
                <div class="demo-line"><InlineMessage kind={MessageKind::Error}>{ reason }</InlineMessage></div>
            }
        </>
    }
}

/// A readable reason why the cards were not sent.
fn not_sent(error: impl fmt::Display) -> String {
    format!("Couldn't send the cards: {error}.")
}

/// A readable reason why the sign-in failed.
fn not_signed_in(error: &SignInError) -> String {
    format!("Couldn't sign in: {error}.")
}
