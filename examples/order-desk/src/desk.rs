//! The fullscreen page: all orders, and a page for each.

use rust_i18n::t;
use yew::prelude::*;
use yew_hooks::prelude::*;
use yew_livechat::prelude::*;
use yew_router::prelude::*;

use crate::{
    api,
    language::Translated,
    loaded::loaded,
    order::{Order, State},
};

#[derive(Clone, PartialEq, Routable)]
enum Page {
    #[at("/desk")]
    Orders,
    #[at("/desk/orders/:number")]
    Order { number: String },
}

/// The fullscreen page.
#[component]
pub fn Desk() -> Html {
    let render = |page| match page {
        Page::Orders => html! { <Orders /> },
        Page::Order { number } => html! { <OrderPage {number} /> },
    };
    html! { <BrowserRouter><Translated><Switch<Page> {render} /></Translated></BrowserRouter> }
}

#[component]
fn Orders() -> Html {
    let fullscreen = use_fullscreen_page();
    let tab = use_state(|| AttrValue::from("all"));
    let typed = use_state(String::new);
    let words = use_debounce_state(String::new, 250);
    let orders = use_resource((*words).clone(), |words: String| async move { api::search(&words).await });
    let open = orders.value().map_or(0, |orders| orders.iter().filter(|order| order.state == State::Open).count());
    use_effect_with(u32::try_from(open).unwrap_or(u32::MAX), move |open| {
        fullscreen.set_notification_badge((*open > 0).then_some(NotificationBadge::from(*open)));
    });
    let oninput = move |text| words.set(text);
    let list = |state: Option<State>| {
        loaded(&orders, |orders| {
            let wanted = orders.iter().filter(|order| state.is_none_or(|state| order.state == state));
            html! {
                <List label={t!("orders").into_owned()} empty={t!("no_orders").into_owned()}>
                    { for wanted.map(row) }
                </List>
            }
        })
    };
    html! {
        <Stack>
            <h1>{ t!("order_desk").into_owned() }</h1>
            <TextField label={t!("search_orders").into_owned()} kind={TextFieldKind::Search} bind={&typed} {oninput} />
            <Tabs label={t!("orders").into_owned()} bind={&tab}>
                <Tab id="all" title={t!("all").into_owned()}>{ list(None) }</Tab>
                <Tab id="open" title={State::Open.title()}>{ list(Some(State::Open)) }</Tab>
                <Tab id="delivered" title={State::Delivered.title()}>{ list(Some(State::Delivered)) }</Tab>
                <Tab id="canceled" title={State::Canceled.title()}>{ list(Some(State::Canceled)) }</Tab>
            </Tabs>
        </Stack>
    }
}

fn row(order: &Order) -> Html {
    let page = Page::Order { number: order.number.clone() };
    html! {
        <li key={order.number.clone()}>
            <Row justify={Justify::SpaceBetween}>
                <PageLink {page}>{ format!("{} · {}", order.number, order.article) }</PageLink>
                <Tag>{ order.state.title() }</Tag>
            </Row>
        </li>
    }
}

#[derive(PartialEq, Properties)]
struct OrderPageProps {
    number: String,
}

#[component]
fn OrderPage(props: &OrderPageProps) -> Html {
    let order = use_resource(props.number.clone(), |number: String| async move { api::order(&number).await });
    let view = |order: &Option<Order>| match order {
        None => html! { <EmptyState title={t!("no_such_order").into_owned()} level={1} /> },
        Some(order) => html! {
            <>
                <h1>{ &order.article }</h1>
                <PropertyList>
                    <Property label={t!("state").into_owned()} value={order.state.title()} />
                    <Property label={t!("customer").into_owned()} value={order.customer.clone()} />
                    <Property label={t!("total").into_owned()} value={order.price()} />
                </PropertyList>
            </>
        },
    };
    html! {
        <Stack>
            <PageLink page={Page::Orders}>{ t!("orders").into_owned() }</PageLink>
            { loaded(&order, view) }
        </Stack>
    }
}

#[derive(PartialEq, Properties)]
struct PageLinkProps {
    page: Page,
    children: Html,
}

#[component]
fn PageLink(props: &PageLinkProps) -> Html {
    let (navigator, page) = (use_navigator(), props.page.clone());
    let onclick = move |()| {
        if let Some(navigator) = &navigator {
            navigator.push(&page);
        }
    };
    html! { <InAppLink href={props.page.to_path()} {onclick}>{ props.children.clone() }</InAppLink> }
}
