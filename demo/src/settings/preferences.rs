//! The shop's preferences.

use yew::{platform::spawn_local, prelude::*};
use yew_livechat::prelude::*;

use crate::shop::{self, Preferences as Values, ShopError};

/// A form for the preferences, with buttons to save and to reset.
#[component]
pub(super) fn Preferences() -> Html {
    let saved = use_state(Values::default);
    let draft = use_state(Values::default);
    let saving = use_state(|| false);
    let asking = use_state(|| false);
    let outcome = use_state(|| None::<Result<(), ShopError>>);

    let save = {
        let (saved, draft, saving, outcome) = (saved.clone(), draft.clone(), saving.clone(), outcome.clone());
        Callback::from(move |values: Values| {
            let (saved, draft, saving, outcome) = (saved.clone(), draft.clone(), saving.clone(), outcome.clone());
            saving.set(true);
            spawn_local(async move {
                let result = shop::save(&values).await;
                if result.is_ok() {
                    saved.set(values.clone());
                    draft.set(values);
                }
                saving.set(false);
                outcome.set(Some(result));
            });
        })
    };
    let ask = |ask: bool| {
        let asking = asking.clone();
        Callback::from(move |()| asking.set(ask))
    };
    let reset = {
        let (asking, save) = (asking.clone(), save.clone());
        move |()| {
            asking.set(false);
            save.emit(Values::default());
        }
    };
    let close = {
        let outcome = outcome.clone();
        move |()| outcome.set(None)
    };
    let nameless = draft.name.trim().is_empty();
    let onsave = {
        let draft = draft.clone();
        save.reform(move |_: MouseEvent| (*draft).clone())
    };
    let (kind, said) = match &*outcome {
        Some(Err(error)) => (MessageKind::Error, format!("Couldn't save: {error}.")),
        _ => (MessageKind::Success, "Preferences saved.".to_owned()),
    };
    html! {
        <Section heading="Preferences">
            <TextField
                label="Name of the shop"
                value={draft.name.clone()}
                oninput={change(&draft, |values, name| values.name = name)}
                hint="As customers know it."
                error={nameless.then_some(AttrValue::Static("Enter the name of your shop."))}
            />
            <Select
                label="An order is late after"
                value={draft.late_after.clone()}
                onchange={change(&draft, |values, days| values.late_after = days)}
            >
                <option value="3">{ "3 days" }</option>
                <option value="7">{ "A week" }</option>
                <option value="14">{ "Two weeks" }</option>
            </Select>
            <Checkbox
                label="Ask for the order number"
                hint="In the greeting, when no order is known."
                checked={draft.ask_for_order}
                onchange={change(&draft, |values, ask| values.ask_for_order = ask)}
            />
            <div class="demo-actions">
                <Button busy={*saving} disabled={nameless || (*draft == *saved && !*saving)} onclick={onsave}>
                    { "Save preferences" }
                </Button>
                <Button disabled={*draft == Values::default() && *saved == Values::default()} onclick={ask(true).reform(|_| ())}>
                    { "Reset…" }
                </Button>
            </div>
            <ConfirmDialog
                open={*asking}
                heading="Reset preferences?"
                confirm_label="Reset"
                kind={ButtonKind::Destructive}
                onconfirm={reset}
                oncancel={ask(false)}
            >
                { "This resets them for everyone in the shop." }
            </ConfirmDialog>
            <Snackbar open={outcome.is_some()} {kind} onclose={close}>{ said }</Snackbar>
        </Section>
    }
}

/// A listener that sets a value in the draft.
fn change<T: 'static>(draft: &UseStateHandle<Values>, put: fn(&mut Values, T)) -> Callback<T> {
    let draft = draft.clone();
    Callback::from(move |value| {
        let mut values = (*draft).clone();
        put(&mut values, value);
        draft.set(values);
    })
}
