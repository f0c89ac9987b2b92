//! One of several.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::{bind::Bind, field::Field, id::use_id};

/// The properties of [`Select`].
#[derive(Clone, PartialEq, Properties)]
pub struct SelectProps {
    /// What is chosen.
    pub label: AttrValue,
    /// The label is for assistive technology alone: what is chosen is plain to see.
    #[prop_or_default]
    pub label_hidden: bool,
    /// The value of the option that is chosen.
    #[prop_or_default]
    pub value: AttrValue,
    /// The state that holds that value, as `bind={&state}`: the field shows it, and sets it to what is chosen. Wins over
    /// `value`.
    #[prop_or_default]
    pub bind: Bind<String>,
    /// Called with the value of another option when that is chosen; with `bind`, after the state was set.
    #[prop_or_default]
    pub onchange: Callback<String>,
    /// What helps to choose.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong with the choice.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Cannot be changed or focused.
    #[prop_or_default]
    pub disabled: bool,
    /// `<option>`s, each with a `value`.
    #[prop_or_default]
    pub children: Html,
}

/// A labelled choice of one of several. Which one is its owner's to say: bind a state, or give the `value` and set it to
/// what `onchange` passes on.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::Select;
///
/// #[component]
/// fn Priority() -> Html {
///     let priority = use_state(|| "normal".to_owned());
///     html! {
///         <Select label="Priority" bind={&priority}>
///             <option value="normal">{ "Normal" }</option>
///             <option value="urgent">{ "Urgent" }</option>
///         </Select>
///     }
/// }
/// ```
#[component]
pub fn Select(props: &SelectProps) -> Html {
    let id = use_id();
    let select = use_node_ref();
    let value = props.bind.text_or(&props.value);
    {
        // An option's `selected` says what it begins with; only this says what it is. After every render, as the
        // options may be others.
        let (select, value) = (select.clone(), value.clone());
        use_effect(move || {
            if let Some(select) = select.cast::<HtmlSelectElement>() {
                select.set_value(&value);
            }
        });
    }
    let onchange = {
        let onchange = props.bind.then(&props.onchange);
        move |event: Event| {
            if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                let wanted = select.value();
                // As it was, until the owner says otherwise.
                select.set_value(&value);
                onchange.emit(wanted);
            }
        }
    };
    let field = Field::new(&id, &props.label, props.label_hidden, props.hint.as_ref(), props.error.as_ref());
    field.around(html! {
        <div class="lc-select">
            <select
                id={&id}
                class="lc-input"
                ref={select}
                disabled={props.disabled}
                aria-invalid={field.invalid()}
                aria-describedby={field.described_by()}
                {onchange}
            >
                { props.children.clone() }
            </select>
        </div>
    })
}
