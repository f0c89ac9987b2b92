//! LiveChat's API, for the agent who has signed in.

use livechat_api::{Call, Paged, Servers};
use yew::prelude::*;

use super::use_sign_in::use_sign_in_client;
use crate::{
    livechat_api::{CallError, PageStream, call, servers_of},
    sign_in::SignInClient,
};

/// LiveChat's API, called as the agent who has signed in.
#[derive(Clone, PartialEq, Debug)]
pub struct UseLivechatApiHandle {
    sign_in: SignInClient,
    servers: Servers,
}

impl UseLivechatApiHandle {
    /// Makes a call: one of [`api`](crate::api), or a [`RawCall`](crate::api::RawCall) for any other action.
    ///
    /// After a 401 the token is renewed, once; after a 429 the call waits as long as LiveChat says, or longer each time; a call
    /// that LiveChat sends to another region goes there. A message is not sent again where it may have arrived already: see
    /// [`Attempts`](crate::api::Attempts).
    ///
    /// Dropping the future does not take a request back that has been sent.
    ///
    /// # Errors
    /// When the call is invalid, nobody has signed in, LiveChat refuses it, or nothing comes back; [`CallError`] says which.
    pub async fn call<C: Call>(&self, call: &C) -> Result<C::Answer, CallError> {
        self::call(&self.sign_in, &self.servers, call).await
    }

    /// The pages of a list, such as [`ListArchives`](crate::api::ListArchives): a stream that makes a call for each page when
    /// the page is requested. Each call is made as [`call`](Self::call) makes it.
    ///
    /// # Examples
    /// Everything at once:
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
    /// For a button "Show more", see [`PageStream`].
    #[must_use = "nothing is requested before the stream is polled"]
    pub fn pages<C: Paged + 'static>(&self, first: C) -> PageStream<C> {
        let api = self.clone();
        PageStream::new(first, move |call| {
            let api = api.clone();
            Box::pin(async move { api.call(&call).await })
        })
    }

    /// The same API at other servers, such as a fake LiveChat's. In the simulator that is not necessary: a development build that
    /// signs in at the fake LiveChat there calls its API.
    #[must_use]
    pub fn at(&self, servers: Servers) -> Self {
        Self { sign_in: self.sign_in.clone(), servers }
    }
}

/// LiveChat's API, with the token of the agent who has signed in: see [`use_sign_in`](crate::use_sign_in).
///
/// The Content Security Policy has to allow it: `connect-src https://api.livechatinc.com https://accounts.livechat.com`.
///
/// Never re-renders.
///
/// # Panics
/// Outside a provider, and in an extension without `sign_in`; the message says what to do.
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
