//! Text for the clipboard.

use gloo_timers::callback::Timeout;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Clipboard;
use yew::{platform::spawn_local, prelude::*};

use crate::icon;

/// How long the outcome stays in view, in milliseconds.
const OUTCOME_SHOWN: u32 = 4_000;

/// The properties of [`CopyButton`].
#[derive(Clone, PartialEq, Properties)]
pub struct CopyButtonProps {
    /// What is copied.
    pub text: AttrValue,
    /// What it copies, as `Copy the order number`: its name and its tooltip.
    #[prop_or(AttrValue::Static("Copy"))]
    pub label: AttrValue,
    /// What it says when that is done.
    #[prop_or(AttrValue::Static("Copied"))]
    pub copied_label: AttrValue,
    /// What it says when the browser refuses.
    #[prop_or(AttrValue::Static("Could not copy"))]
    pub failed_label: AttrValue,
    /// Called with whether it is in the clipboard.
    #[prop_or_default]
    pub oncopy: Callback<bool>,
}

/// A small button that copies a text, and says whether it did.
///
/// A browser may refuse: in a frame, the page around it has to allow `clipboard-write`. Keep the text in view, so
/// that it can be copied by hand.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::{CopyButton, Property, PropertyList};
///
/// #[component]
/// fn Order() -> Html {
///     html! {
///         <PropertyList>
///             <Property label="Number">
///                 { "A-1024 " }<CopyButton text="A-1024" label="Copy the order number" />
///             </Property>
///         </PropertyList>
///     }
/// }
/// ```
#[component]
pub fn CopyButton(props: &CopyButtonProps) -> Html {
    // Whether it was copied, and when it was tried: another try begins the time anew.
    let outcome = use_state(|| None::<(bool, u32)>);
    let tries = use_mut_ref(|| 0_u32);
    {
        let outcome = outcome.clone();
        use_effect_with(*outcome.clone(), move |shown| {
            let timeout = shown.map(|_| Timeout::new(OUTCOME_SHOWN, move || outcome.set(None)));
            move || drop(timeout)
        });
    }
    let onclick = {
        let (text, oncopy, outcome) = (props.text.clone(), props.oncopy.clone(), outcome.clone());
        move |_| {
            let (text, oncopy, outcome, tries) = (text.clone(), oncopy.clone(), outcome.clone(), tries.clone());
            spawn_local(async move {
                let copied = copy(&text).await.is_ok();
                let this = tries.replace_with(|tries| tries.wrapping_add(1));
                outcome.set(Some((copied, this)));
                oncopy.emit(copied);
            });
        }
    };
    let (picture, class, said) = match *outcome {
        None => (icon::copy(), "lc-copied", None),
        Some((true, _)) => (icon::check(), "lc-copied", Some(&props.copied_label)),
        Some((false, _)) => (icon::copy(), "lc-not-copied", Some(&props.failed_label)),
    };
    html! {
        <span class="lc-copy">
            <button type="button" class="lc-icon-button" aria-label={&props.label} title={&props.label} {onclick}>
                { picture }
            </button>
            <span {class} role="status" dir="auto">{ said }</span>
        </span>
    }
}

async fn copy(text: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    // A page that is not secure has no clipboard, and a call to nothing would throw through the WebAssembly.
    let clipboard: Clipboard = Reflect::get(&window.navigator(), &"clipboard".into())?.dyn_into()?;
    JsFuture::from(clipboard.write_text(text)).await.map(|_| ())
}
