//! A list of which one is chosen.

use yew::{html::ChildrenRenderer, prelude::*, virtual_dom::VChild};

use crate::{
    bind::Bind,
    options::{Step, has_modifier, use_options},
    type_ahead::TypeAhead,
};

/// The properties of [`Listbox`].
#[derive(Clone, PartialEq, Properties)]
pub struct ListboxProps {
    /// What is listed, for assistive technology.
    pub label: AttrValue,
    /// The value of the option that was chosen; none where no option has it.
    #[prop_or_default]
    pub value: AttrValue,
    /// The state that holds that value, an `AttrValue` or a `String`, as `bind={&state}`: the list shows it, and sets it to what
    /// is chosen. Wins over `value`.
    #[prop_or_default]
    pub bind: Bind<AttrValue>,
    /// Called with the value of the option that the person chooses, also of the one that is chosen already; with `bind`, after
    /// the state was set.
    #[prop_or_default]
    pub onchoose: Callback<AttrValue>,
    /// What is in its place when there is no option: a sentence, or an [`EmptyState`](crate::EmptyState).
    #[prop_or_default]
    pub empty: Html,
    /// [`ListboxOption`]s.
    #[prop_or_default]
    pub children: ChildrenRenderer<VChild<ListboxOption>>,
}

/// The properties of [`ListboxOption`].
#[derive(Clone, PartialEq, Properties)]
pub struct ListboxOptionProps {
    /// Identifies the option among the others.
    pub value: AttrValue,
    /// Its text; what type-ahead finds.
    pub title: AttrValue,
    /// More about it.
    #[prop_or_default]
    pub description: Option<AttrValue>,
    /// Cannot be chosen; the keyboard passes over it.
    #[prop_or_default]
    pub disabled: bool,
}

/// A list of options of which a person chooses one, by a click or with the keyboard. Which one is chosen is its owner's to say:
/// bind a state, or give the `value` and set it to what `onchoose` passes on.
///
/// The list is one stop of the keyboard: the arrow keys, Home and End move in it, letters go to the next option that begins
/// with them, Enter and Space choose. The active option scrolls into view. With a search field above the options it is a
/// [`SearchList`](crate::SearchList).
///
/// Tip: its children are options and nothing else, so a loop is written as
/// `{ for names.iter().map(|name| html_nested! { <ListboxOption … /> }) }`.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::{Listbox, ListboxOption};
///
/// #[component]
/// fn Warehouse() -> Html {
///     let warehouse = use_state(|| "north".to_owned());
///     html! {
///         <Listbox label="Warehouse" bind={&warehouse}>
///             <ListboxOption value="north" title="North" description="Ships today" />
///             <ListboxOption value="south" title="South" description="Ships tomorrow" />
///             <ListboxOption value="east" title="East" disabled=true />
///         </Listbox>
///     }
/// }
/// ```
#[component]
pub fn Listbox(props: &ListboxProps) -> Html {
    let chosen = props.bind.value_or(&props.value);
    let options = use_options(&props.children, &chosen, props.bind.then(&props.onchoose));
    let typed = use_mut_ref(TypeAhead::default);
    if options.all.is_empty() {
        return html! { <div class="lc-list-empty">{ props.empty.clone() }</div> };
    }
    let onkeydown = {
        let options = options.clone();
        move |event: KeyboardEvent| {
            let step = match &*event.key() {
                _ if event.alt_key() || event.ctrl_key() || event.meta_key() => return,
                "ArrowDown" => Step::Next,
                "ArrowUp" => Step::Previous,
                "Home" => Step::First,
                "End" => Step::Last,
                key => {
                    let (now, active) = (event.time_stamp(), options.active());
                    let titles: Vec<_> =
                        options.all.iter().map(|option| (!option.disabled).then_some(&*option.title)).collect();
                    if key == "Enter" || (key == " " && !typed.borrow().takes_space(now, &titles)) {
                        event.prevent_default();
                        if let Some(active) = active {
                            options.choose(active);
                        }
                    } else if key.chars().nth(1).is_none() {
                        event.prevent_default();
                        let found = typed.borrow_mut().find(key, now, &titles, active);
                        if let Some(found) = found {
                            options.move_to(found);
                        }
                    }
                    return;
                }
            };
            if has_modifier(&event) {
                return;
            }
            // The page would scroll.
            event.prevent_default();
            options.go(step);
        }
    };
    html! {
        <ul
            ref={&options.node}
            id={&options.id}
            class="lc-listbox"
            role="listbox"
            tabindex="0"
            aria-label={&props.label}
            aria-activedescendant={options.active_id()}
            {onkeydown}
        >
            { options.view(options.chosen()) }
        </ul>
    }
}

/// One of the options in a [`Listbox`] or a [`SearchList`](crate::SearchList).
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::{Listbox, ListboxOption};
///
/// #[component]
/// fn Size() -> Html {
///     html! { <Listbox label="Size" value="m"><ListboxOption value="m" title="Medium" /></Listbox> }
/// }
/// ```
#[component]
pub fn ListboxOption(props: &ListboxOptionProps) -> Html {
    html! { { &props.title } }
}
