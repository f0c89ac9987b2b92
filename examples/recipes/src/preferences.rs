//! A settings page that stores preferences on your own server.

use gloo_net::http::Request;
use serde::{Deserialize, Serialize};
use yew::{platform::spawn_local, prelude::*};
use yew_livechat::prelude::*;

// ANCHOR: api
/// The preferences.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Preferences {
    /// The shop's address.
    pub shop: String,
    /// Whether canceled orders are listed too.
    pub canceled: bool,
}

const URL: &str = "/api/preferences";

async fn load() -> Result<Preferences, gloo_net::Error> {
    // An error page is not JSON, so it is an error as well.
    Request::get(URL).send().await?.json().await
}

async fn save(preferences: &Preferences) -> Result<bool, gloo_net::Error> {
    Ok(Request::put(URL).json(preferences)?.send().await?.ok())
}
// ANCHOR_END: api

// ANCHOR: component
/// The form. A toast reports the result: the agent may have left the page by then.
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
        // Agents would mistake an empty form for the stored preferences, and overwrite them.
        Some(None) => {
            return html! {
                <InlineMessage kind={MessageKind::Error}>{ "Couldn't load the settings. Reload the page." }</InlineMessage>
            };
        }
        Some(Some(saved)) => *saved == *draft,
    };

    let onshop = {
        let draft = draft.clone();
        move |shop| draft.set(Preferences { shop, ..(*draft).clone() })
    };
    let oncanceled = {
        let draft = draft.clone();
        move |canceled| draft.set(Preferences { canceled, ..(*draft).clone() })
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
                    settings.toast_success("Settings saved");
                } else {
                    settings.toast_error("Couldn't save the settings. Try again.");
                }
                saving.set(false);
            });
        }
    };
    html! {
        <Section heading="Orders" level={1}>
            <TextField label="Address of your shop" kind={TextFieldKind::Url} value={draft.shop.clone()} oninput={onshop} />
            <ToggleSwitch label="List canceled orders" checked={draft.canceled} onchange={oncanceled} />
            <Button kind={ButtonKind::Primary} disabled={is_saved} busy={*saving} onclick={onsave}>{ "Save" }</Button>
        </Section>
    }
}
// ANCHOR_END: component
