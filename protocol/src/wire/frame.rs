//! Frames of the trusted driver, the wire format of `@livechat/postmessage`:
//! `{"@@livechat/postmessenger": true, owner, instance, type, data, request}`, both ways.

use std::borrow::Cow;

use super::{
    decode::{DecodeError, Reader},
    id::Id,
    payload::{Kind, Payload},
    words::words,
};

/// The member that marks a [`Frame`].
pub const FINGERPRINT: &str = "@@livechat/postmessenger";

/// The method that both sides of the trusted driver call.
pub(crate) const METHOD: &str = "handle";

/// The connection that a message belongs to; the host chooses both values, the extension echoes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Identifies one instance of the host's library.
    pub owner: String,
    /// Counts that instance's connections.
    pub instance: i64,
}

impl Link {
    /// Whether the same instance of the library replaced the other connection by this one.
    pub(crate) fn supersedes(&self, other: &Self) -> bool {
        self.owner == other.owner && self.instance > other.instance
    }
}

/// One message of the trusted driver.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame<P> {
    /// The connection it belongs to.
    pub link: Link,
    /// `type` and `data`.
    pub body: Body<P>,
    /// The number of the request, or of the request that is answered; `null` for handshakes.
    pub request: Option<i64>,
    /// In a response: the origin that the request was received from, as the library adds it.
    pub origin: Option<String>,
}

/// The content of a message: its `type` with its `data`.
#[derive(Clone, Debug, PartialEq)]
pub enum Body<P> {
    /// `handshake`: the host looks for the extension. The data can be anything; the Agent App sends `{}`.
    Handshake(P),
    /// `call`: a method of the other side, with arguments.
    Call {
        /// The method; the Agent App and the SDK use only `handle`.
        method: Cow<'static, str>,
        /// Its arguments.
        args: Vec<P>,
    },
    /// `response`: whether the call succeeded, with the result if it has one.
    Response(Result<Option<P>, RemoteError>),
    /// Anything else: `emit` and `handshake_echo` exist in the library and are not used here.
    Other,
}

/// An error with which the other side answered a call.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct RemoteError {
    /// The message, as the other side wrote it.
    pub message: String,
    /// A code, if the other side gave one.
    pub code: Option<Id>,
}

impl<P: Payload> Frame<P> {
    /// Decodes a message; `None` if it is not marked as one.
    ///
    /// # Errors
    /// If it is marked but has another shape; the error names the field.
    pub fn from_wire(value: &P) -> Option<Result<Self, DecodeError>> {
        Self::is_marked(value).then(|| Self::read(&Reader::new(value.clone())))
    }

    /// Whether the value is marked as a message of the trusted driver.
    pub(crate) fn is_marked(value: &P) -> bool {
        value.member(FINGERPRINT).and_then(|mark| mark.as_bool()) == Some(true)
    }

    fn read(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let (kind, data) = (from.member("type")?, from.member("data")?);
        let is = |word| kind.value().is_word(word);
        Ok(Self {
            link: Link { owner: from.member("owner")?.text()?, instance: from.member("instance")?.integer()? },
            body: if is("call") {
                let args = data.member("args")?.items(|item| Ok(item.value().clone()))?;
                Body::Call { method: read_method(&data.member("method")?)?, args }
            } else if is("response") {
                Body::Response(read_answer(&data)?)
            } else if is("handshake") {
                Body::Handshake(data.value().clone())
            } else {
                kind.text().map(|_| Body::Other)?
            },
            request: match from.member("request")? {
                request if request.value().as_number().is_none() && request.kind() == Kind::Nothing => None,
                request => Some(request.integer()?),
            },
            origin: match from.member("origin")? {
                origin if origin.kind() == Kind::Nothing => None,
                origin => Some(origin.text()?),
            },
        })
    }

    /// An encoded message as the answer to another request.
    pub(crate) fn renumbered(wire: &P, request: Option<i64>) -> P {
        wire.with_member("request", request.map_or_else(P::null, number))
    }

    /// Encodes the message.
    #[must_use]
    pub fn to_wire(&self) -> P {
        let (kind, data) = match &self.body {
            Body::Handshake(data) => ("handshake", data.clone()),
            Body::Call { method, args } => {
                ("call", P::object(vec![("method", P::text(method)), ("args", P::list(args.clone()))]))
            }
            Body::Response(answer) => ("response", write_answer(answer)),
            Body::Other => ("emit", P::null()),
        };
        let mut members = vec![
            (FINGERPRINT, P::bool(true)),
            ("owner", P::text(&self.link.owner)),
            ("instance", number(self.link.instance)),
            ("type", P::text(kind)),
            ("data", data),
            ("request", self.request.map_or_else(P::null, number)),
        ];
        if let Some(origin) = &self.origin {
            members.push(("origin", P::text(origin)));
        }
        P::object(members)
    }
}

/// The known method without copying its name, or another method's name.
fn read_method<P: Payload>(from: &Reader<'_, P>) -> Result<Cow<'static, str>, DecodeError> {
    if from.value().is_word(METHOD) { Ok(METHOD.into()) } else { from.text().map(Cow::from) }
}

fn read_answer<P: Payload>(data: &Reader<'_, P>) -> Result<Result<Option<P>, RemoteError>, DecodeError> {
    let result = data.member("result")?;
    if !data.required::<bool>("error")? {
        return Ok(Ok(Some(result.value().clone()).filter(|result| result.kind() != Kind::Nothing)));
    }
    let error = result.member("error")?;
    if result.required("real")? {
        // A code of another type must not lose the message.
        let code = error.optional("code").unwrap_or_default();
        return Ok(Err(RemoteError { message: as_words(&error.member("message")?)?, code }));
    }
    Ok(Err(RemoteError { message: as_words(&error)?, code: None }))
}

/// A thrown value as text, for display only.
fn as_words<P: Payload>(thrown: &Reader<'_, P>) -> Result<String, DecodeError> {
    thrown.text().or_else(|_| words(thrown))
}

#[expect(clippy::cast_precision_loss, reason = "these numbers came from JavaScript or count up from 0")]
fn number<P: Payload>(value: i64) -> P {
    P::number(value as f64)
}

fn write_answer<P: Payload>(answer: &Result<Option<P>, RemoteError>) -> P {
    let mut members = vec![("error", P::bool(answer.is_err()))];
    match answer {
        Ok(None) => {}
        Ok(Some(result)) => members.push(("result", result.clone())),
        Err(error) => {
            let mut fields = vec![("message", P::text(&error.message))];
            match &error.code {
                None => {}
                Some(Id::Text(code)) => fields.push(("code", P::text(code))),
                Some(Id::Number(code)) => fields.push(("code", number(*code))),
            }
            let result = P::object(vec![("real", P::bool(true)), ("error", P::object(fields))]);
            members.push(("result", result));
        }
    }
    P::object(members)
}
