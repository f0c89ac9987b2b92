//! A section of the customer details that the host renders.

use yew::{html_nested, prelude::*, virtual_dom::VChild};
use yew_livechat::prelude::*;

// ANCHOR: section
/// The title, which identifies the section to the host.
const TITLE: &str = "Orders";

/// The section's content: the last order, if there is one.
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
/// Renders nothing itself: the host renders the section.
#[component]
pub fn OrdersSection() -> Html {
    let details = use_details();
    let customer = use_customer_profile().shown();
    // Replace this with your shop's API; here every customer with an email address has one order.
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
/// The extension, with the section's initial content.
///
/// # Errors
/// If the section is invalid, for example because its title is empty.
pub fn extension() -> Result<Extensions, InvalidArgument> {
    let initial = orders_section(None, Callback::noop());
    Ok(Extensions::new().at::<OrdersSection>("", Extension::details().sections([initial])?))
}
// ANCHOR_END: extension
