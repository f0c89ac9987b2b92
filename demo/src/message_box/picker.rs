//! The product picker.

use std::{collections::BTreeSet, rc::Rc};

use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;
use yew_livechat::{prelude::*, rich_message::RichMessage};

use super::{
    messages::{cards, question},
    send_now::SendNow,
};
use crate::shop::{PRODUCTS, Product};

/// The picker, one instance per customer: products chosen for one must not be sent to another.
#[component]
pub(crate) fn Picker() -> Html {
    let customer = use_customer_profile().shown();
    let key = customer.as_ref().map(|customer| customer.id.clone()).unwrap_or_default();
    html! { <Products {key} {customer} /> }
}

#[derive(PartialEq, Properties)]
struct ProductsProps {
    customer: Option<Rc<CustomerProfile>>,
}

/// Products to choose from, and buttons to send the chosen ones.
#[component]
fn Products(ProductsProps { customer }: &ProductsProps) -> Html {
    let message_box = use_message_box();
    let chosen = use_state(BTreeSet::<&'static str>::new);
    let sent = use_state(|| false);

    let onsent = {
        let (chosen, sent) = (chosen.clone(), sent.clone());
        Callback::from(move |()| {
            chosen.set(BTreeSet::new());
            sent.set(true);
        })
    };
    use_message_sent({
        let onsent = onsent.clone();
        move || onsent.emit(())
    });
    let toggle = {
        let (chosen, sent) = (chosen.clone(), sent.clone());
        Callback::from(move |id: &'static str| {
            let mut next = (*chosen).clone();
            if !next.remove(id) {
                next.insert(id);
            }
            chosen.set(next);
            sent.set(false);
        })
    };
    let products: Vec<&'static Product> = PRODUCTS.iter().filter(|product| chosen.contains(product.id)).collect();
    let put = |message: fn(&[&Product]) -> Result<RichMessage, InvalidArgument>| {
        let (message_box, products) = (message_box.clone(), products.clone());
        move |_| {
            message_box.put_rich_message(message(&products)).or_toast("Couldn't add them to the message. Try again.");
        }
    };
    let name = customer.as_ref().map_or("the customer", |customer| customer.display_name("the customer"));
    let hint = match (products.len(), *sent) {
        (0, true) => format!("Sent to {name}. Choose more, or continue the chat."),
        (0, false) => format!("Choose products for {name}."),
        (1, _) => "1 product selected".to_owned(),
        (count, _) => format!("{count} products selected"),
    };
    html! {
        <main aria-label="Products">
            <h1 class="lc-visually-hidden">{ "Products" }</h1>
            <p class="demo-quiet" role="status" dir="auto">{ hint }</p>
            <ul class="demo-tiles" aria-label="Products">
                for product in PRODUCTS.iter() {
                    <li key={product.id}>
                        <Tile {product} chosen={chosen.contains(product.id)} onclick={toggle.reform(|()| product.id)} />
                    </li>
                }
            </ul>
            <div class="demo-actions">
                <Button kind={ButtonKind::Primary} disabled={products.is_empty()} onclick={put(cards)}>
                    { "Add cards to the message" }
                </Button>
                <Button disabled={products.len() < 2} onclick={put(question)}>{ "Ask which one" }</Button>
                <SendNow chat={customer.as_ref().and_then(|customer| customer.chat.chat_id.clone())} {products} {onsent} />
            </div>
        </main>
    }
}

#[derive(PartialEq, Properties)]
struct TileProps {
    product: &'static Product,
    chosen: bool,
    onclick: Callback<()>,
}

#[component]
fn Tile(TileProps { product, chosen, onclick }: &TileProps) -> Html {
    html! {
        <button
            type="button"
            class="demo-tile"
            aria-pressed={chosen.to_string()}
            onclick={onclick.reform(|_| ())}
            onfocus={scroll_into_view}
        >
            <img src={format!("products/{}.svg", product.id)} alt="" width="64" height="64" />
            <strong>{ product.name }</strong>
            <span class="demo-quiet">{ product.price.to_string() }</span>
        </button>
    }
}

/// Scrolls the focused tile fully into view: browsers settle for a part of it. Only for the keyboard, since a tile that
/// moves under the pointer would lose the click.
fn scroll_into_view(event: FocusEvent) {
    let tile = event.target_dyn_into::<Element>().filter(|tile| tile.matches(":focus-visible").unwrap_or(false));
    if let Some(tile) = tile {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        options.set_inline(ScrollLogicalPosition::Nearest);
        tile.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
