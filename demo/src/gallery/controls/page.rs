//! The page.

use web_sys::UrlSearchParams;
use yew::prelude::*;

use super::components::{NAMES, controls_of};

/// The component in the address: `?component=Button`.
pub(in crate::gallery) fn named() -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    let name = UrlSearchParams::new_with_str(&search).ok()?.get("component")?;
    NAMES.contains(&&*name).then_some(name)
}

/// The address of a component's controls, or of all components.
pub(in crate::gallery) fn address(component: Option<&str>) -> String {
    // The page's path, since its `<base>` is the folder of the build. There is none outside a browser.
    let path = if cfg!(target_family = "wasm") {
        web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default()
    } else {
        String::new()
    };
    component.map_or_else(|| path.clone(), |name| format!("{path}?component={name}"))
}

/// Properties of [`Controls`].
#[derive(Clone, PartialEq, Properties)]
pub(in crate::gallery) struct ControlsProps {
    /// The component's name.
    pub(in crate::gallery) name: String,
}

/// A component with its controls, and links to the others.
#[component]
pub(in crate::gallery) fn Controls(props: &ControlsProps) -> Html {
    html! {
        <div class="gallery-controls">
            <nav class="gallery-names" aria-label="Components">
                <a href={address(None)}>{ "All components" }</a>
                <ul>
                    for name in NAMES {
                        <li key={*name}>
                            <a href={address(Some(*name))} aria-current={(props.name == *name).then_some("page")}>{ *name }</a>
                        </li>
                    }
                </ul>
            </nav>
            <section class="gallery-one" aria-labelledby="component">
                <h2 id="component">{ &props.name }</h2>
                { controls_of(&props.name) }
            </section>
        </div>
    }
}
