//! Cards with products, for the message input.

use yew::prelude::*;
use yew_livechat::{
    prelude::*,
    rich_message::{Button as Answer, Card, Cards, Image},
};

// ANCHOR: cards
/// A product.
#[derive(Debug, PartialEq)]
pub struct Product {
    /// The shop's id for it.
    pub id: &'static str,
    /// The name for customers.
    pub name: &'static str,
    /// Including the currency.
    pub price: &'static str,
}

/// All products. Yours would come from the shop.
pub const PRODUCTS: [Product; 2] = [
    Product { id: "chair", name: "Chair", price: "49.00 EUR" },
    Product { id: "desk", name: "Desk", price: "190.00 EUR" },
];

/// Returns a card for each product, with a picture and two buttons.
///
/// # Errors
/// If there is no product, or more than a message can contain.
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
/// Products to offer, and a notice once the message is sent.
#[component]
pub fn ProductCards() -> Html {
    let message_box = use_message_box();
    let sent = use_state(|| false);
    // "Sent" applies to one customer's chat only.
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
