//! Messages to the host.

use super::Extension;
use crate::{
    extension::output::{Output, Post},
    wire::{Body, Frame, Link, Payload, RemoteError},
};

impl<P: Payload> Extension<P> {
    /// Answers a call that has no result. Only the request number differs between answers: copying the message takes
    /// five calls out of wasm, encoding it takes fifteen.
    pub(super) fn acknowledge(&mut self, link: Link, request: Option<i64>) {
        let written = self.live.as_ref().and_then(|live| live.acknowledgement.as_ref());
        let answer = match written {
            Some(acknowledgement) => Frame::renumbered(acknowledgement, request),
            None => self.response(link, request, Ok(None)),
        };
        if let Some(live) = &mut self.live {
            live.acknowledgement.get_or_insert_with(|| answer.clone());
        }
        self.post_in_time(answer, true);
    }

    pub(super) fn respond(&mut self, link: Link, request: Option<i64>, answer: Result<Option<P>, RemoteError>) {
        let response = self.response(link, request, answer);
        self.post(response);
    }

    fn response(&self, link: Link, request: Option<i64>, answer: Result<Option<P>, RemoteError>) -> P {
        // The library adds `origin` to the received object and answers with the same object.
        let origin = self.live.as_ref().map(|live| live.origin.to_string());
        Frame { link, body: Body::Response(answer), request, origin }.to_wire()
    }

    pub(super) fn post(&mut self, frame: P) {
        self.post_in_time(frame, false);
    }

    /// Nothing is posted before the host is known, and only to the host.
    fn post_in_time(&mut self, frame: P, can_wait: bool) {
        if let Some(live) = &self.live {
            let target = live.origin.clone();
            self.outputs.push(Output::Post(Post { target, frame, can_wait }));
        }
    }
}
