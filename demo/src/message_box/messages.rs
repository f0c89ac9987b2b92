//! Rich messages about products.

use yew_livechat::{
    prelude::*,
    rich_message::{Button, Card, Cards, Image, QuickReplies, RichMessage},
};

use crate::{page::url_of, shop::Product};

/// A card for each product.
pub(super) fn cards(products: &[&Product]) -> Result<RichMessage, InvalidArgument> {
    let card = |product: &&Product| {
        let buttons = [
            Button::reply("I'd like that", format!("order {}", product.id))?,
            Button::link("View details", format!("https://shop.example/{}", product.id))?,
        ];
        Card::new()
            .with_title(product.name)
            .with_subtitle(format!("{}. {}", product.about, product.price))
            .with_image(Image::new(url_of(&format!("products/{}.svg", product.id)))?)
            .with_buttons(buttons)
    };
    let cards = products.iter().map(card).collect::<Result<Vec<_>, _>>()?;
    Ok(Cards::new(cards)?.into())
}

/// Asks which of the products the customer would like.
pub(super) fn question(products: &[&Product]) -> Result<RichMessage, InvalidArgument> {
    let answers =
        products.iter().map(|product| Button::reply(product.name, product.id)).collect::<Result<Vec<_>, _>>()?;
    Ok(QuickReplies::new("Which one would you like?", answers)?.into())
}
