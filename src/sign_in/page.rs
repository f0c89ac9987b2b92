//! A page's sign-in: feeds events to the machine and carries out its requests.

use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};

use futures_channel::oneshot;
#[cfg(all(feature = "simulator", debug_assertions))]
use livechat_protocol::FakeServers;
use livechat_protocol::{Kind, Payload};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

use super::{
    answer::text,
    client::{Backend, SignInClient, TokenResult, Watch, Way},
    error::SignInError,
    io::{self, Io},
    machine::{Machine, Token, Used},
    options::SignIn,
    secret::AccessToken,
    session::Session,
    token_answer::Response,
    token_request::Request,
};
#[cfg(all(feature = "simulator", debug_assertions))]
use crate::bridge::fake_livechat;
use crate::platform::{self, HostValue, date as now};

thread_local! {
    /// A page has one sign-in, however many providers are mounted.
    static PAGE: RefCell<Weak<Page>> = const { RefCell::new(Weak::new()) };
}

/// The page's sign-in with these options, created on first use. A tested extension has its own, as if it were in
/// another iframe.
pub(crate) fn client_of(options: &Rc<SignIn>, is_tested: bool) -> SignInClient {
    let present = PAGE.with_borrow(Weak::upgrade).filter(|page| !is_tested && Rc::ptr_eq(&page.options, options));
    let page = present.unwrap_or_else(|| {
        let page = Page::start(Rc::clone(options));
        if !is_tested {
            PAGE.set(Rc::downgrade(&page));
        }
        page
    });
    SignInClient(page)
}

type OnReport = Closure<dyn Fn(u32, JsValue, f64, Option<String>)>;

/// One page's sign-in.
struct Page {
    options: Rc<SignIn>,
    machine: RefCell<Machine<HostValue>>,
    watch: Watch,
    /// How many changes of the machine's state were shown.
    shown: Cell<u32>,
    /// The script and its callback; `None` without a browser or without the script.
    io: Option<(Io, OnReport)>,
    /// The renewal in progress, and the requests that wait for it.
    renewing: RefCell<Option<Renewing>>,
    /// The simulator's fake LiveChat to sign in to.
    #[cfg(all(feature = "api", feature = "simulator", debug_assertions))]
    fake: Option<FakeServers>,
}

struct Renewing {
    used: Option<Used>,
    waiting: Vec<oneshot::Sender<TokenResult>>,
}

impl Page {
    /// Starts the page's sign-in, as it was stored or as a redirect returned it.
    fn start(options: Rc<SignIn>) -> Rc<Self> {
        #[cfg(all(feature = "simulator", debug_assertions))]
        let fake = if options.accounts.is_none() { fake_livechat() } else { None };
        let chosen = Rc::clone(&options);
        #[cfg(all(feature = "simulator", debug_assertions))]
        let chosen = match &fake {
            Some(fake) => Rc::new(SignIn::clone(&chosen).accounts_url(fake.accounts())),
            None => chosen,
        };
        let machine = Machine::new(Rc::clone(&chosen));
        let watch = Watch::new(machine.state());
        let page = Rc::new_cyclic(|me: &Weak<Self>| {
            let me = Weak::clone(me);
            let io = platform::window().and_then(|_| {
                let on: OnReport = Closure::new(move |kind, value, number, text: Option<String>| {
                    if let Some(page) = me.upgrade() {
                        page.reported(kind, &HostValue::from(value), number, text.as_deref().unwrap_or_default());
                    }
                });
                let io = io::io(&chosen.key(), on.as_ref().unchecked_ref()).ok()?;
                Some((io, on))
            });
            Self {
                options,
                machine: RefCell::new(machine),
                watch,
                shown: Cell::default(),
                io,
                renewing: RefCell::default(),
                #[cfg(all(feature = "api", feature = "simulator", debug_assertions))]
                fake,
            }
        });
        page.resume();
        page
    }

    /// Continues a sign-in from before this page was loaded.
    fn resume(&self) {
        let Some(io) = self.io() else { return };
        let start = HostValue::from(io.start());
        let is_set = |name: &str| start.member(name).is_some_and(|flag| flag.as_bool() == Some(true));
        let mut machine = self.machine.borrow_mut();
        machine.is_at(text(&start, "own").unwrap_or_default());
        machine.adopt_value(now(), start.member("session").as_ref());
        let request = match start.member("answer").zip(start.member("attempt")) {
            Some((answer, attempt)) => machine.returned(now(), &attempt, &answer),
            None => {
                if is_set("hasLeft") && machine.can_begin() {
                    machine.end(Some(SignInError::RedirectUnfinished));
                }
                None
            }
        };
        let redirects = self.options.redirects && is_set("isFirst") && machine.can_begin();
        drop(machine);
        self.go_on(request, None);
        if redirects {
            self.sign_in(Some(Way::Redirect));
        }
    }

    fn io(&self) -> Option<&Io> {
        self.io.as_ref().map(|(io, _)| io)
    }

    /// Handles an event.
    fn reported(&self, kind: u32, value: &HostValue, number: f64, origin: &str) {
        let mut machine = self.machine.borrow_mut();
        let used = machine.used();
        let now = now();
        let mut request = None;
        match kind {
            io::MESSAGE => request = machine.message(now, origin, value),
            io::LOOK => machine.look(now, number > 0.0),
            io::ANSWER => request = machine.answered(now, response(value, number)),
            io::HEARD => self.heard(&mut machine, value, number > 0.0),
            io::STORED if value.kind() == Kind::Nothing => machine.forget(None),
            io::STORED => machine.adopt_value(now, Some(value)),
            io::LOCKED => {
                machine.adopt_value(now, Some(value));
                // A refresh token works once, and another iframe may have used it.
                let renewing = self.renewing.borrow();
                let used = renewing.as_ref().and_then(|renewing| renewing.used.as_ref());
                if let Some(request) = machine.renewal(used) {
                    return self.send(io::RENEWAL, &request);
                }
                drop(renewing);
                self.renewed(&machine);
            }
            io::RENEWAL => {
                let renewing = self.renewing.borrow();
                let used = renewing.as_ref().and_then(|renewing| renewing.used.as_ref());
                machine.renewed(now, used, response(value, number));
                drop(renewing);
            }
            io::TIMER if machine.elapsed(now) => {
                drop(machine);
                return self.renew(used, None);
            }
            _ => {}
        }
        // A message from another iframe, or a stored state, is not passed on again.
        let before = if matches!(kind, io::HEARD | io::STORED) { machine.used() } else { used };
        drop(machine);
        self.go_on(request, before);
        if kind == io::RENEWAL {
            self.renewed(&self.machine.borrow());
        }
    }

    /// Handles a message from another iframe. It may be in another browser tab, with a different sign-in.
    fn heard(&self, machine: &mut Machine<HostValue>, message: &HostValue, has_storage: bool) {
        if message.member("ask").is_some() {
            self.keep(machine, None);
        } else if let Some(id) = text(message, "ended") {
            machine.forget(Some(&id));
        } else if let Some(session) = message.member("session").as_ref().and_then(Session::from_value) {
            // Without storage, a message is the only way to get this browser tab's sign-in.
            if machine.session().map_or(!has_storage, |own| own.id == session.id) {
                machine.adopt(now(), session);
            }
        }
    }

    /// After every input to the machine: sends its request, stores a new token or the end of the sign-in, and shows
    /// the state. `before` is the previous token.
    fn go_on(&self, request: Option<Request>, before: Option<Used>) {
        if let Some(request) = request {
            self.send(io::ANSWER, &request);
        }
        let machine = self.machine.borrow();
        if machine.used() != before {
            self.keep(&machine, before.as_ref());
        }
        if let Some(io) = self.io() {
            if !machine.needs_popup() {
                io.close();
            }
            io.after(machine.deadline().map_or(-1.0, |deadline| (deadline - now()).max(0.0)));
        }
        let (changes, state) = (machine.changes(), machine.state());
        drop(machine);
        if self.shown.replace(changes) != changes {
            self.watch.set(state);
        }
    }

    fn keep(&self, machine: &Machine<HostValue>, before: Option<&Used>) {
        let Some(io) = self.io() else { return };
        match machine.session() {
            Some(session) => io.keep(session.value.as_js(), None),
            None if before.is_some() => io.keep(&JsValue::NULL, before.map(|(id, _)| &**id)),
            None => {}
        }
    }

    fn send(&self, kind: u32, request: &Request) {
        let Some(io) = self.io() else { return };
        let body = request.body_value::<HostValue>();
        let body = if request.body.is_empty() { &JsValue::NULL } else { body.as_js() };
        io.send(kind, request.method, &request.url, request.bearer.as_deref(), body);
    }

    /// Renews the token, one renewal at a time in all iframes of the extension, and sends the result to every request that waits for it.
    fn renew(&self, used: Option<Used>, waiting: Option<oneshot::Sender<TokenResult>>) {
        let mut renewing = self.renewing.borrow_mut();
        let is_under_way = renewing.is_some();
        renewing.get_or_insert(Renewing { used, waiting: Vec::new() }).waiting.extend(waiting);
        drop(renewing);
        if let (Some(io), false) = (self.io(), is_under_way) {
            io.lock();
        }
    }

    fn renewed(&self, machine: &Machine<HostValue>) {
        if let Some(io) = self.io() {
            io.unlock();
        }
        for waiting in self.renewing.take().into_iter().flat_map(|renewing| renewing.waiting) {
            // The receiver may be gone.
            let _ = waiting.send(machine.result());
        }
    }
}

impl Backend for Page {
    #[cfg(all(feature = "api", feature = "simulator", debug_assertions))]
    fn fake(&self) -> Option<&FakeServers> {
        self.fake.as_ref()
    }

    fn watch(&self) -> &Watch {
        &self.watch
    }

    fn sign_in(&self, way: Option<Way>) {
        let mut machine = self.machine.borrow_mut();
        if !machine.can_begin() {
            return;
        }
        let way = way.unwrap_or(if self.options.redirects { Way::Redirect } else { Way::Popup });
        let begun = (|| {
            let io = self.io().ok_or(SignInError::ScriptMissing)?;
            let random = |length| io.random(length).ok_or(SignInError::InsecurePage);
            let address = self.options.redirect_uri.clone();
            let address = address.unwrap_or_else(|| io.address(way == Way::Popup));
            let (parameters, attempt) = machine.begin(now(), way, random(16)?, random(32)?, address);
            let (server, parameters, attempt) = (machine.server(), parameters.as_js(), attempt.as_js());
            match way {
                Way::Popup if !io.open(server, parameters, attempt) => Err(SignInError::PopupBlocked),
                Way::Redirect if !io.leave(server, parameters, attempt) => Err(SignInError::StorageBlocked),
                _ => Ok(()),
            }
        })();
        if let Err(error) = begun {
            machine.end(Some(error));
        }
        drop(machine);
        self.go_on(None, None);
    }

    fn sign_out(&self) {
        let mut machine = self.machine.borrow_mut();
        let (used, request) = (machine.used(), machine.sign_out());
        drop(machine);
        if let Some(request) = request {
            self.send(io::UNHEARD, &request);
        }
        self.go_on(None, used);
    }

    fn token(&self, refused: Option<&AccessToken>) -> oneshot::Receiver<TokenResult> {
        let (sender, receiver) = oneshot::channel();
        let mut machine = self.machine.borrow_mut();
        let (used, token) = (machine.used(), machine.token(now(), refused));
        drop(machine);
        match token {
            Token::Renew => self.renew(used, Some(sender)),
            Token::Known(result) => {
                self.go_on(None, used);
                // The receiver exists.
                let _ = sender.send(result);
            }
        }
        receiver
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if let Some(io) = self.io() {
            io.end();
        }
    }
}

fn response(body: &HostValue, status: f64) -> Response<HostValue> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a status of HTTP, or 0 or 1")]
    match status as u16 {
        io::UNREACHABLE => Response::Unreachable,
        io::UNREADABLE => Response::Unreadable,
        status => Response::Answered { status, body: Some(body.clone()) },
    }
}
