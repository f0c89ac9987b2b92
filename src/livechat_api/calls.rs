//! Makes a call, and repeats it where that is safe.

use std::time::Duration;

use futures_channel::oneshot;
use livechat_api::{Attempts, Call, Retry, Servers};

use super::{call_error::CallError, region, transport};
use crate::{
    platform::{Timeout, parse_json},
    sign_in::SignInClient,
};

/// Makes a call with the agent's token.
pub(crate) async fn call<C: Call>(sign_in: &SignInClient, servers: &Servers, call: &C) -> Result<C::Answer, CallError> {
    let mut request = call.request(servers)?;
    if let Some(region) = region::known() {
        request = request.with_region(region);
    }
    let mut attempts = Attempts::new(call);
    let mut token = sign_in.token(None).await?;
    loop {
        let signed = request.clone().with_token(&livechat_api::AccessToken::new(token.as_str()));
        let (retry, error) = match transport::send(&signed).await {
            None => (attempts.after_no_answer(), CallError::NoAnswer),
            Some(answered) => match call.read_by(answered.status, &answered.body, parse_json) {
                Ok(answer) => return Ok(answer),
                Err(error) => (attempts.after_error(&error, answered.retry_after.as_deref()), error.into()),
            },
        };
        match retry {
            Retry::After(delay) => pause(delay).await,
            Retry::WithRegion(name) => {
                region::learn(&name);
                request = request.with_region(name);
            }
            Retry::WithNewToken => token = sign_in.token(Some(&token)).await?,
            Retry::No => return Err(error),
        }
    }
}

async fn pause(delay: Duration) {
    let (sender, receiver) = oneshot::channel();
    let milliseconds = u32::try_from(delay.as_millis()).unwrap_or(u32::MAX);
    // Fires only while it exists.
    let _timeout = Timeout::new(milliseconds, move || {
        // The receiver may be gone if the page's program is.
        let _ = sender.send(());
    });
    let _ = receiver.await;
}
