//! Shows a resource: loading, failed or loaded.

use rust_i18n::t;
use yew::prelude::*;
use yew_livechat::prelude::*;

use crate::api::ApiError;

pub(crate) fn loaded<T: 'static>(resource: &UseResourceHandle<T, ApiError>, view: impl FnOnce(&T) -> Html) -> Html {
    match &**resource {
        Resource::Idle => Html::default(),
        Resource::Loading => html! { <Loader /> },
        Resource::Ready { value, .. } => view(value),
        Resource::Failed(error) => {
            let resource = resource.clone();
            html! {
                <Stack>
                    <InlineMessage kind={MessageKind::Error}>{ error.to_string() }</InlineMessage>
                    <Button onclick={move |_| resource.reload()}>{ t!("try_again").into_owned() }</Button>
                </Stack>
            }
        }
    }
}
