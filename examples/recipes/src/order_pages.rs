//! A list and a page for each of its orders, with yew-router.

use yew::prelude::*;
use yew_livechat::prelude::*;
use yew_router::prelude::*;

// ANCHOR: routes
/// The pages of the extension, below the path that `Extensions::at` gave it.
#[derive(Clone, PartialEq, Routable)]
pub enum Page {
    /// All orders.
    #[at("/desk")]
    Orders,
    /// One order.
    #[at("/desk/orders/:number")]
    Order {
        /// Its number.
        number: String,
    },
    /// Any other address.
    #[not_found]
    #[at("/desk/not-found")]
    NotFound,
}

/// The root of the pages, which is the app of a fullscreen extension:
/// `Extensions::new().at::<OrderPages>("desk", Extension::fullscreen())`.
#[component]
pub fn OrderPages() -> Html {
    html! { <BrowserRouter><Switch<Page> render={render} /></BrowserRouter> }
}

fn render(page: Page) -> Html {
    match page {
        Page::Orders => html! { <Orders /> },
        Page::Order { number } => html! { <OrderPage {number} /> },
        Page::NotFound => html! { <EmptyState title="Page not found" level={1} /> },
    }
}
// ANCHOR_END: routes

// ANCHOR: links
const ORDERS: [(&str, &str); 2] = [("A-1024", "Desk lamp"), ("A-1031", "Chair")];

#[component]
fn Orders() -> Html {
    html! {
        <List label="Orders">
            for (number, article) in ORDERS {
                <li key={number}><PageLink page={Page::Order { number: number.to_owned() }}>{ article }</PageLink></li>
            }
        </List>
    }
}

#[derive(PartialEq, Properties)]
struct OrderPageProps {
    number: String,
}

#[component]
fn OrderPage(props: &OrderPageProps) -> Html {
    let article = ORDERS.iter().find(|(number, _)| *number == props.number).map(|(_, article)| *article);
    html! {
        <main>
            <PageLink page={Page::Orders}>{ "All orders" }</PageLink>
            if let Some(article) = article {
                <h1>{ article }</h1>
                <p>{ "Order " }{ &props.number }</p>
            } else {
                <EmptyState title="Order not found" level={1} />
            }
        </main>
    }
}

#[derive(PartialEq, Properties)]
struct PageLinkProps {
    page: Page,
    children: Html,
}

/// A link in the style of the kit that uses the router.
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
// ANCHOR_END: links
