//! The extension that `cargo xtask bench` measures, on this framework.

mod fields;

use yew::prelude::*;
use yew_livechat::prelude::*;

use crate::fields::fields;

/// Every field of the profile, and a button that sends a command.
#[component]
fn Sidebar() -> Html {
    let profile = use_customer_profile();
    let details = use_details();
    let greet = move |_| {
        details.put_message("Hello! How can I help?");
    };
    let Some(customer) = profile.shown() else {
        return html! { <main><p>{ "Open a chat to see the customer" }</p></main> };
    };
    html! {
        <main>
            <h1>{ customer.display_name("Unknown customer") }</h1>
            <dl>
                for (label, value) in fields(&customer) {
                    <Field key={&*label} label={label.clone()} {value} />
                }
            </dl>
            <button type="button" onclick={greet}>{ "Insert greeting" }</button>
        </main>
    }
}

#[derive(PartialEq, Properties)]
struct FieldProps {
    label: AttrValue,
    value: AttrValue,
}

/// A separate component: Yew re-renders it only if its props change.
#[component]
fn Field(props: &FieldProps) -> Html {
    html! { <div><dt>{ &props.label }</dt><dd>{ &props.value }</dd></div> }
}

fn main() {
    Extension::details().mount::<Sidebar>();
}
