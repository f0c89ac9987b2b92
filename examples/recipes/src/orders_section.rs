//! A section of the customer's details, drawn by the host.

use yew::{html_nested, prelude::*, virtual_dom::VChild};
use yew_livechat::prelude::*;

// ANCHOR: section
/// The title, by which the host knows the section.
const TITLE: &str = "Orders";

/// What the section says: of the last order, if there is one.
pub fn orders_section(last: Option<&str>, ontrack: Callback<()>) -> VChild<DetailsSection> {
    html_nested! {
        <DetailsSection title={TITLE}>
            <SectionLabel label="Last order" value={last.unwrap_or("none").to_owned()} />
            { last.map(|_| html_nested! {
                <SectionButton id="track" label="Insert tracking link" onclick={ontrack} />
            }) }
        </DetailsSection>
    }
}
// ANCHOR_END: section

// ANCHOR: component
/// Shows nothing of its own: the host draws the section.
#[component]
pub fn OrdersSection() -> Html {
    let details = use_details();
    let customer = use_customer_profile().shown();
    // A shop would be asked; here every customer with an email address has ordered once.
    let last = customer.filter(|customer| customer.email.is_some()).map(|customer| format!("A-{}", customer.id));

    let track = {
        let last = last.clone();
        Callback::from(move |()| {
            if let Some(order) = &last {
                details.put_message(format!("https://shop.example/track/{order}"));
            }
        })
    };
    html! { orders_section(last.as_deref(), track) }
}
// ANCHOR_END: component

// ANCHOR: extension
/// The extension, with what the host shows of the section before anything is known.
///
/// # Errors
/// When the section cannot be published, as with an empty title.
pub fn extension() -> Result<Extensions, InvalidArgument> {
    let initial = orders_section(None, Callback::noop());
    Ok(Extensions::new().at::<OrdersSection>("", Extension::details().sections([initial])?))
}
// ANCHOR_END: extension
