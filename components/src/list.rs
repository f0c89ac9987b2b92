//! Things of one kind.

use yew::{prelude::*, virtual_dom::VNode};

/// The properties of [`List`].
#[derive(Clone, PartialEq, Properties)]
pub struct ListProps {
    /// What is listed, for assistive technology; not needed below a heading that says so.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// What stands there when there is no item: a sentence, or an [`EmptyState`](crate::EmptyState).
    #[prop_or_default]
    pub empty: Html,
    /// [`ListItem`]s.
    #[prop_or_default]
    pub children: Html,
}

/// The properties of [`ListItem`].
#[derive(Clone, PartialEq, Properties)]
pub struct ListItemProps {
    /// What it is.
    pub title: AttrValue,
    /// More about it.
    #[prop_or_default]
    pub description: Option<AttrValue>,
    /// What stands before the title, an avatar perhaps.
    #[prop_or_default]
    pub start: Html,
    /// What stands after the title: a tag, a badge, a time.
    #[prop_or_default]
    pub end: Html,
    /// Makes the item a button.
    #[prop_or_default]
    pub onclick: Option<Callback<MouseEvent>>,
    /// Of items that are buttons, the one whose details are in view.
    #[prop_or_default]
    pub current: bool,
    /// What stands below: buttons, a note.
    #[prop_or_default]
    pub children: Html,
}

/// A list, or what to say where there is nothing to list.
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
    // The role is for Safari, which takes a list without bullets for none.
    html! { <ul class="lc-list" role="list" aria-label={&props.label}>{ props.children.clone() }</ul> }
}

/// One of the things in a [`List`].
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

/// Nothing, or a list of nothing but that, as a `for` without items leaves.
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
