//! The query parameters of the Agent App's address.

use std::rc::Rc;

use livechat_protocol::{Event, PageData, Slice};
use yew::prelude::*;

use super::context::{use_placements, use_slice};

/// Returns the query parameters of the Agent App's address; `None` until the host sends them.
///
/// The SDK's event `page_data` and its `getPageData()`. Re-renders when it changes. For fullscreen and settings
/// extensions.
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
/// fn Order() -> Html {
///     let page = use_page_data();
///     let order = page.as_ref().and_then(|page| page.query_params.get("order"));
///     html! { <p>{ order.unwrap_or("No order is chosen") }</p> }
/// }
/// ```
#[hook]
pub fn use_page_data() -> Option<Rc<PageData>> {
    let context = use_placements("use_page_data", PageData::PLACEMENTS);
    use_slice(context.bridge, Slice::PageData, |state, _| state.page_data.clone())
}
