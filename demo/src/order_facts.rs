//! An order's number and date.

use yew::prelude::*;
use yew_livechat::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct OrderFactsProps {
    pub(crate) number: AttrValue,
    /// In milliseconds since 1970.
    pub(crate) placed: f64,
}

/// An order's number with a copy button, and its date.
#[component]
pub(crate) fn OrderFacts(OrderFactsProps { number, placed }: &OrderFactsProps) -> Html {
    html! {
        <p class="demo-facts">
            <span>{ number }{ " " }<CopyButton text={number} label={format!("Copy {number}")} /></span>
            <RelativeTime time={*placed} />
        </p>
    }
}
