//! Cards and quick replies.

use std::rc::Rc;

use livechat_protocol::{
    SafeUrl,
    rich_message::{Button, Card, RichMessage},
};
use yew::prelude::*;
use yew_livechat_components::ExternalLink;

use super::picture::Picture;
use crate::model::Msg;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct RichMessageViewProps {
    pub(crate) message: Rc<RichMessage>,
    /// Receives the customer's clicks; without it, buttons are inactive.
    #[prop_or_default]
    pub(crate) dispatch: Option<Callback<Msg>>,
}

/// A rich message, as the customer sees it.
#[component]
pub(crate) fn RichMessageView(props: &RichMessageViewProps) -> Html {
    let dispatch = props.dispatch.as_ref();
    match &*props.message {
        RichMessage::Cards(cards) => html! {
            // Scrollable, so it must be focusable.
            <ul class="sim-cards" tabindex="0" aria-label="Cards">
                for (index, card) in cards.as_slice().iter().enumerate() {
                    <li class="sim-card" key={index}>
                        { head(card) }
                        { buttons(card.buttons(), "sim-card-buttons", dispatch) }
                    </li>
                }
            </ul>
        },
        RichMessage::QuickReplies(replies) => html! {
            <div class="sim-replies">
                <div class="sim-card">{ head(replies.card()) }</div>
                { buttons(replies.buttons(), "sim-reply-buttons", dispatch) }
            </div>
        },
        // For kinds that a later version of the protocol adds.
        _ => html! { <p class="sim-bubble">{ "Unknown type of rich message" }</p> },
    }
}

fn head(card: &Card) -> Html {
    html! {
        <>
            if let Some(image) = card.image() {
                <Picture url={image.url().clone()} class="sim-card-picture" />
            }
            if card.title().is_some() || card.subtitle().is_some() {
                <div class="sim-card-text">
                    if let Some(title) = card.title() {
                        <p class="sim-card-title" dir="auto">{ title }</p>
                    }
                    if let Some(subtitle) = card.subtitle() {
                        <p class="sim-card-subtitle" dir="auto">{ subtitle }</p>
                    }
                </div>
            }
        </>
    }
}

fn buttons(buttons: &[Button], class: &'static str, dispatch: Option<&Callback<Msg>>) -> Html {
    if buttons.is_empty() {
        return Html::default();
    }
    html! {
        <div {class}>
            for button in buttons {
                { self::button(button, dispatch) }
            }
        </div>
    }
}

/// A button of type `url` is a link if its address is safe; any other button sends its text as the customer.
fn button(button: &Button, dispatch: Option<&Callback<Msg>>) -> Html {
    let text = button.text().to_owned();
    let Some(dispatch) = dispatch else {
        return html! { <span class="sim-rich-button" dir="auto">{ text }</span> };
    };
    match button.kind() {
        Some("url" | "webview") => match SafeUrl::parse(&button.value().to_string()) {
            Ok(href) => html! { <span class="sim-rich-button"><ExternalLink {href}>{ text }</ExternalLink></span> },
            Err(_) => html! { <span class="sim-rich-button" dir="auto">{ text }</span> },
        },
        _ => {
            let onclick = {
                let text = text.clone();
                dispatch.reform(move |_| Msg::ReplyChosen(text.clone()))
            };
            html! {
                <button type="button" class="sim-rich-button" dir="auto" title="Click as the customer" {onclick}>
                    { text }
                </button>
            }
        }
    }
}
