//! A search field with a list of results.

use yew::{html::ChildrenRenderer, prelude::*, virtual_dom::VChild};

use crate::{
    bind::Bind,
    field::{Field, text_listener},
    id::use_id,
    listbox::ListboxOption,
    options::{Step, has_modifier, use_options},
};

/// The properties of [`SearchList`].
#[derive(Clone, PartialEq, Properties)]
pub struct SearchListProps {
    /// What is searched: the label of the field, and of the list for assistive technology.
    pub label: AttrValue,
    /// Whether the label is only for assistive technology, because the field's purpose is obvious.
    #[prop_or_default]
    pub label_hidden: bool,
    /// The text of the search field.
    #[prop_or_default]
    pub value: AttrValue,
    /// Binds the search text to a state: `bind={&state}`. Takes precedence over `value`.
    #[prop_or_default]
    pub bind: Bind<String>,
    /// Called with the whole text when it changes; with `bind`, after the state was set.
    #[prop_or_default]
    pub oninput: Callback<String>,
    /// Called with the value of the option that the person chooses.
    #[prop_or_default]
    pub onchoose: Callback<AttrValue>,
    /// The placeholder while the field is empty.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// Shown if there are no options: a sentence, or an [`EmptyState`](crate::EmptyState).
    #[prop_or_default]
    pub empty: Html,
    /// The `<input>` element, for focus.
    #[prop_or_default]
    pub node_ref: NodeRef,
    /// The [`ListboxOption`]s that match the text.
    #[prop_or_default]
    pub children: ChildrenRenderer<VChild<ListboxOption>>,
}

/// A search field above the options that match, such as canned replies. While the person types, the arrow keys move
/// in the list, and Enter chooses the active option, which is the first one after every change of the text. Clicking
/// chooses as well.
///
/// Its owner filters the options and passes those that match.
///
/// Tip: the children must be options, so write a loop as `{ for names.iter().map(|name| html_nested! { <ListboxOption
/// … /> }) }`.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::{ListboxOption, SearchList};
///
/// const REPLIES: [(&str, &str); 2] = [("hello", "Hello! How can I help?"), ("bye", "Thanks for reaching out!")];
///
/// #[derive(PartialEq, Properties)]
/// struct RepliesProps {
///     oninsert: Callback<AttrValue>,
/// }
///
/// #[component]
/// fn Replies(props: &RepliesProps) -> Html {
///     let query = use_state(String::new);
///     let found = REPLIES.into_iter().filter(|(_, text)| text.to_lowercase().contains(&query.to_lowercase()));
///     html! {
///         <SearchList label="Search replies" bind={&query} onchoose={&props.oninsert} empty="No reply has these words.">
///             { for found.map(|(value, title)| html_nested! { <ListboxOption {value} {title} /> }) }
///         </SearchList>
///     }
/// }
/// ```
#[component]
pub fn SearchList(props: &SearchListProps) -> Html {
    let id = use_id();
    let options = use_options(&props.children, &AttrValue::default(), props.onchoose.clone());
    let oninput = {
        let (options, oninput) = (options.clone(), text_listener(&props.bind, &props.oninput));
        move |event: InputEvent| {
            options.start_again();
            oninput.emit(event);
        }
    };
    let onkeydown = {
        let options = options.clone();
        move |event: KeyboardEvent| {
            // With a modifier, keys belong to the browser; during composition, to the input method.
            if has_modifier(&event) || event.is_composing() {
                return;
            }
            let step = match &*event.key() {
                "ArrowDown" => Step::Next,
                "ArrowUp" => Step::Previous,
                "Enter" => {
                    event.prevent_default();
                    if let Some(active) = options.active() {
                        options.choose(active);
                    }
                    return;
                }
                _ => return,
            };
            // Prevents the cursor from jumping.
            event.prevent_default();
            options.go(step);
        }
    };
    // Keeps the focus in the field.
    let onmousedown = |event: MouseEvent| event.prevent_default();
    let has_options = !options.all.is_empty();
    let field = Field::new(&id, &props.label, props.label_hidden, None, None);
    html! {
        <div class="lc-search-list">
            {
                field.around(html! {
                    <input
                        id={&id}
                        class="lc-input"
                        ref={&props.node_ref}
                        type="search"
                        dir="auto"
                        autocomplete="off"
                        role="combobox"
                        aria-autocomplete="list"
                        aria-expanded={has_options.to_string()}
                        aria-controls={has_options.then(|| options.id.clone())}
                        aria-activedescendant={options.active_id()}
                        value={props.bind.text_or(&props.value)}
                        placeholder={&props.placeholder}
                        {oninput}
                        {onkeydown}
                    />
                })
            }
            if has_options {
                <ul
                    ref={&options.node}
                    id={&options.id}
                    class="lc-listbox"
                    role="listbox"
                    aria-label={&props.label}
                    {onmousedown}
                >
                    { options.view(options.active()) }
                </ul>
            } else {
                <div class="lc-list-empty" role="status">{ props.empty.clone() }</div>
            }
        </div>
    }
}
