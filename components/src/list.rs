//! A list of items.

use yew::{prelude::*, virtual_dom::VNode};

/// The properties of [`List`].
#[derive(Clone, PartialEq, Properties)]
pub struct ListProps {
    /// The name of the list, for assistive technology; not needed below a heading that names it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Shown if there are no items: a sentence, or an [`EmptyState`](crate::EmptyState).
    #[prop_or_default]
    pub empty: Html,
    /// The [`ListItem`]s.
    #[prop_or_default]
    pub children: Html,
}

/// The properties of [`ListItem`].
#[derive(Clone, PartialEq, Properties)]
pub struct ListItemProps {
    /// The title.
    pub title: AttrValue,
    /// A second line of text.
    #[prop_or_default]
    pub description: Option<AttrValue>,
    /// Content before the title, such as an avatar.
    #[prop_or_default]
    pub start: Html,
    /// Content after the title, such as a tag, a badge or a time.
    #[prop_or_default]
    pub end: Html,
    /// Makes the item a button.
    #[prop_or_default]
    pub onclick: Option<Callback<MouseEvent>>,
    /// Whether this item's details are shown, if the items are buttons.
    #[prop_or_default]
    pub current: bool,
    /// Content below, such as buttons or a note.
    #[prop_or_default]
    pub children: Html,
}

/// A list, or a placeholder if it has no items.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::{List, ListItem, Tag};
///
/// #[component]
/// fn Orders() -> Html {
///     let orders = [("A-1024", "shipped"), ("A-1025", "paid")];
///     html! {
///         <List label="Orders" empty="No orders yet.">
///             for (number, state) in orders {
///                 <ListItem key={number} title={number} end={html! { <Tag>{ state }</Tag> }} />
///             }
///         </List>
///     }
/// }
/// ```
#[component]
pub fn List(props: &ListProps) -> Html {
    if is_empty(&props.children) {
        return html! { <div class="lc-list-empty">{ props.empty.clone() }</div> };
    }
    // The role is for Safari, which does not expose a list without bullets as one.
    html! { <ul class="lc-list" role="list" aria-label={&props.label}>{ props.children.clone() }</ul> }
}

/// An item of a [`List`].
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::{Avatar, Button, List, ListItem};
///
/// #[derive(PartialEq, Properties)]
/// struct AgentsProps {
///     onopen: Callback<MouseEvent>,
/// }
///
/// #[component]
/// fn Agents(props: &AgentsProps) -> Html {
///     html! {
///         <List label="Agents">
///             <ListItem
///                 title="Ana Silva"
///                 description="Billing"
///                 start={html! { <Avatar id="a" name="Ana Silva" /> }}
///                 onclick={&props.onopen}
///             />
///             <ListItem title="Robin"><Button>{ "Invite" }</Button></ListItem>
///         </List>
///     }
/// }
/// ```
#[component]
pub fn ListItem(props: &ListItemProps) -> Html {
    let head = html! {
        <>
            { props.start.clone() }
            <span class="lc-list-item-text">
                <span class="lc-list-item-title" dir="auto">{ &props.title }</span>
                if let Some(description) = &props.description {
                    <span class="lc-list-item-description" dir="auto">{ description }</span>
                }
            </span>
            if !is_empty(&props.end) {
                <span class="lc-list-item-end">{ props.end.clone() }</span>
            }
        </>
    };
    let current = props.current.then_some("true");
    html! {
        <li class={classes!("lc-list-item", props.current.then_some("lc-list-item-current"))}>
            if let Some(onclick) = &props.onclick {
                <button type="button" class="lc-list-item-head" aria-current={current} {onclick}>{ head }</button>
            } else {
                <div class="lc-list-item-head">{ head }</div>
            }
            if !is_empty(&props.children) {
                <div class="lc-list-item-more">{ props.children.clone() }</div>
            }
        </li>
    }
}

/// Whether it is empty, or a list of empty nodes, such as a `for` without items produces.
pub(crate) fn is_empty(html: &Html) -> bool {
    matches!(html, VNode::VList(list) if list.iter().all(is_empty))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loop_without_items_is_nothing() {
        let none: [&str; 0] = [];
        assert!(is_empty(&Html::default()));
        assert!(is_empty(&html! { for word in none { <li>{ word }</li> } }));
        assert!(is_empty(&html! { if false { <li /> } }));
        assert!(is_empty(&html! { <><></><></></> }));
        assert!(!is_empty(&html! { <li /> }));
        assert!(!is_empty(&html! { <><></>{ "a word" }</> }));
    }
}
