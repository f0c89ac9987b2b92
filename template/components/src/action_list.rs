//! A list of items with a button each.

use yew::prelude::*;
use yew_livechat::prelude::*;

/// An item of an [`ActionList`].
#[derive(Clone, PartialEq)]
pub struct ActionItem {
    /// Its unique id.
    pub id: AttrValue,
    /// Its name.
    pub title: AttrValue,
    /// A description below the title.
    pub description: AttrValue,
    /// Its state, shown as a tag.
    pub tag: Option<AttrValue>,
}

/// The properties of [`ActionList`].
#[derive(Clone, PartialEq, Properties)]
pub struct ActionListProps {
    /// The accessible name of the list.
    pub heading: AttrValue,
    /// The heading's level: 1 if it is the first heading of the page.
    #[prop_or(2)]
    pub level: u8,
    /// The items.
    pub items: Vec<ActionItem>,
    /// The text shown if there are no items.
    pub empty: AttrValue,
    /// The label of each button.
    pub action: AttrValue,
    /// Called with the item's id when its button is clicked.
    pub onaction: Callback<AttrValue>,
    /// The id of the item to show first.
    #[prop_or_default]
    pub first: Option<AttrValue>,
}

/// A list of items with a button each.
#[component]
pub fn ActionList(props: &ActionListProps) -> Html {
    let mut items = props.items.clone();
    items.sort_by_key(|item| Some(&item.id) != props.first.as_ref());
    let onclick = |id: &AttrValue| {
        let id = id.clone();
        props.onaction.reform(move |_| id.clone())
    };
    html! {
        <Section heading={&props.heading} level={props.level}>
            <List empty={html! { &props.empty }}>
                for item in items {
                    <ListItem
                        key={item.id.to_string()}
                        title={&item.title}
                        description={&item.description}
                        end={item.tag.map(|tag| html! { <Tag>{ tag }</Tag> }).unwrap_or_default()}
                    >
                        <Button
                            title={AttrValue::from(format!("{}: {}", props.action, item.title))}
                            onclick={onclick(&item.id)}
                        >
                            { &props.action }
                        </Button>
                    </ListItem>
                }
            </List>
        </Section>
    }
}
