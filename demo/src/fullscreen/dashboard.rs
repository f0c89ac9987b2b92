//! The dashboard.

use yew::{html_nested, prelude::*};
use yew_livechat::prelude::*;

use super::{order_list::OrderList, order_view::OrderView};
use crate::shop::open_orders;

/// Open orders. Their number is the badge on the app's icon, unless the agent mutes it.
#[component]
pub(crate) fn Dashboard() -> Html {
    let fullscreen = use_fullscreen_page();
    let page = use_page_data();
    let orders = use_state(open_orders);
    let muted = use_state(|| false);

    let count = if *muted { 0 } else { u32::try_from(orders.len()).unwrap_or(u32::MAX) };
    use_effect_with(count, {
        let fullscreen = fullscreen.clone();
        move |count| {
            fullscreen.set_notification_badge((*count > 0).then_some(NotificationBadge::from(*count)));
        }
    });

    // The Agent App's address may name an order, for example in a link from an email.
    let wanted = page.as_ref().and_then(|page| page.query_params.get("order")).map(str::to_owned);
    let missing = wanted.as_ref().filter(|wanted| orders.iter().all(|order| order.number != **wanted));
    let chosen = use_state(|| None::<String>);
    let view = use_state(|| AttrValue::Static(OrderView::All.id()));
    use_effect_with(wanted.clone(), {
        let (chosen, view) = (chosen.clone(), view.clone());
        move |wanted| {
            chosen.set(wanted.clone());
            view.set(OrderView::All.id().into());
        }
    });
    let choose = {
        let chosen = chosen.clone();
        Callback::from(move |number: String| {
            let again = chosen.as_ref() == Some(&number);
            chosen.set((!again).then_some(number));
        })
    };
    let onselect = {
        let view = view.clone();
        move |id| view.set(id)
    };
    let mute = {
        let muted = muted.clone();
        move |mute| muted.set(mute)
    };
    let finish = {
        let (fullscreen, orders) = (fullscreen.clone(), orders.clone());
        Callback::from(move |number: String| {
            orders.set(orders.iter().filter(|order| order.number != number).cloned().collect());
            fullscreen.toast_success(format!("{number} is done"));
        })
    };
    let chats = {
        let fullscreen = fullscreen.clone();
        move |_| {
            fullscreen.navigate("/chats").or_toast("Couldn't open the chats. Try again.");
        }
    };
    let reports = move |_| {
        let failure = "Couldn't open the reports. Try again.";
        fullscreen.set_reports_filters(ReportsFilters::new().with_texts("tags", ["order", "late"])).or_toast(failure);
        fullscreen.navigate("/reports");
    };
    let tab = |shown: OrderView| {
        let orders: Vec<_> = orders.iter().filter(|order| shown.has(order)).cloned().collect();
        html_nested! {
            <Tab id={shown.id()} title={shown.title()}>
                <OrderList {orders} chosen={(*chosen).clone()} choose={&choose} finish={&finish} />
            </Tab>
        }
    };
    html! {
        <main class="demo-page">
            <h1>{ "Open orders" }</h1>
            if let Some(number) = missing {
                <InlineMessage>{ format!("Order {number} is not open.") }</InlineMessage>
            }
            if orders.is_empty() {
                <EmptyState title="All done">{ "New orders that need you appear here." }</EmptyState>
            } else {
                <Tabs label="Open orders" selected={(*view).clone()} {onselect}>
                    { for OrderView::EACH.map(tab) }
                </Tabs>
            }
            <ToggleSwitch label="Mute the badge" hint="The number on the app's icon." checked={*muted} onchange={mute} />
            <div class="demo-actions">
                <Button onclick={chats}>{ "Back to chats" }</Button>
                <Button onclick={reports}>{ "Show late orders in reports" }</Button>
            </div>
        </main>
    }
}
