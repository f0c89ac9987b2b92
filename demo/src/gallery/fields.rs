//! What a person fills in.

use yew::prelude::*;
use yew_livechat::prelude::*;

use super::entry::{Entry, Extreme};

#[component]
pub(super) fn Fields() -> Html {
    html! {
        <>
            <Entry name="TextField"><TextFields /></Entry>
            <Entry name="TextArea"><TextAreas /></Entry>
            <Entry name="Select"><Selects /></Entry>
            <Entry name="Checkbox"><Checkboxes /></Entry>
            <Entry name="ToggleSwitch"><Switches /></Entry>
        </>
    }
}

#[component]
fn TextFields() -> Html {
    let name = use_state(|| "Mary Brown".to_owned());
    let address = use_state(|| "mary.brown".to_owned());
    html! {
        <>
            <TextField label="Name" value={(*name).clone()} oninput={set(&name)} hint="As it is on the parcel." />
            <TextField
                label="Email address"
                kind={TextFieldKind::Email}
                value={(*address).clone()}
                oninput={set(&address)}
                error={(!address.contains('@')).then_some(AttrValue::Static("An email address has an @."))}
            />
            <TextField label="Search orders" label_hidden=true kind={TextFieldKind::Search} value="" placeholder="Search orders" />
            <TextField label="Locked" value="Not yours to change" disabled=true />
        </>
    }
}

#[component]
fn TextAreas() -> Html {
    let note = use_state(|| "Rang twice.".to_owned());
    let reason = use_state(String::new);
    html! {
        <>
            <TextArea label="Note" value={(*note).clone()} oninput={set(&note)} hint="Only your colleagues see it." />
            <TextArea
                label="Reason"
                rows=2
                value={(*reason).clone()}
                oninput={set(&reason)}
                placeholder="Why is it returned?"
                error={reason.is_empty().then_some(AttrValue::Static("Write something."))}
            />
            <TextArea label="Archived note" rows=1 value="Closed long ago." disabled=true />
        </>
    }
}

#[component]
fn Selects() -> Html {
    let priority = use_state(|| "normal".to_owned());
    let options = html! {
        <>
            <option value="normal">{ "Normal" }</option>
            <option value="urgent">{ "Urgent" }</option>
            <option value="long">{ "A name of an option that does not fit into the width of the panel" }</option>
        </>
    };
    html! {
        <>
            <Select label="Priority" value={(*priority).clone()} onchange={set(&priority)} hint="Urgent ones come first.">
                { options.clone() }
            </Select>
            <Extreme><Select label="Long choice" value="long">{ options.clone() }</Select></Extreme>
            <Select label="Warehouse" value="" error="Choose one.">
                <option value="">{ "Choose…" }</option>
                <option value="north">{ "North" }</option>
            </Select>
            <Select label="Locked choice" value="urgent" disabled=true>{ options }</Select>
        </>
    }
}

#[component]
fn Checkboxes() -> Html {
    let copy = use_state(|| true);
    let gift = use_state(|| false);
    html! {
        <>
            <Checkbox label="Send a copy to me" checked={*copy} onchange={set(&copy)} />
            <Checkbox label="Wrap it as a gift" hint="Costs nothing, takes a day longer." checked={*gift} onchange={set(&gift)} />
            <Checkbox label="Cannot be changed" checked=true disabled=true />
        </>
    }
}

#[component]
fn Switches() -> Html {
    let alerts = use_state(|| true);
    let sounds = use_state(|| false);
    html! {
        <>
            <ToggleSwitch label="Tell me when an order is late" checked={*alerts} onchange={set(&alerts)} />
            <ToggleSwitch label="Sounds" hint="Only while the tab is open." checked={*sounds} onchange={set(&sounds)} />
            <ToggleSwitch label="Off for good" checked=false disabled=true />
            <ToggleSwitch label="On for good" checked=true disabled=true />
        </>
    }
}

fn set<T: 'static>(state: &UseStateHandle<T>) -> impl Fn(T) + 'static {
    let state = state.clone();
    move |value| state.set(value)
}
