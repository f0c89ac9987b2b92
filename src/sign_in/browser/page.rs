//! A page's sign-in: what happens goes in to the machine, and what it wants is done.

use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};

use futures_channel::oneshot;
use gloo_events::EventListener;
use livechat_protocol::Payload;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{StorageEvent, Window};

use super::{
    channel::Channel,
    fetch::{fetch, parse, stringify},
    lock::lock,
    popup::{self, Popup},
    random::random,
    redirect,
    store::Store,
};
use crate::{
    bridge::window,
    platform::{self, HostValue, Timeout, date as now, warn},
    sign_in::{
        answer::{self, Answer},
        client::{Backend, TokenResult, Watch, Way},
        error::SignInError,
        machine::{Machine, Token},
        options::SignIn,
        secret::AccessToken,
        session::Session,
        token_answer::{Response, values},
        token_request::Request,
    },
};

/// The longest that a browser's timer waits, in milliseconds.
const LONGEST_WAIT: f64 = 2_147_483_647.0;

/// How long other iframes have to answer a question where there is no storage, in milliseconds.
const PEERS: u32 = 150;

type Renewed = oneshot::Sender<TokenResult>;

/// One page's sign-in.
pub(super) struct Page {
    me: Weak<Self>,
    options: Rc<SignIn>,
    machine: RefCell<Machine>,
    watch: Watch,
    popup: RefCell<Option<Popup>>,
    channel: RefCell<Option<Channel>>,
    storage: RefCell<Option<EventListener>>,
    timer: RefCell<Option<Timeout>>,
    /// Counts sign-ins: an answer for any but the latest is stale.
    attempts: Cell<u64>,
    /// Who waits for the renewal that is under way.
    renewing: RefCell<Option<Vec<Renewed>>>,
}

impl Page {
    /// The sign-in of this page, as it was stored or as a redirect has brought it back.
    pub(super) fn start(options: SignIn) -> Rc<Self> {
        let options = Rc::new(options);
        let own_origin = platform::window().map(|window| window::own_origin(&window)).unwrap_or_default();
        let machine = Machine::new(Rc::clone(&options), own_origin);
        let watch = Watch::new(machine.state());
        let page = Rc::new_cyclic(|me| Self {
            me: Weak::clone(me),
            options,
            machine: RefCell::new(machine),
            watch,
            popup: RefCell::default(),
            channel: RefCell::default(),
            storage: RefCell::default(),
            timer: RefCell::default(),
            attempts: Cell::default(),
            renewing: RefCell::default(),
        });
        if let Some(window) = platform::window() {
            page.share(&window);
            page.resume(&window);
        }
        page
    }

    pub(super) fn has(&self, options: &SignIn) -> bool {
        *self.options == *options
    }

    /// Listens to the other iframes of the extension.
    fn share(&self, window: &Window) {
        let (me, key) = (Weak::clone(&self.me), self.options.key());
        let channel = Channel::open(&key, move |message| {
            if let Some(page) = me.upgrade() {
                page.heard(message);
            }
        });
        self.channel.replace(channel);
        let me = Weak::clone(&self.me);
        let listener = EventListener::new(window, "storage", move |event| {
            let changed = event.unchecked_ref::<StorageEvent>().key();
            if let Some(page) = me.upgrade()
                && changed == Some(key.clone())
            {
                page.read_store();
            }
        });
        self.storage.replace(Some(listener));
    }

    /// Takes over what was before this page was loaded.
    fn resume(&self, window: &Window) {
        if let Some(session) = self.stored() {
            self.machine.borrow_mut().adopt(now(), session);
        }
        if !Store::works() {
            self.post(&message("ask", None));
        }
        let address = redirect::address(window);
        let answer = Answer::of_address(&address);
        let has_left = redirect::is_unfinished(&self.options, window);
        let state = answer.as_ref().and_then(|answer| answer.state.as_deref());
        if let Some(attempt) = state.and_then(|state| redirect::come_back(&self.options, window, state)) {
            // Code and token leave the address before anybody else reads it.
            redirect::replace_address(window, &attempt.return_to);
            let request = self.machine.borrow_mut().returned(now(), attempt, &address);
            self.ask(request);
        } else if has_left && answer.is_some() {
            redirect::replace_address(window, "");
            self.machine.borrow_mut().end(Some(SignInError::StateMismatch));
        } else if has_left && self.machine.borrow().can_begin() {
            self.machine.borrow_mut().end(Some(SignInError::RedirectUnfinished));
        }
        self.settle();
        let is_first = !redirect::was_redirected(&self.options, window);
        if self.options.redirects && is_first && window::parent(window).is_some() && self.machine.borrow().can_begin() {
            self.sign_in(Some(Way::Redirect));
        }
    }

    fn stored(&self) -> Option<Session> {
        Store::get(&self.options.key()).as_deref().and_then(parse).as_ref().and_then(Session::from_value)
    }

    /// Another iframe of this browser tab has stored its sign-in, or removed it.
    fn read_store(&self) {
        let mut machine = self.machine.borrow_mut();
        match self.stored() {
            Some(session) => machine.adopt(now(), session),
            None if machine.session().is_some() => machine.end(None),
            None => {}
        }
        drop(machine);
        self.settle();
    }

    /// Another iframe has said something. It may be in another browser tab, with a sign-in of its own.
    fn heard(&self, message: &HostValue) {
        let own = self.machine.borrow().used().map(|(id, _)| id);
        match answer::text(message, "kind").as_deref() {
            Some("ask") => self.post_session(),
            Some("session") => {
                let session = message.member("session").as_ref().and_then(Session::from_value);
                // Without a storage, there is no other way to get the sign-in of this browser tab.
                let is_wanted = |session: &Session| own.as_deref().map_or(!Store::works(), |own| *own == *session.id);
                if let Some(session) = session.filter(is_wanted) {
                    self.machine.borrow_mut().adopt(now(), session);
                    self.settle();
                }
            }
            Some("ended") if own.is_some() && answer::text(message, "id").as_deref() == own.as_deref() => {
                self.machine.borrow_mut().end(None);
                self.settle();
            }
            _ => {}
        }
    }

    fn post(&self, message: &HostValue) {
        if let Some(channel) = &*self.channel.borrow() {
            channel.post(message);
        }
    }

    fn post_session(&self) {
        let session = self.machine.borrow().session().map(Session::to_value);
        if let Some(session) = session {
            self.post(&message("session", Some(("session", session))));
        }
    }

    /// Stores the sign-in, and tells the other iframes. A sign-in that has ended is removed.
    fn keep(&self, ended: Option<&str>) {
        let session = self.machine.borrow().session().map(Session::to_value);
        let key = self.options.key();
        match session.as_ref().and_then(stringify) {
            Some(text) => {
                Store::set(&key, &text);
                self.post_session();
            }
            None => {
                Store::remove(&key);
                if let Some(id) = ended {
                    self.post(&message("ended", Some(("id", HostValue::text(id)))));
                }
            }
        }
    }

    /// After every input to the machine.
    fn settle(&self) {
        let machine = self.machine.borrow();
        let (state, deadline, needs_popup) = (machine.state(), machine.deadline(), machine.needs_popup());
        drop(machine);
        if !needs_popup {
            // In a task of its own: its own listener or interval may be what has called.
            let popup = self.popup.take();
            if popup.is_some() {
                spawn_local(async move { drop(popup) });
            }
        }
        let timer = deadline.map(|deadline| {
            let me = Weak::clone(&self.me);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is between the two")]
            let wait = (deadline - now()).clamp(0.0, LONGEST_WAIT) as u32;
            Timeout::new(wait, move || {
                if let Some(page) = me.upgrade() {
                    page.elapsed();
                }
            })
        });
        self.timer.replace(timer);
        self.watch.set(state);
    }

    fn elapsed(&self) {
        let used = self.machine.borrow().used();
        let has_to_renew = self.machine.borrow_mut().elapsed(now());
        if has_to_renew {
            self.renew(None);
        } else {
            self.keep(used.as_ref().map(|(id, _)| &**id));
            self.settle();
        }
    }

    /// Sends a request of the present sign-in, and those that follow from its answer.
    fn ask(&self, request: Option<Request>) {
        let Some(mut request) = request else {
            if self.machine.borrow().session().is_some() {
                self.keep(None);
            }
            return;
        };
        let (me, attempt) = (Weak::clone(&self.me), self.attempts.get());
        spawn_local(async move {
            loop {
                let response = fetch(request).await;
                let Some(page) = me.upgrade().filter(|page| page.attempts.get() == attempt) else { return };
                let next = page.machine.borrow_mut().answered(now(), response);
                let Some(next) = next else {
                    if page.machine.borrow().session().is_some() {
                        page.keep(None);
                    }
                    page.settle();
                    return;
                };
                request = next;
            }
        });
    }

    /// The popup has posted a message.
    fn message(&self, origin: &str, data: &HostValue) {
        let before = self.machine.borrow().needs_popup();
        let request = self.machine.borrow_mut().message(now(), origin, data);
        if before && !self.machine.borrow().needs_popup() {
            self.ask(request);
            self.settle();
        }
    }

    /// Renews the token, once at a time: in this page, and in all iframes of the extension. Whoever waits is told.
    fn renew(&self, waiting: Option<Renewed>) {
        let mut renewing = self.renewing.borrow_mut();
        let is_under_way = renewing.is_some();
        renewing.get_or_insert_default().extend(waiting);
        if is_under_way {
            return;
        }
        drop(renewing);
        let Some(page) = self.me.upgrade() else { return };
        spawn_local(async move {
            let key = page.options.key();
            let used = page.machine.borrow().used();
            let _lock = lock(&key).await;
            if Store::works() {
                if let Some(session) = page.stored() {
                    page.machine.borrow_mut().adopt(now(), session);
                }
            } else {
                // Without a storage the others are asked what they have.
                let (sender, receiver) = oneshot::channel::<()>();
                let _wait = Timeout::new(PEERS, move || drop(sender));
                page.post(&message("ask", None));
                let _ = receiver.await;
            }
            // A refresh token can be used once: another iframe may have been first.
            let request = page.machine.borrow().renewal(used.as_ref());
            if let Some(request) = request {
                let response = fetch(request).await;
                page.machine.borrow_mut().renewed(now(), used.as_ref(), response);
                page.keep(used.as_ref().map(|(id, _)| &**id));
            }
            page.settle();
            let result = page.machine.borrow().result();
            for waiting in page.renewing.take().into_iter().flatten() {
                // Nobody has to wait for it.
                let _ = waiting.send(result.clone());
            }
        });
    }
}

impl Backend for Page {
    fn watch(&self) -> &Watch {
        &self.watch
    }

    fn sign_in(&self, way: Option<Way>) {
        let Some(window) = platform::window().filter(|_| self.machine.borrow().can_begin()) else { return };
        let way = way.unwrap_or(if self.options.redirects { Way::Redirect } else { Way::Popup });
        self.attempts.set(self.attempts.get() + 1);
        let Some(random) = random() else {
            self.machine.borrow_mut().end(Some(SignInError::NoRandomNumbers));
            return self.settle();
        };
        let at = redirect::return_address(&self.options, &window, way == Way::Popup);
        let (url, attempt) = self.machine.borrow_mut().begin(now(), way, &random, at);
        let begun = match way {
            Way::Popup => popup::open(&window, &url).ok_or(SignInError::PopupBlocked).map(|opened| {
                let (receiving, looking) = (Weak::clone(&self.me), Weak::clone(&self.me));
                let popup = Popup::new(
                    &window,
                    opened,
                    move |origin, data| {
                        if let Some(page) = receiving.upgrade() {
                            page.message(origin, data);
                        }
                    },
                    move |is_closed| {
                        if let Some(page) = looking.upgrade() {
                            page.machine.borrow_mut().look(now(), is_closed);
                            page.settle();
                        }
                    },
                );
                self.popup.replace(Some(popup));
            }),
            Way::Redirect if redirect::leave(&self.options, &window, &attempt) => {
                window.location().assign(&url).map_err(|_| SignInError::RedirectUnfinished)
            }
            Way::Redirect => Err(SignInError::StorageBlocked),
        };
        if let Err(error) = begun {
            self.machine.borrow_mut().end(Some(error));
        }
        self.settle();
    }

    fn sign_out(&self) {
        let used = self.machine.borrow().used();
        self.attempts.set(self.attempts.get() + 1);
        let request = self.machine.borrow_mut().sign_out();
        if let Some(request) = request {
            self.keep(used.as_ref().map(|(id, _)| &**id));
            spawn_local(async move {
                let response = fetch(request).await;
                // A token that the server does not know needs no revoking. A good answer may have no content.
                let is_revoked = matches!(response, Response::Answered { status: 200..=299 | 401 | 404, .. });
                if let (false, Err(error)) = (is_revoked, values(response)) {
                    warn(&["the token was dropped here but not revoked: ", &error.to_string()].concat());
                }
            });
        }
        self.settle();
    }

    fn token(&self, refused: Option<&AccessToken>) -> oneshot::Receiver<TokenResult> {
        let (sender, receiver) = oneshot::channel();
        let used = self.machine.borrow().used();
        let token = self.machine.borrow_mut().token(now(), refused);
        match token {
            Token::Renew => self.renew(Some(sender)),
            Token::Known(result) => {
                if result.is_err() && used.is_some() {
                    self.keep(used.as_ref().map(|(id, _)| &**id));
                    self.settle();
                }
                // The receiver is there.
                let _ = sender.send(result);
            }
        }
        receiver
    }
}

/// A message to the other iframes.
fn message(kind: &str, member: Option<(&str, HostValue)>) -> HostValue {
    let mut members = vec![("kind", HostValue::text(kind))];
    members.extend(member);
    HostValue::object(members)
}
