//! The HelpDesk ticket.

use yew::prelude::*;
use yew_livechat::prelude::*;

/// The ticket's properties; nothing in LiveChat, which has no tickets.
#[component]
pub(super) fn Ticket() -> Html {
    let Some(ticket) = use_ticket_info() else { return Html::default() };
    let properties = [
        ("Subject", ticket.subject.as_ref().map(Html::from)),
        ("Number", ticket.short_id.as_ref().map(|number| copied(number))),
        ("Created", ticket.date.as_ref().map(|date| moment(date.as_str()))),
        ("By", ticket.created_by.as_ref().map(Html::from)),
        ("Tags", ticket.tag_ids.as_deref().filter(|tags| !tags.is_empty()).map(tags)),
    ];
    html! {
        <Section heading="Ticket">
            <PropertyList>
                for (label, value) in properties.into_iter().filter_map(|(label, value)| Some((label, value?))) {
                    <Property {label}>{ value }</Property>
                }
            </PropertyList>
        </Section>
    }
}

fn copied(number: &str) -> Html {
    html! { <>{ number }{ " " }<CopyButton text={number.to_owned()} label="Copy the ticket's number" /></> }
}

/// The relative time if the browser supports it; otherwise the host's text.
fn moment(text: &str) -> Html {
    let time = js_sys::Date::parse(text);
    if time.is_nan() {
        text.into()
    } else {
        html! { <RelativeTime {time} /> }
    }
}

fn tags(tags: &[String]) -> Html {
    html! {
        <span class="demo-actions">
            for tag in tags {
                <Tag>{ tag }</Tag>
            }
        </span>
    }
}
