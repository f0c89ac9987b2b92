//! Pictures that an extension named.

use livechat_protocol::SafeUrl;
use yew::prelude::*;

use super::icon::{Icon, icon};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PictureProps {
    pub(crate) url: SafeUrl,
    /// How it is laid out.
    pub(crate) class: &'static str,
}

/// A picture; one that cannot be loaded gives way to a neutral drawing. Decoration: what it shows is said beside it.
#[component]
pub(crate) fn Picture(props: &PictureProps) -> Html {
    // Another picture in the same place is given its own chance.
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
