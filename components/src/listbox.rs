//! A list of options, one of which is chosen.

use yew::{html::ChildrenRenderer, prelude::*, virtual_dom::VChild};

use crate::{
    bind::Bind,
    options::{Step, has_modifier, use_options},
    type_ahead::TypeAhead,
};

/// The properties of [`Listbox`].
#[derive(Clone, PartialEq, Properties)]
pub struct ListboxProps {
    /// The name of the list, for assistive technology.
    pub label: AttrValue,
    /// The value of the chosen option; no option is chosen if none has this value.
    #[prop_or_default]
    pub value: AttrValue,
    /// Binds the chosen value to a state, an `AttrValue` or a `String`: `bind={&state}`. Takes precedence over
    /// `value`.
    #[prop_or_default]
    pub bind: Bind<AttrValue>,
    /// Called with the value of the option that the person chooses, even if it is already chosen; with `bind`, after
    /// the state was set.
    #[prop_or_default]
    pub onchoose: Callback<AttrValue>,
    /// Shown if there are no options: a sentence, or an [`EmptyState`](crate::EmptyState).
    #[prop_or_default]
    pub empty: Html,
    /// The [`ListboxOption`]s.
    #[prop_or_default]
    pub children: ChildrenRenderer<VChild<ListboxOption>>,
}

/// The properties of [`ListboxOption`].
#[derive(Clone, PartialEq, Properties)]
pub struct ListboxOptionProps {
    /// The value that identifies the option.
    pub value: AttrValue,
    /// The text of the option, which typing letters matches.
    pub title: AttrValue,
    /// A second line of text.
    #[prop_or_default]
    pub description: Option<AttrValue>,
    /// Whether it cannot be chosen; the keyboard skips it.
    #[prop_or_default]
    pub disabled: bool,
}

/// A list of options from which a person chooses one, by clicking or with the keyboard. Its owner holds the choice:
/// bind a state, or pass `value` and update it in `onchoose`.
///
/// The list is a single tab stop: the arrow keys, Home and End move within it, letters jump to the next option that
/// begins with them, Enter and Space choose. The active option scrolls into view. To add a search field, use a
/// [`SearchList`](crate::SearchList).
///
/// Tip: the children must be options, so write a loop as `{ for names.iter().map(|name| html_nested! { <ListboxOption
/// … /> }) }`.
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
            // Prevents the page from scrolling.
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

/// An option of a [`Listbox`] or a [`SearchList`](crate::SearchList).
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
