//! Things with a button each.

use yew::prelude::*;
use yew_livechat::prelude::*;

/// One thing in an [`ActionList`].
#[derive(Clone, PartialEq)]
pub struct ActionItem {
    /// Tells it from the others.
    pub id: AttrValue,
    /// What it is.
    pub title: AttrValue,
    /// More about it.
    pub description: AttrValue,
    /// How it is doing.
    pub tag: Option<AttrValue>,
}

/// The properties of [`ActionList`].
#[derive(Clone, PartialEq, Properties)]
pub struct ActionListProps {
    /// What is listed.
    pub heading: AttrValue,
    /// The heading's level: 1 where it is the page's first.
    #[prop_or(2)]
    pub level: u8,
    /// The things.
    pub items: Vec<ActionItem>,
    /// What stands there when there is none.
    pub empty: AttrValue,
    /// What each button says.
    pub action: AttrValue,
    /// Does it, to the thing with this id.
    pub onaction: Callback<AttrValue>,
    /// The thing to show first, by its id.
    #[prop_or_default]
    pub first: Option<AttrValue>,
}

/// A list of things, and a button for each.
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
