//! A list that loads more as the agent scrolls.

use std::rc::Rc;

use gloo_net::http::Request;
use serde::Deserialize;
use yew::prelude::*;
use yew_hooks::prelude::*;
use yew_livechat::prelude::*;

// ANCHOR: component
/// A page of the list, from the API.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Visits {
    /// The pages that the customer has viewed.
    visits: Vec<String>,
    /// The start of the next page; `null` at the end.
    next: Option<String>,
}

async fn visits(customer: &str, from: &str) -> Result<Visits, gloo_net::Error> {
    Request::get("/api/visits").query([("customer", customer), ("from", from)]).send().await?.json().await
}

/// All pages that the customer has viewed.
#[component]
pub fn LongList() -> Html {
    let visited = use_customer_resource(|customer| async move { visits(&customer.id, "").await });
    let customer = use_customer_profile().shown().map(|customer| customer.id.clone());
    // The additional rows belong to one customer: a late response is added only for that customer.
    let more = use_action(customer, {
        let visited = visited.clone();
        move |customer: Option<String>, so_far: Rc<Visits>| {
            let visited = visited.clone();
            async move {
                let (Some(customer), Some(from)) = (customer, &so_far.next) else { return Ok(()) };
                let Visits { visits: further, next } = visits(&customer, from).await?;
                visited.set(Visits { visits: [&*so_far.visits, &*further].concat(), next });
                Ok::<_, gloo_net::Error>(())
            }
        }
    });

    // The end of the list requests more when it scrolls into view.
    let end = use_node_ref();
    let end_in_sight = use_visible(end.clone(), false);
    let so_far = visited.value().cloned();
    let next = so_far.as_ref().and_then(|visits| visits.next.clone());
    use_effect_with((end_in_sight, next.clone()), {
        let more = more.clone();
        move |(in_sight, next)| {
            if let (true, Some(_), Some(so_far)) = (*in_sight, next, so_far) {
                more.run(so_far);
            }
        }
    });

    html! {
        <>
            <List label="Visits" empty="No visits yet.">
                for visit in visited.value().iter().flat_map(|so_far| &so_far.visits) {
                    <ListItem key={visit.as_str()} title={visit.clone()} />
                }
            </List>
            <div ref={end} class="list-end">
                if more.is_running() || matches!(*visited, Resource::Loading) { <Loader /> }
                if more.error().is_some() { <InlineMessage>{ "Couldn't load more visits." }</InlineMessage> }
            </div>
        </>
    }
}
// ANCHOR_END: component
