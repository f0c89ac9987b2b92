//! A choice among several options.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::{bind::Bind, field::Field, id::use_id};

/// The properties of [`Select`].
#[derive(Clone, PartialEq, Properties)]
pub struct SelectProps {
    /// The label.
    pub label: AttrValue,
    /// Whether the label is only for assistive technology, because the field's purpose is obvious.
    #[prop_or_default]
    pub label_hidden: bool,
    /// The value of the selected option.
    #[prop_or_default]
    pub value: AttrValue,
    /// Binds the selected value to a state: `bind={&state}`. Takes precedence over `value`.
    #[prop_or_default]
    pub bind: Bind<String>,
    /// Called with the value of another option when it is selected; with `bind`, after the state was set.
    #[prop_or_default]
    pub onchange: Callback<String>,
    /// A hint that helps to choose.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong with the choice.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Whether the field is disabled: it cannot be changed or focused.
    #[prop_or_default]
    pub disabled: bool,
    /// The `<option>`s, each with a `value`.
    #[prop_or_default]
    pub children: Html,
}

/// A labeled choice among several options. Its owner holds the value: bind a state, or pass `value` and update it in
/// `onchange`.
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
        // An option's `selected` attribute is only the initial selection, so the property is set after every render,
        // when the options may have changed.
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
                // Reverts the selection until the owner changes the value.
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
