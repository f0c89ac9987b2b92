//! A settings page that keeps what is decided on a server of one's own.

use gloo_net::http::Request;
use serde::{Deserialize, Serialize};
use yew::{platform::spawn_local, prelude::*};
use yew_livechat::prelude::*;

// ANCHOR: api
/// What can be decided.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Preferences {
    /// The shop's address.
    pub shop: String,
    /// Whether cancelled orders are listed too.
    pub cancelled: bool,
}

const URL: &str = "/api/preferences";

async fn load() -> Result<Preferences, gloo_net::Error> {
    // A page that says something is wrong is no JSON, and so an error as well.
    Request::get(URL).send().await?.json().await
}

async fn save(preferences: &Preferences) -> Result<bool, gloo_net::Error> {
    Ok(Request::put(URL).json(preferences)?.send().await?.ok())
}
// ANCHOR_END: api

// ANCHOR: component
/// The form. A toast says how saving went: the agent may have left the page by then.
#[component]
pub fn PreferencesPage() -> Html {
    let settings = use_settings_page();
    let saved = use_state(|| None::<Option<Preferences>>);
    let draft = use_state(Preferences::default);
    let saving = use_state(|| false);

    use_effect_with((), {
        let (saved, draft) = (saved.clone(), draft.clone());
        move |()| {
            spawn_local(async move {
                let loaded = load().await.ok();
                draft.set(loaded.clone().unwrap_or_default());
                saved.set(Some(loaded));
            });
        }
    });
    let is_saved = match &*saved {
        None => return html! { <Loader /> },
        // An empty form would be taken for what is there, and saved over it.
        Some(None) => {
            return html! {
                <InlineMessage kind={MessageKind::Error}>{ "The settings cannot be read: reload the page." }</InlineMessage>
            };
        }
        Some(Some(saved)) => *saved == *draft,
    };

    let onshop = {
        let draft = draft.clone();
        move |shop| draft.set(Preferences { shop, ..(*draft).clone() })
    };
    let oncancelled = {
        let draft = draft.clone();
        move |cancelled| draft.set(Preferences { cancelled, ..(*draft).clone() })
    };
    let onsave = {
        let (draft, saving) = (draft.clone(), saving.clone());
        move |_| {
            let (settings, wanted) = (settings.clone(), (*draft).clone());
            let (saved, saving) = (saved.clone(), saving.clone());
            saving.set(true);
            spawn_local(async move {
                if let Ok(true) = save(&wanted).await {
                    settings.update_properties(AppProperties::new().with_onboarded(true));
                    saved.set(Some(Some(wanted)));
                    settings.toast_success("The settings are saved");
                } else {
                    settings.toast_error("The settings are not saved: try again");
                }
                saving.set(false);
            });
        }
    };
    html! {
        <Section heading="Orders" level={1}>
            <TextField label="Address of your shop" kind={TextFieldKind::Url} value={draft.shop.clone()} oninput={onshop} />
            <ToggleSwitch label="List cancelled orders" checked={draft.cancelled} onchange={oncancelled} />
            <Button kind={ButtonKind::Primary} disabled={is_saved} busy={*saving} onclick={onsave}>{ "Save" }</Button>
        </Section>
    }
}
// ANCHOR_END: component
