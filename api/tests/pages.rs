//! The pages of a list.
#![allow(clippy::unwrap_used, reason = "Clippy lets a test unwrap, but not what several tests share")]

use livechat_api::{ApiError, Body, Call, ListArchives, Pages, Servers, SortOrder};

fn body(call: &ListArchives) -> String {
    match call.request(&Servers::default()).unwrap().body() {
        Body::Json(text) => text.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_first_request_has_the_filters_and_later_ones_only_the_page() {
    let mut pages =
        Pages::new(ListArchives::new().with_query("chair").with_limit(25).with_sort_order(SortOrder::OldestFirst));
    let mut sent = Vec::new();
    for answer in [
        r#"{"chats":[],"next_page_id":"p2"}"#,
        r#"{"chats":[],"next_page_id":"p\"3","previous_page_id":"p1"}"#,
        r#"{"chats":[],"previous_page_id":"p2"}"#,
    ] {
        let call = pages.next_call().unwrap();
        assert!(!pages.is_done());
        sent.push(body(&call));
        pages.received(&call.read(200, answer).unwrap()).unwrap();
    }
    assert_eq!(
        sent,
        [
            r#"{"filters":{"query":"chair"},"limit":25,"sort_order":"asc"}"#,
            r#"{"page_id":"p2"}"#,
            r#"{"page_id":"p\"3"}"#
        ]
    );
    assert_eq!((pages.next_call(), pages.is_done()), (None, true));
}

#[test]
fn a_page_that_failed_is_asked_for_again() {
    let mut pages = Pages::new(ListArchives::new());
    pages.received(&ListArchives::new().read(200, r#"{"chats":[],"next_page_id":"p2"}"#).unwrap()).unwrap();
    let call = pages.next_call().unwrap();
    assert!(call.read(502, "").is_err());
    assert_eq!(pages.next_call(), Some(call));
}

#[test]
fn pages_that_lead_in_a_circle_end_with_an_error() {
    for ids in [&["same", "same"][..], &["a", "b", "c", "a"]] {
        let (last, others) = ids.split_last().unwrap();
        let answer = |id: &str| {
            let body = format!(r#"{{"chats":[],"next_page_id":"{id}"}}"#);
            ListArchives::new().read(200, &body).unwrap()
        };
        let mut pages = Pages::new(ListArchives::new());
        for id in others {
            pages.received(&answer(id)).unwrap();
            assert_eq!(body(&pages.next_call().unwrap()), format!(r#"{{"page_id":"{id}"}}"#));
        }
        assert_eq!(pages.received(&answer(last)), Err(ApiError::RepeatedPage));
        assert_eq!((pages.next_call(), pages.is_done()), (None, true));
    }
}
