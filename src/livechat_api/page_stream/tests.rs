use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    task::Waker,
};

use futures_channel::oneshot;
use livechat_api::{ApiError, Archives, Body, Call, ListArchives, Servers};

use super::*;

/// LiveChat, as far as it has answered.
#[derive(Default)]
struct Scripted {
    sent: RefCell<Vec<String>>,
    answers: RefCell<VecDeque<Result<Archives, CallError>>>,
}

impl Scripted {
    fn answering(answers: impl IntoIterator<Item = Result<Archives, CallError>>) -> Rc<Self> {
        Rc::new(Self { answers: RefCell::new(answers.into_iter().collect()), ..Self::default() })
    }

    fn stream(self: &Rc<Self>, first: ListArchives) -> PageStream<ListArchives> {
        let this = Rc::clone(self);
        PageStream::new(first, move |call| {
            let request = call.request(&Servers::default()).unwrap();
            let Body::Json(body) = request.body() else { panic!("{request:?}") };
            this.sent.borrow_mut().push(body.clone());
            let answer = this.answers.borrow_mut().pop_front().expect("a request that nobody answers");
            Box::pin(async { answer })
        })
    }
}

fn page(next: &str) -> Result<Archives, CallError> {
    let body = format!(r#"{{"chats":[{{"id":"before {next}","users":[]}}],"next_page_id":"{next}"}}"#);
    Ok(ListArchives::new().read(200, &body)?)
}

fn poll<C: Paged>(stream: &mut PageStream<C>) -> Poll<Option<Result<C::Answer, CallError>>> {
    Pin::new(stream).poll_next(&mut Context::from_waker(Waker::noop()))
}

/// Returns all items. Fails if the stream has more than `most`, or another one after its end.
fn items(stream: &mut PageStream<ListArchives>, most: usize) -> Vec<Result<Archives, CallError>> {
    let mut items = Vec::new();
    while let Poll::Ready(Some(item)) = poll(stream) {
        items.push(item);
        assert!(items.len() <= most, "the stream goes on and on");
    }
    assert!(stream.is_done() && stream.is_terminated());
    assert_eq!(poll(stream), Poll::Ready(None));
    items
}

#[test]
fn the_first_call_has_the_filters_each_later_one_only_the_page_and_the_last_page_ends_it() {
    let livechat = Scripted::answering([page("p2"), page("p3"), page("")]);
    let mut stream = livechat.stream(ListArchives::new().with_query("chair").with_limit(25));
    assert!(livechat.sent.borrow().is_empty() && !stream.is_done(), "nothing was polled");
    assert_eq!(items(&mut stream, 3), [page("p2"), page("p3"), page("")]);
    assert_eq!(
        *livechat.sent.borrow(),
        [r#"{"filters":{"query":"chair"},"limit":25}"#, r#"{"page_id":"p2"}"#, r#"{"page_id":"p3"}"#]
    );
}

#[test]
fn an_error_is_the_last_item() {
    let livechat = Scripted::answering([page("p2"), Err(CallError::NoAnswer), page("")]);
    let mut stream = livechat.stream(ListArchives::new());
    assert_eq!(items(&mut stream, 3), [page("p2"), Err(CallError::NoAnswer)]);
    assert_eq!(livechat.sent.borrow().len(), 2);
}

#[test]
fn pages_that_lead_in_a_circle_end_with_an_error_after_the_page_that_leads_back() {
    for circle in [&["same", "same"][..], &["a", "b", "a"]] {
        // As if LiveChat never stopped.
        let livechat = Scripted::answering(circle.iter().cycle().take(30).map(|id| page(id)));
        let mut stream = livechat.stream(ListArchives::new());
        let items = items(&mut stream, 30);
        let (error, pages) = items.split_last().unwrap();
        assert_eq!(*error, Err(CallError::Api(ApiError::RepeatedPage)));
        assert!(pages.iter().eq(&circle.iter().map(|id| page(id)).collect::<Vec<_>>()));
        assert_eq!(livechat.sent.borrow().len(), circle.len());
    }
}

#[test]
fn a_clone_from_before_an_error_loads_the_same_page_again() {
    let livechat = Scripted::answering([page("p2"), Err(CallError::NoAnswer), page("")]);
    let mut kept = livechat.stream(ListArchives::new());
    assert_eq!(poll(&mut kept), Poll::Ready(Some(page("p2"))));
    let mut failing = kept.clone();
    assert_eq!(items(&mut failing, 1), [Err(CallError::NoAnswer)]);
    assert_eq!(items(&mut kept, 1), [page("")]);
    assert_eq!(livechat.sent.borrow()[1..], [r#"{"page_id":"p2"}"#, r#"{"page_id":"p2"}"#]);
}

#[test]
fn dropping_the_stream_drops_its_request_and_dropping_a_wait_does_not() {
    let (sent, sender) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(None)));
    let mut stream = PageStream::new(ListArchives::new(), {
        let (sent, sender) = (Rc::clone(&sent), Rc::clone(&sender));
        move |_| {
            let (answered, answer) = oneshot::channel();
            sent.set(sent.get() + 1);
            sender.set(Some(answered));
            Box::pin(async { answer.await.unwrap_or(Err(CallError::NoAnswer)) })
        }
    });
    for _ in 0..2 {
        let mut wait = Box::pin(stream.next());
        assert_eq!(wait.as_mut().poll(&mut Context::from_waker(Waker::noop())), Poll::Pending);
    }
    assert_eq!((sent.get(), stream.is_done()), (1, false));
    let answered = sender.take().expect("a request");
    answered.send(page("p2")).expect("the stream waits");
    assert_eq!(poll(&mut stream), Poll::Ready(Some(page("p2"))));

    assert_eq!(poll(&mut stream), Poll::Pending);
    drop(stream);
    assert!(sender.take().expect("a request").is_canceled());
    assert_eq!(sent.get(), 2);
}
