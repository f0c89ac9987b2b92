//! The settings, which are stored in this browser; the other placements update live.

use rust_i18n::t;
use yew::prelude::*;
use yew_livechat::prelude::*;

use crate::language::{Translated, use_chosen_language};

#[hook]
pub(crate) fn use_list_canceled() -> UseStoredHandle<bool> {
    use_stored("order-desk-list-canceled", || false)
}

#[hook]
pub(crate) fn use_signature() -> UseStoredHandle<String> {
    use_stored("order-desk-signature", String::new)
}

/// The settings page.
#[component]
pub fn Preferences() -> Html {
    html! { <Translated><Form /></Translated> }
}

#[component]
fn Form() -> Html {
    let (canceled, signature, language) = (use_list_canceled(), use_signature(), use_chosen_language());
    html! {
        <Stack>
            <h1>{ t!("settings").into_owned() }</h1>
            if !language.is_persistent() {
                <InlineMessage kind={MessageKind::Warning}>{ t!("only_this_browser").into_owned() }</InlineMessage>
            }
            <ToggleSwitch label={t!("list_canceled").into_owned()} bind={&canceled} />
            <TextField label={t!("signature").into_owned()} hint={t!("signature_hint").into_owned()} bind={&signature} />
            <Select label={t!("language").into_owned()} bind={&language}>
                <option value="">{ t!("as_the_browser").into_owned() }</option>
                <option value="en">{ "English" }</option>
                <option value="de">{ "Deutsch" }</option>
            </Select>
        </Stack>
    }
}
