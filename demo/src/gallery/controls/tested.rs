//! A component under test: its state, its controls and its code.

use yew::prelude::*;
use yew_livechat::prelude::*;

use super::TestedProps;

/// The component on its stage, beside its controls, above its code.
#[component]
pub(super) fn Tested(props: &TestedProps) -> Html {
    html! {
        <div class="gallery-tested">
            <section class="gallery-stage" aria-label="Component">{ props.shown.clone() }</section>
            <section class="gallery-props" aria-label="Props">
                <h3>{ "Props" }</h3>
                { props.controls.clone() }
            </section>
            <section class="gallery-code" aria-label="Code">
                <div class="gallery-code-head"><h3>{ "Code" }</h3><CopyButton text={props.code.clone()} label="Copy the code" /></div>
                <pre tabindex="0"><code>{ &props.code }</code></pre>
            </section>
        </div>
    }
}
