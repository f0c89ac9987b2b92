//! The whole of the dashboard.

use yew::prelude::*;
use yew_livechat::prelude::*;

use crate::demo::shop::{Order, State, open_orders};

/// Open orders; their number is the badge on the app's icon, until the agent mutes it.
#[component]
pub(crate) fn Dashboard() -> Html {
    let fullscreen = use_fullscreen();
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

    let mute = {
        let muted = muted.clone();
        move |_| muted.set(!*muted)
    };
    let finish = {
        let (fullscreen, orders) = (fullscreen.clone(), orders.clone());
        Callback::from(move |number: String| {
            orders.set(orders.iter().filter(|order| order.number != number).cloned().collect());
            if let Ok(toast) = Toast::success(format!("{number} is done")) {
                fullscreen.set_toast(&toast);
            }
        })
    };
    let chats = {
        let fullscreen = fullscreen.clone();
        move |_| go(&fullscreen, "/chats")
    };
    let reports = move |_| {
        if let Ok(filters) = ReportsFilters::new().texts("tags", ["order", "late"]) {
            fullscreen.set_reports_filters(&filters);
        }
        go(&fullscreen, "/reports");
    };
    // The Agent App's own address may point to an order, as a link in an email does.
    let wanted = page.as_ref().and_then(|page| page.query_params.get("order"));
    let missing = wanted.filter(|wanted| orders.iter().all(|order| order.number != *wanted));
    html! {
        <main class="demo-page">
            <h1>{ "Open orders" }</h1>
            if let Some(number) = missing {
                <InlineMessage>{ format!("Order {number} is not among the open ones.") }</InlineMessage>
            }
            if orders.is_empty() {
                <EmptyState title="All done">{ "New orders that need you appear here." }</EmptyState>
            }
            <ul class="demo-list">
                for order in orders.iter() {
                    <OpenOrder
                        key={order.number.clone()}
                        order={order.clone()}
                        wanted={wanted == Some(&*order.number)}
                        finish={&finish}
                    />
                }
            </ul>
            <div class="demo-actions">
                <Button onclick={chats}>{ "Back to the chats" }</Button>
                <Button onclick={reports}>{ "Show late orders in reports" }</Button>
                <Button onclick={mute}>{ if *muted { "Show the badge" } else { "Mute the badge" } }</Button>
            </div>
        </main>
    }
}

fn go(fullscreen: &FullscreenHandle, path: &str) {
    if let Ok(path) = Pathname::new(path) {
        fullscreen.navigate(&path);
    }
}

#[derive(PartialEq, Properties)]
struct OpenOrderProps {
    order: Order,
    /// Whether the page's address asks for it.
    wanted: bool,
    finish: Callback<String>,
}

#[component]
fn OpenOrder(OpenOrderProps { order, wanted, finish }: &OpenOrderProps) -> Html {
    let number = order.number.clone();
    let onclick = finish.reform(move |_: MouseEvent| number.clone());
    html! {
        <li class={classes!("demo-row", wanted.then_some("demo-row-wanted"))} aria-current={wanted.then_some("true")}>
            <strong>{ order.product.name }</strong>
            <Tag>{ order.state.title() }</Tag>
            <span class="demo-quiet">{ &order.number }</span>
            <div class="demo-actions">
                <Button kind={if order.state == State::Late { ButtonKind::Primary } else { ButtonKind::Secondary }} {onclick}>
                    { "Mark as done" }
                </Button>
            </div>
        </li>
    }
}
