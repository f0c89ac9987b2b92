//! The ticket that HelpDesk shows.

use std::rc::Rc;

use livechat_protocol::{Event, Slice, TicketInfo};
use yew::prelude::*;

use super::context::{use_placements, use_slice};

/// Returns the ticket that the agent has open in HelpDesk; `None` until the host sends it, and always in LiveChat.
///
/// The HelpDesk SDK's event `ticket_info` and its `getTicketInfo()`. Re-renders when it changes. For extensions in
/// the details panel.
///
/// # Panics
/// If there is no [`ExtensionProvider`](crate::ExtensionProvider) above it.
///
/// # Examples
/// ```
/// use yew::prelude::*;
/// use yew_livechat::prelude::*;
///
/// #[component]
/// fn Subject() -> Html {
///     let ticket = use_ticket_info();
///     html! { if let Some(ticket) = ticket { <p dir="auto">{ ticket.subject.clone() }</p> } }
/// }
/// ```
#[hook]
pub fn use_ticket_info() -> Option<Rc<TicketInfo>> {
    let context = use_placements("use_ticket_info", TicketInfo::PLACEMENTS);
    use_slice(context.bridge, Slice::TicketInfo, |state, _| state.ticket_info.clone())
}
