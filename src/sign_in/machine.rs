//! The sign-in as a state machine without I/O.
//!
//! Time is in milliseconds since 1970, because tokens outlive the page. Each input returns what to do next;
//! [`Machine::state`] returns the state.

use std::rc::Rc;

use livechat_protocol::Payload;

use super::{
    answer::{Answer, text, token},
    attempt::Attempt,
    authorize_parameters::authorize_parameters,
    client::{TokenResult, Way},
    error::SignInError,
    options::SignIn,
    secret::{self, AccessToken},
    session::Session,
    state::SignInState,
    token_answer::{self, Response, is_final},
    token_request::Request,
};

/// How often the popup must look closed before it counts as closed. Its last message may still be in flight.
const CLOSED_LOOKS: u8 = 2;

/// One page's sign-in.
pub(super) struct Machine<P> {
    options: Rc<SignIn>,
    /// The origin that the callback page posts from.
    own_origin: String,
    phase: Phase<P>,
    changes: u32,
}

enum Phase<P> {
    SignedOut(Option<SignInError>),
    /// The popup is open until the deadline, and has looked closed this many times.
    InPopup {
        attempt: Attempt,
        deadline: f64,
        closed: u8,
    },
    /// The page is being unloaded.
    Redirecting,
    /// The server is being asked for the missing values.
    Asking {
        attempt: Attempt,
        values: P,
        has_info: bool,
    },
    SignedIn(Session<P>),
}

/// How to get a token.
pub(super) enum Token {
    /// The token, or why there is none.
    Known(TokenResult),
    /// It must be renewed first.
    Renew,
}

/// A sign-in and its token, which later shows whether another iframe has renewed it.
pub(super) type Used = (Rc<str>, AccessToken);

impl<P: Payload> Machine<P> {
    pub(super) fn new(options: Rc<SignIn>) -> Self {
        Self { options, own_origin: String::new(), phase: Phase::SignedOut(None), changes: 0 }
    }

    /// The page's origin.
    pub(super) fn is_at(&mut self, origin: String) {
        self.own_origin = origin;
    }

    /// The accounts server.
    pub(super) fn server(&self) -> &str {
        self.options.accounts()
    }

    fn set(&mut self, phase: Phase<P>) {
        self.phase = phase;
        self.changes += 1;
    }

    /// Counts the changes of the state.
    pub(super) fn changes(&self) -> u32 {
        self.changes
    }

    /// The state that components see.
    pub(super) fn state(&self) -> SignInState {
        match &self.phase {
            Phase::SignedOut(reason) => SignInState::SignedOut { reason: reason.clone() },
            Phase::InPopup { .. } | Phase::Redirecting | Phase::Asking { .. } => SignInState::SigningIn,
            Phase::SignedIn(session) => SignInState::SignedIn(session.account()),
        }
    }

    pub(super) fn session(&self) -> Option<&Session<P>> {
        match &self.phase {
            Phase::SignedIn(session) => Some(session),
            _ => None,
        }
    }

    /// Whether the popup must stay open.
    pub(super) fn needs_popup(&self) -> bool {
        matches!(self.phase, Phase::InPopup { .. })
    }

    /// Whether a sign-in can begin: none is in progress, and nobody is signed in.
    pub(super) fn can_begin(&self) -> bool {
        matches!(self.phase, Phase::SignedOut(_))
    }

    /// Begins a sign-in with random texts. Returns the parameters of the page to open, and the attempt, which is
    /// stored if the iframe is about to be redirected.
    pub(super) fn begin(
        &mut self,
        now: f64,
        way: Way,
        state: String,
        verifier: String,
        redirect_uri: String,
    ) -> (P, P) {
        let attempt = Attempt { state, verifier, redirect_uri };
        let begun = (authorize_parameters(&self.options, &attempt, way), attempt.to_value());
        let phase = match way {
            Way::Popup => {
                let deadline = now + self.options.timeout.as_secs_f64() * 1000.0;
                Phase::InPopup { attempt, deadline, closed: 0 }
            }
            Way::Redirect => Phase::Redirecting,
        };
        self.set(phase);
        begun
    }

    /// Ends the sign-in, for this reason.
    pub(super) fn end(&mut self, reason: Option<SignInError>) {
        self.set(Phase::SignedOut(reason));
    }

    /// Handles a periodic check of the popup.
    pub(super) fn look(&mut self, now: f64, is_closed: bool) {
        let Phase::InPopup { deadline, closed, .. } = &mut self.phase else { return };
        *closed = if is_closed { *closed + 1 } else { 0 };
        if *closed >= CLOSED_LOOKS {
            self.end(Some(SignInError::PopupClosed));
        } else if now >= *deadline {
            self.end(Some(SignInError::TimedOut));
        }
    }

    /// Handles a message from the popup. Accepted from the origin of the callback page or of the accounts page.
    pub(super) fn message(&mut self, now: f64, origin: &str, data: &P) -> Option<Request> {
        let Phase::InPopup { attempt, .. } = &self.phase else { return None };
        let mut answer = None;
        if origin == self.own_origin {
            answer = Answer::of_callback(data);
        }
        if answer.is_none() && self.options.is_accounts_origin(origin) {
            answer = Answer::of_message(data);
        }
        let attempt = attempt.clone();
        self.answer(now, attempt, answer?)
    }

    /// Handles the return from a redirect, with an answer in the address.
    pub(super) fn returned(&mut self, now: f64, attempt: &P, answer: &P) -> Option<Request> {
        self.answer(now, Attempt::from_value(attempt), Answer::of(answer))
    }

    /// Another iframe has ended its sign-in: ends this one if it is the same.
    pub(super) fn forget(&mut self, id: Option<&str>) {
        if self.session().is_some_and(|session| id.is_none_or(|id| *id == *session.id)) {
            self.end(None);
        }
    }

    /// Takes over a stored sign-in.
    pub(super) fn adopt_value(&mut self, now: f64, stored: Option<&P>) {
        if let Some(session) = stored.and_then(Session::from_value) {
            self.adopt(now, session);
        }
    }

    fn answer(&mut self, now: f64, attempt: Attempt, answer: Answer<P>) -> Option<Request> {
        let has_its_state = answer.state.as_deref().is_some_and(|state| secret::same(state, &attempt.state));
        // A refusal by message from the accounts page does not repeat the state.
        if !has_its_state && (answer.refusal.is_none() || answer.state.is_some()) {
            self.end(Some(SignInError::StateMismatch));
            return None;
        }
        if let Some(refusal) = answer.refusal {
            self.end(Some(refusal.into_error()));
            return None;
        }
        if self.options.is_implicit {
            return self.go_on(now, attempt, answer.values, P::null(), false);
        }
        let Some(code) = answer.code else {
            self.end(Some(SignInError::WrongAnswer { what: "it has no `code`" }));
            return None;
        };
        let request = Request::exchange(&self.options, &attempt, code);
        // Tokens are accepted only from the server.
        self.set(Phase::Asking { attempt, values: P::null(), has_info: false });
        Some(request)
    }

    /// Handles the server's answer to a request of this sign-in.
    pub(super) fn answered(&mut self, now: f64, response: Response<P>) -> Option<Request> {
        let Phase::Asking { attempt, values, has_info } = &self.phase else { return None };
        let (attempt, known, has_info) = (attempt.clone(), values.clone(), *has_info);
        match token_answer::values(response) {
            Ok(answer) => self.go_on(now, attempt, answer, known, has_info),
            Err(error) => {
                self.end(Some(error));
                None
            }
        }
    }

    /// Requests the missing values, once, or finishes.
    fn go_on(&mut self, now: f64, attempt: Attempt, answer: P, known: P, has_info: bool) -> Option<Request> {
        if !has_info
            && Session::lacks(&answer, &known)
            && let Some(token) = text(&answer, "access_token").and_then(token)
        {
            self.set(Phase::Asking { attempt, values: answer, has_info: true });
            return Some(Request::info(&self.options, token));
        }
        // The state is random and already used, so it can identify the sign-in for its iframes.
        self.set(match Session::new(&attempt.state, &answer, &known, &self.options.client_id, now) {
            Ok(session) => Phase::SignedIn(session),
            Err(error) => Phase::SignedOut(Some(error)),
        });
        None
    }

    /// Takes over a sign-in that was stored or that another iframe has.
    pub(super) fn adopt(&mut self, now: f64, session: Session<P>) {
        match &self.phase {
            Phase::SignedIn(own) if own.id == session.id && own.number >= session.number => {}
            Phase::SignedOut(_) | Phase::SignedIn(_)
                if session.refresh_token().is_some() || !session.has_expired(now) =>
            {
                self.set(Phase::SignedIn(session));
            }
            _ => {}
        }
    }

    /// The current sign-in and its token.
    pub(super) fn used(&self) -> Option<Used> {
        self.session().map(|session| (Rc::clone(&session.id), session.token.clone()))
    }

    /// A token, or what to do to get one. `refused` is a token that LiveChat's API refused with status 401.
    pub(super) fn token(&mut self, now: f64, refused: Option<&AccessToken>) -> Token {
        if let Phase::SignedIn(session) = &self.phase {
            if !session.has_expired(now) && refused != Some(&session.token) {
                return Token::Known(Ok(session.token.clone()));
            }
            if session.refresh_token().is_some() {
                return Token::Renew;
            }
            self.end(Some(SignInError::Expired));
        }
        Token::Known(self.result())
    }

    /// The outcome of a renewal: a token, or why there is none.
    pub(super) fn result(&self) -> TokenResult {
        match &self.phase {
            Phase::SignedIn(session) => match &session.failure {
                Some(failure) => Err(failure.clone()),
                None => Ok(session.token.clone()),
            },
            Phase::SignedOut(Some(reason)) => Err(reason.clone()),
            _ => Err(SignInError::NotSignedIn),
        }
    }

    /// The request that renews the token that was used; `None` if there is a newer token, or nothing to renew.
    pub(super) fn renewal(&self, used: Option<&Used>) -> Option<Request> {
        let session = self.session().filter(|session| used.is_some_and(|(_, token)| *token == session.token))?;
        Some(Request::refresh(&self.options, session.refresh_token()?))
    }

    /// Handles the server's answer to that request. A refusal ends the sign-in; any other failure does not.
    pub(super) fn renewed(&mut self, now: f64, used: Option<&Used>, response: Response<P>) {
        let renewed = token_answer::values(response);
        let Phase::SignedIn(session) = &mut self.phase else { return };
        if used.is_none_or(|(id, _)| *id != session.id) {
            return;
        }
        let renewed = renewed.and_then(|answer| {
            // The old token must not count as an answer.
            let known = session.value.with_member("access_token", P::null());
            Session::new(&session.id, &answer, &known, &self.options.client_id, now)
        });
        match renewed {
            Err(error) if is_final(&error) => self.end(Some(SignInError::Expired)),
            Err(error) => session.renew_later(now, error),
            Ok(renewed) => self.set(Phase::SignedIn(renewed)),
        }
    }

    /// Signs out. Returns the request that revokes the token.
    pub(super) fn sign_out(&mut self) -> Option<Request> {
        let request = self.session().map(|session| Request::revoke(&self.options, session.token.as_str().to_owned()));
        self.end(None);
        request
    }

    /// When the token must be renewed, or else expires.
    pub(super) fn deadline(&self) -> Option<f64> {
        self.session().map(|session| session.renew_at)
    }

    /// Handles the passing of time. Returns whether the token must be renewed.
    pub(super) fn elapsed(&mut self, now: f64) -> bool {
        let Phase::SignedIn(session) = &self.phase else { return false };
        if session.refresh_token().is_some() {
            return now >= session.renew_at;
        }
        if session.has_expired(now) {
            self.end(Some(SignInError::Expired));
        }
        false
    }
}

#[cfg(test)]
mod tests;
