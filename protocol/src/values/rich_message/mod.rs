//! Rich messages: cards and quick replies, validated against the chat API's limits when they are built.
//!
//! Based on the official SDK's types and the chat API's rich message format: at most [`ELEMENTS`] elements, with at
//! most [`BUTTONS`] buttons each. The API accepts that many since version 3.3, and the stable version is 3.6; the
//! SDK's own documentation still says 11.
//!
//! ```
//! use livechat_protocol::rich_message::{Button, Card, Cards, Image, QuickReplies};
//!
//! let picture = Image::new("https://shop.example/chair.jpg")?;
//! let chair = Card::new().with_title("Chair").with_subtitle("49.00 EUR").with_image(picture);
//! let cards = Cards::new([chair.with_buttons([Button::link("Open", "https://shop.example/chair")?])?])?;
//! let replies = QuickReplies::new("Did that help?", [Button::reply("Yes", "yes")?, Button::reply("No", "no")?])?;
//!
//! let error = Cards::new((0..11).map(|_| Card::new())).expect_err("too many");
//! assert_eq!(error.to_string(), "`rich_message.elements` has 11 items: it takes at most 10");
//! # Ok::<(), livechat_protocol::InvalidArgument>(())
//! ```

mod button;
mod card;
mod cards;
mod image;
mod limits;
mod message;
mod postback;
mod quick_replies;
mod webview_height;

pub use self::{
    button::Button,
    card::Card,
    cards::Cards,
    image::Image,
    limits::{BUTTONS, ELEMENTS},
    message::RichMessage,
    quick_replies::QuickReplies,
    webview_height::WebviewHeight,
};
