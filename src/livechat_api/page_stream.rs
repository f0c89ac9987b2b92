//! The pages of a list, one call each.

use std::{
    fmt,
    future::{Future, poll_fn},
    pin::Pin,
    rc::Rc,
    task::{Context, Poll, ready},
};

use futures_core::{FusedStream, Stream};
use livechat_api::{Paged, Pages};

use super::call_error::CallError;

type Answer<C> = Pin<Box<dyn Future<Output = Result<<C as livechat_api::Call>::Answer, CallError>>>>;

/// The pages of a list, as a stream: see [`UseLivechatApiHandle::pages`](crate::UseLivechatApiHandle::pages).
///
/// Nothing is requested until the stream is polled, and then one page at a time. The first call has the filters; each
/// later one has only the id of its page. The stream ends after the last page, or after an error, which is its last
/// item. A list whose pages form a cycle ends with [`ApiError::RepeatedPage`](crate::api::ApiError::RepeatedPage).
/// Dropping the stream stops it.
///
/// A clone continues after the same page, with its own requests. A component that stores the stream with the items so
/// far uses a clone to load more. If that fails, the stored stream loads the same page next time.
///
/// # Examples
/// A list with a "Show more" button:
///
/// ```
/// use std::rc::Rc;
/// use yew::prelude::*;
/// use yew_livechat::{CallError, PageStream, api::{Chat, ListArchives}, prelude::*};
///
/// /// The chats so far, and the pages after them.
/// struct Archive {
///     chats: Vec<Chat>,
///     rest: PageStream<ListArchives>,
/// }
///
/// /// One more page than there was.
/// async fn one_more(mut chats: Vec<Chat>, mut rest: PageStream<ListArchives>) -> Result<Archive, CallError> {
///     if let Some(page) = rest.next().await {
///         chats.extend(page?.chats);
///     }
///     Ok(Archive { chats, rest })
/// }
///
/// #[component]
/// fn Chats() -> Html {
///     let api = use_livechat_api();
///     let archive = use_resource((), move |()| one_more(Vec::new(), api.pages(ListArchives::new())));
///     let more = use_action((), {
///         let archive = archive.clone();
///         move |(), so_far: Rc<Archive>| {
///             let archive = archive.clone();
///             async move {
///                 archive.set(one_more(so_far.chats.clone(), so_far.rest.clone()).await?);
///                 Ok::<_, CallError>(())
///             }
///         }
///     });
///     let Some(so_far) = archive.value().cloned() else { return html! { <Loader /> } };
///     let is_done = so_far.rest.is_done();
///     html! {
///         <>
///             <List label="Chats" empty="None yet.">
///                 for chat in so_far.chats.iter() { <ListItem title={chat.id.clone()} /> }
///             </List>
///             if !is_done {
///                 <Button busy={more.is_running()} onclick={move |_| more.run(so_far.clone())}>{ "Show more" }</Button>
///             }
///         </>
///     }
/// }
/// ```
#[must_use = "nothing is requested before the stream is polled"]
pub struct PageStream<C: Paged> {
    /// `None` after an error.
    pages: Option<Pages<C>>,
    send: Rc<dyn Fn(C) -> Answer<C>>,
    answer: Option<Answer<C>>,
    /// The error to return after the page that revealed it.
    failure: Option<CallError>,
}

impl<C: Paged> PageStream<C> {
    pub(crate) fn new(first: C, send: impl Fn(C) -> Answer<C> + 'static) -> Self {
        Self { pages: Some(Pages::new(first)), send: Rc::new(send), answer: None, failure: None }
    }

    /// Returns the next page; `None` after the last one and after an error. The same as `StreamExt::next` of
    /// futures-util.
    ///
    /// Dropping the future loses nothing: the stream continues with the request that was sent.
    ///
    /// # Errors
    /// Like [`UseLivechatApiHandle::call`](crate::UseLivechatApiHandle::call).
    pub async fn next(&mut self) -> Option<Result<C::Answer, CallError>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Whether the last item was received, so that no "Show more" button is needed.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.answer.is_none() && self.failure.is_none() && self.pages.as_ref().is_none_or(Pages::is_done)
    }
}

impl<C: Paged> Stream for PageStream<C> {
    type Item = Result<C::Answer, CallError>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        if let Some(failure) = this.failure.take() {
            this.pages = None;
            return Poll::Ready(Some(Err(failure)));
        }
        let answer = match &mut this.answer {
            Some(answer) => answer,
            None => match this.pages.as_ref().and_then(Pages::next_call) {
                Some(call) => this.answer.insert((this.send)(call)),
                None => return Poll::Ready(None),
            },
        };
        let answer = ready!(answer.as_mut().poll(context));
        this.answer = None;
        match (&answer, &mut this.pages) {
            (Ok(page), Some(pages)) => this.failure = pages.received(page).err().map(CallError::from),
            _ => this.pages = None,
        }
        Poll::Ready(Some(answer))
    }
}

impl<C: Paged> FusedStream for PageStream<C> {
    fn is_terminated(&self) -> bool {
        self.is_done()
    }
}

/// No field is structurally pinned: the request is boxed.
impl<C: Paged> Unpin for PageStream<C> {}

impl<C: Paged> Clone for PageStream<C> {
    fn clone(&self) -> Self {
        Self { pages: self.pages.clone(), send: Rc::clone(&self.send), answer: None, failure: self.failure.clone() }
    }
}

impl<C: Paged> fmt::Debug for PageStream<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_loading = self.answer.is_some();
        f.debug_struct("PageStream")
            .field("is_loading", &is_loading)
            .field("is_done", &self.is_done())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
