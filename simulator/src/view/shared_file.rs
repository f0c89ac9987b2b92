//! A file that was sent.

use livechat_protocol::SafeUrl;
use yew::prelude::*;
use yew_livechat_components::ExternalLink;

use super::picture::Picture;
use crate::model::SharedFile;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SharedFileProps {
    pub(crate) file: SharedFile,
}

/// A card with the file's name, linked if its address is safe, and a preview of pictures.
#[component]
pub(crate) fn SharedFileView(props: &SharedFileProps) -> Html {
    let SharedFile { name, url, is_picture } = &props.file;
    let url = SafeUrl::parse(url).ok();
    html! {
        <div class="sim-card">
            if let Some(url) = url.clone().filter(|_| *is_picture) {
                <Picture {url} class="sim-card-picture" />
            }
            <div class="sim-card-text" dir="auto">
                if let Some(href) = url {
                    <ExternalLink {href}>{ name }</ExternalLink>
                } else {
                    { name }
                }
            </div>
        </div>
    }
}
