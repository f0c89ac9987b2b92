//! Pictures from extensions.

use livechat_protocol::SafeUrl;
use yew::prelude::*;

use super::icon::{Icon, icon};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PictureProps {
    pub(crate) url: SafeUrl,
    /// Its layout class.
    pub(crate) class: &'static str,
}

/// A picture, or a placeholder if it fails to load. Decorative: adjacent text describes it.
#[component]
pub(crate) fn Picture(props: &PictureProps) -> Html {
    // Another picture in the same place gets another chance.
    let failed = use_state(|| None::<SafeUrl>);
    if failed.as_ref() == Some(&props.url) {
        return html! { <span class={classes!("sim-picture", "sim-picture-missing", props.class)}>{ icon(Icon::Picture) }</span> };
    }
    let onerror = {
        let (failed, url) = (failed.clone(), props.url.clone());
        move |_: Event| failed.set(Some(url.clone()))
    };
    html! {
        <img
            class={classes!("sim-picture", props.class)}
            src={props.url.to_string()}
            alt=""
            referrerpolicy="no-referrer"
            {onerror}
        />
    }
}
