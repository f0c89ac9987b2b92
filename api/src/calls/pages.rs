//! The pages of a list.

use crate::{call::Call, error::ApiError};

/// A call whose answer is a page.
pub trait Paged: Call + Clone {
    /// The call for a later page. It has only the page's id: LiveChat remembers the filters, and refuses them here.
    #[must_use]
    fn page(page_id: String) -> Self;

    /// The id of the page after this one, if there is one.
    fn next_page_id(answer: &Self::Answer) -> Option<&str>;
}

/// The calls for the pages of a list, as a state machine without I/O.
///
/// ```
/// use livechat_api::{Call, ListArchives, Pages};
///
/// // What the server answers in this example.
/// let mut bodies = [r#"{"chats":[],"next_page_id":"MTUx"}"#, r#"{"chats":[]}"#].into_iter();
/// let mut pages = Pages::new(ListArchives::new().with_limit(25));
/// let mut count = 0;
/// while let Some(call) = pages.next_call() {
///     // If sending fails, `next_call` returns the same call again.
///     let page = call.read(200, bodies.next().expect("two pages"))?;
///     count += 1;
///     pages.received(&page)?;
/// }
/// assert_eq!(count, 2);
/// # Ok::<(), livechat_api::ApiError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pages<C> {
    next: Option<C>,
    /// The ids of all pages so far: if a server repeated one, the requests would never end.
    page_ids: Vec<String>,
}

impl<C: Paged> Pages<C> {
    /// The pages that start with this call.
    #[must_use]
    pub fn new(first: C) -> Self {
        Self { next: Some(first), page_ids: Vec::new() }
    }

    /// The call for the next page, until [`received`](Self::received) gets its answer; `None` after the last page.
    #[must_use]
    pub fn next_call(&self) -> Option<C> {
        self.next.clone()
    }

    /// Accepts the answer to the call.
    ///
    /// # Errors
    /// [`ApiError::RepeatedPage`] when the answer names a page as the next one that was requested before. There are no more
    /// calls then.
    pub fn received(&mut self, answer: &C::Answer) -> Result<(), ApiError> {
        self.next = None;
        if let Some(id) = C::next_page_id(answer) {
            if self.page_ids.iter().any(|earlier| earlier == id) {
                return Err(ApiError::RepeatedPage);
            }
            self.page_ids.push(id.to_owned());
            self.next = Some(C::page(id.to_owned()));
        }
        Ok(())
    }

    /// Whether there are no more calls.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.next.is_none()
    }
}
