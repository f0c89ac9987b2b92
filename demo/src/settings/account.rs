//! The settings page.

use yew::prelude::*;
use yew_livechat::prelude::*;

use super::{preferences::Preferences, purchase::Purchase};

/// First steps for new users from the marketplace, the shop, its preferences and purchases.
#[component]
pub(crate) fn Account() -> Html {
    let settings = use_settings_page();
    let page = use_page_data();
    let onboarded = use_state(|| false);

    let is_new = page.as_ref().and_then(|page| page.query_params.get("from")) == Some("marketplace");
    let done = {
        let (settings, onboarded) = (settings.clone(), onboarded.clone());
        move |_| {
            settings.update_properties(AppProperties::new().with_onboarded(true));
            onboarded.set(true);
        }
    };
    let connect = {
        let settings = settings.clone();
        move |_| {
            settings.redirect("https://shop.example/connect").or_toast("Couldn't open the shop. Try again.");
        }
    };
    let help = move |_| {
        settings.open_chat_widget().or_toast("Couldn't open the chat. Try again.");
    };
    html! {
        <main class="demo-page">
            <h1>{ "Shop settings" }</h1>
            if is_new && !*onboarded {
                <InlineMessage>{ "Welcome! Connect your shop, and orders appear beside every chat." }</InlineMessage>
                <div class="demo-actions"><Button onclick={done}>{ "Got it" }</Button></div>
            }
            <Section heading="Your shop">
                <p>{ "Orders come from the shop that you connect." }</p>
                <div class="demo-actions">
                    <Button kind={ButtonKind::Primary} onclick={connect}>{ "Connect your shop" }</Button>
                    <Button onclick={help}>{ "Ask LiveChat for help" }</Button>
                </div>
            </Section>
            <Preferences />
            <Purchase />
        </main>
    }
}
