//! LiveChat's API for the signed-in agent.

use livechat_api::{Call, Paged, Servers};
use yew::prelude::*;

use super::use_sign_in::use_sign_in_client;
use crate::{
    livechat_api::{CallError, PageStream, call, servers_of},
    sign_in::SignInClient,
};

/// LiveChat's API, called on behalf of the signed-in agent.
#[derive(Clone, PartialEq, Debug)]
pub struct UseLivechatApiHandle {
    sign_in: SignInClient,
    servers: Servers,
}

impl UseLivechatApiHandle {
    /// Makes a call: one of those in [`api`](crate::api), or a [`RawCall`](crate::api::RawCall) for any other action.
    ///
    /// After a 401 it renews the token once. After a 429 it waits as long as LiveChat asks, or longer each time. It
    /// follows LiveChat to another region. A message that may have arrived is not sent again: see
    /// [`Attempts`](crate::api::Attempts).
    ///
    /// Dropping the future does not cancel a request that was already sent.
    ///
    /// # Errors
    /// If the call is invalid, the agent is not signed in, LiveChat refuses the call, or no answer arrives: see
    /// [`CallError`].
    pub async fn call<C: Call>(&self, call: &C) -> Result<C::Answer, CallError> {
        self::call(&self.sign_in, &self.servers, call).await
    }

    /// Returns the pages of a list, such as [`ListArchives`](crate::api::ListArchives), as a stream that makes one
    /// [`call`](Self::call) for each requested page.
    ///
    /// # Examples
    /// To load all of them:
    ///
    /// ```
    /// use yew_livechat::{CallError, api::{Chat, ListArchives}, prelude::*};
    ///
    /// async fn all_chats(api: UseLivechatApiHandle, customer: &CustomerProfile) -> Result<Vec<Chat>, CallError> {
    ///     let mut pages = api.pages(ListArchives::new().with_customer(&customer.id).with_limit(100));
    ///     let mut chats = Vec::new();
    ///     while let Some(page) = pages.next().await {
    ///         chats.extend(page?.chats);
    ///     }
    ///     Ok(chats)
    /// }
    /// ```
    ///
    /// For a "Show more" button, see [`PageStream`].
    #[must_use = "nothing is requested before the stream is polled"]
    pub fn pages<C: Paged + 'static>(&self, first: C) -> PageStream<C> {
        let api = self.clone();
        PageStream::new(first, move |call| {
            let api = api.clone();
            Box::pin(async move { api.call(&call).await })
        })
    }

    /// Returns the same API on other servers, such as a fake LiveChat. Not needed in the simulator: a development
    /// build that signs in to the simulator's fake LiveChat calls the fake API.
    #[must_use]
    pub fn at(&self, servers: Servers) -> Self {
        Self { sign_in: self.sign_in.clone(), servers }
    }
}

/// Returns LiveChat's API with the token of the signed-in agent: see [`use_sign_in`](crate::use_sign_in).
///
/// The Content Security Policy must allow it: `connect-src https://api.livechatinc.com
/// https://accounts.livechat.com`.
///
/// Never re-renders.
///
/// # Panics
/// If there is no [`ExtensionProvider`](crate::ExtensionProvider) above it, or the extension does not sign in.
///
/// # Examples
/// ```
/// use yew::prelude::*;
/// use yew_livechat::{api::ListTags, prelude::*};
///
/// #[component]
/// fn Tags() -> Html {
///     let api = use_livechat_api();
///     let account = use_sign_in().account().map(|account| account.account_id.clone());
///     let tags = use_resource(account, move |_| {
///         let api = api.clone();
///         async move { api.call(&ListTags::new()).await }
///     });
///     match &*tags {
///         Resource::Ready { value, .. } => html! { for tag in value.iter() { <Tag>{ tag.name.clone() }</Tag> } },
///         Resource::Failed(_) => html! { <SignInButton /> },
///         Resource::Idle | Resource::Loading => html! { <Loader /> },
///     }
/// }
/// ```
#[hook]
pub fn use_livechat_api() -> UseLivechatApiHandle {
    let sign_in = use_sign_in_client("use_livechat_api");
    let servers = servers_of(&sign_in);
    UseLivechatApiHandle { sign_in, servers }
}
