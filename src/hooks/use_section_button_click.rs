//! Clicks in the sections that the host renders.

use livechat_protocol::{Event, SectionButtonClick};
use yew::prelude::*;

use super::{context::use_placements, use_host_event::use_host_event};

/// Calls back when the agent clicks a button of a section in the customer details.
///
/// The SDK's event `customer_details_section_button_click`, which HelpDesk's documentation calls
/// `ticket_details_section_button_click`. The buttons of a [`DetailsSection`](crate::DetailsSection) have an
/// `onclick` of their own. The callback may change from render to render; the latest one is called.
///
/// Never re-renders. For extensions in the details panel.
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
/// fn Clicks() -> Html {
///     let details = use_details();
///     use_section_button_click(move |click: SectionButtonClick| {
///         if click.button_id == "greet" {
///             details.put_message("Hello!");
///         }
///     });
///     html! {}
/// }
/// ```
#[hook]
pub fn use_section_button_click<F>(callback: F)
where
    F: Fn(SectionButtonClick) + 'static,
{
    use_placements("use_section_button_click", SectionButtonClick::PLACEMENTS);
    use_host_event(callback);
}
