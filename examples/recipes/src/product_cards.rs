//! Cards with products, for the message input.

use yew::prelude::*;
use yew_livechat::{
    prelude::*,
    rich_message::{Button as Answer, Card, Cards, Image},
};

// ANCHOR: cards
/// Something for sale.
#[derive(Debug, PartialEq)]
pub struct Product {
    /// The shop's own name for it.
    pub id: &'static str,
    /// What customers call it.
    pub name: &'static str,
    /// With its currency.
    pub price: &'static str,
}

/// What there is. Yours would come from the shop.
pub const PRODUCTS: [Product; 2] = [
    Product { id: "chair", name: "Chair", price: "49.00 EUR" },
    Product { id: "desk", name: "Desk", price: "190.00 EUR" },
];

/// One card a product, with a picture and two buttons each.
///
/// # Errors
/// When there is no product, or more of them than a message can hold.
pub fn cards<'a>(products: impl IntoIterator<Item = &'a Product>) -> Result<Cards, InvalidArgument> {
    let card = |product: &Product| {
        Card::new()
            .with_title(product.name)
            .with_subtitle(product.price)
            .with_image(Image::new(format!("https://shop.example/{}.png", product.id))?)
            .with_buttons([
                Answer::reply("I'd like that", format!("order {}", product.id))?,
                Answer::link("View details", format!("https://shop.example/{}", product.id))?,
            ])
    };
    Cards::new(products.into_iter().map(card).collect::<Result<Vec<_>, _>>()?)
}
// ANCHOR_END: cards

// ANCHOR: component
/// Products to offer. Once the message is sent, the page says so.
#[component]
pub fn ProductCards() -> Html {
    let message_box = use_message_box();
    let sent = use_state(|| false);
    // "Sent" is about one customer's chat, and says nothing of the next one's.
    let customer = use_customer_profile().shown().map(|customer| customer.id.clone());
    use_effect_with(customer, {
        let sent = sent.clone();
        move |_| sent.set(false)
    });
    use_message_sent({
        let sent = sent.clone();
        move || sent.set(true)
    });

    let offer = |products: &'static [Product]| {
        let (message_box, sent) = (message_box.clone(), sent.clone());
        move |_| {
            sent.set(false);
            message_box.put_rich_message(cards(products));
        }
    };
    html! {
        <>
            for product in PRODUCTS.iter() {
                <Button onclick={offer(std::slice::from_ref(product))}>{ product.name }</Button>
            }
            <Button kind={ButtonKind::Primary} onclick={offer(&PRODUCTS)}>{ "Offer all" }</Button>
            <p role="status">{ if *sent { "Sent." } else { "" } }</p>
        </>
    }
}
// ANCHOR_END: component
