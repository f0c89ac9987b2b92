//! The client id of the tester's app.

use yew::prelude::*;
use yew_livechat::prelude::*;

use crate::{file, stored::use_client_id};

/// Asks for the client id, then loads the page again with it.
#[component]
pub(super) fn ClientId() -> Html {
    let stored = use_client_id();
    let typed = use_state(|| (*stored).clone());
    let id = typed.trim().to_owned();
    let disabled = id.is_empty();
    let save = move |_| {
        stored.set(id.clone());
        file::reload();
    };
    html! {
        <Stack>
            <TextField
                label="Client id"
                hint="Developer Console, your app, App Authorization."
                bind={&typed}
            />
            <Button kind={ButtonKind::Primary} {disabled} onclick={save}>{ "Save and reload" }</Button>
        </Stack>
    }
}
