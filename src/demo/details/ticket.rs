//! The ticket that HelpDesk shows.

use yew::prelude::*;
use yew_livechat::prelude::*;

/// What is known of the ticket; nothing in LiveChat, which has none.
#[component]
pub(super) fn Ticket() -> Html {
    let Some(ticket) = use_ticket_info() else { return Html::default() };
    let properties = [
        ("Subject", ticket.subject.clone()),
        ("Number", ticket.short_id.clone()),
        ("Created", ticket.date.as_ref().map(ToString::to_string)),
        ("By", ticket.created_by.clone()),
        ("Tags", ticket.tag_ids.as_ref().filter(|tags| !tags.is_empty()).map(|tags| tags.join(", "))),
    ];
    html! {
        <Section heading="Ticket">
            <PropertyList>
                for (label, value) in properties.into_iter().filter_map(|(label, value)| Some((label, value?))) {
                    <Property {label} {value} />
                }
            </PropertyList>
        </Section>
    }
}
