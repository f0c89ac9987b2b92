//! Form fields.

use yew::prelude::*;
use yew_livechat::prelude::*;

use super::entry::{Entry, Extreme};

const LONG: &str = "Wolfeschlegelsteinhausenbergerdorff";

#[component]
pub(super) fn Fields() -> Html {
    html! {
        <>
            <Entry name="TextField"><TextFields /></Entry>
            <Entry name="TextArea"><TextAreas /></Entry>
            <Entry name="Select"><Selects /></Entry>
            <Entry name="Listbox"><Listboxes /></Entry>
            <Entry name="SearchList"><SearchLists /></Entry>
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
            <TextField label="Name" bind={&name} hint="As printed on the parcel." />
            <TextField
                label="Email address"
                kind={TextFieldKind::Email}
                bind={&address}
                error={(!address.contains('@')).then_some(AttrValue::Static("Enter an address with an @."))}
            />
            <TextField label="Search orders" label_hidden=true kind={TextFieldKind::Search} value="" placeholder="Search orders" />
            <TextField label="Locked" value="You can't change this" disabled=true />
        </>
    }
}

#[component]
fn TextAreas() -> Html {
    let note = use_state(|| "Rang twice.".to_owned());
    let reason = use_state(String::new);
    html! {
        <>
            <TextArea label="Note" bind={&note} hint="Only your colleagues see it." />
            <TextArea
                label="Reason"
                rows=2
                bind={&reason}
                placeholder="Why is it returned?"
                error={reason.is_empty().then_some(AttrValue::Static("Enter a reason."))}
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
            <option value="long">{ "An option whose name is too long for the panel" }</option>
        </>
    };
    html! {
        <>
            <Select label="Priority" bind={&priority} hint="Urgent ones come first.">
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
            <Checkbox label="Send a copy to me" bind={&copy} />
            <Checkbox label="Wrap it as a gift" hint="Free, but takes a day longer." bind={&gift} />
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
            <ToggleSwitch label="Notify me when an order is late" bind={&alerts} />
            <ToggleSwitch label="Sounds" hint="Only while the tab is open." bind={&sounds} />
            <ToggleSwitch label="Always off" checked=false disabled=true />
            <ToggleSwitch label="Always on" checked=true disabled=true />
        </>
    }
}

#[component]
fn Listboxes() -> Html {
    let warehouse = use_state(|| "north".to_owned());
    html! {
        <>
            <Listbox label="Warehouse" bind={&warehouse}>
                <ListboxOption value="north" title="North" description="Ships today" />
                <ListboxOption value="south" title="South" description="Ships tomorrow" />
                <ListboxOption value="east" title="East" description="Closed for repairs" disabled=true />
            </Listbox>
            <Extreme>
                <Listbox label="Many options" value="30">
                    { for (1..=40).map(|number| html_nested! {
                        <ListboxOption value={number.to_string()} title={format!("Order {number}")} />
                    }) }
                </Listbox>
                <Listbox label="Long options"><ListboxOption value="long" title={LONG.repeat(2)} description={LONG.repeat(2)} /></Listbox>
            </Extreme>
            <Listbox label="Couriers" empty="No couriers today." />
        </>
    }
}

const REPLIES: [(&str, &str, &str); 3] = [
    ("hello", "Hello", "Hello! How can I help you today?"),
    ("late", "Late parcel", "Your parcel is late; we are sorry. It arrives within two days."),
    ("label", "Return label", "Here is the label for your return."),
];

#[component]
fn SearchLists() -> Html {
    let query = use_state(String::new);
    let inserted = use_state(|| AttrValue::from("nothing yet"));
    let onchoose = {
        let inserted = inserted.clone();
        move |reply| inserted.set(reply)
    };
    let wanted = query.to_lowercase();
    let found = REPLIES
        .into_iter()
        .filter(|(_, title, text)| [title, text].iter().any(|text| text.to_lowercase().contains(&wanted)));
    html! {
        <>
            <SearchList label="Search replies" bind={&query} {onchoose} empty="No replies match.">
                { for found.map(|(value, title, description)| html_nested! { <ListboxOption {value} {title} {description} /> }) }
            </SearchList>
            <Extreme><output>{ format!("Inserted: {}", *inserted) }</output></Extreme>
        </>
    }
}
