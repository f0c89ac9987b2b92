//! The texts of a part of the page.

use std::ptr;

use yew::prelude::*;

use crate::kit_texts::KitTexts;

/// The texts of a provider. Compared by address: comparing all texts would add code.
#[derive(Clone, Copy)]
pub(crate) struct Provided(pub(crate) &'static KitTexts);

impl PartialEq for Provided {
    fn eq(&self, other: &Self) -> bool {
        ptr::eq(self.0, other.0)
    }
}

/// The properties of [`TextsProvider`].
#[derive(Clone, PartialEq, Properties)]
pub struct TextsProviderProps {
    /// The texts, such as `&GERMAN`, a `static`.
    pub texts: &'static KitTexts,
    /// The components that use them.
    #[prop_or_default]
    pub children: Html,
}

/// Sets the texts of the components below it, instead of the page's. When the texts change, the components re-render,
/// so an extension can switch languages at run time.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::{KitTexts, Loader, Select, TextsProvider};
///
/// static POLISH: KitTexts = KitTexts { locale: "pl", loading: "Ładowanie…", ..KitTexts::ENGLISH };
///
/// #[component]
/// fn App() -> Html {
///     let language = use_state(|| "en".to_owned());
///     let texts = if *language == "pl" { &POLISH } else { &KitTexts::ENGLISH };
///     html! {
///         <TextsProvider {texts}>
///             <Select label="Language" bind={&language}>
///                 <option value="en">{ "English" }</option>
///                 <option value="pl">{ "Polski" }</option>
///             </Select>
///             <Loader />
///         </TextsProvider>
///     }
/// }
/// ```
#[component]
pub fn TextsProvider(props: &TextsProviderProps) -> Html {
    html! {
        <ContextProvider<Provided> context={Provided(props.texts)}>{ props.children.clone() }</ContextProvider<Provided>>
    }
}
