//! The page that signs in on request of the test.

use std::rc::Rc;

use serde_json::Value;
use yew::prelude::*;
use yew_livechat::prelude::*;

use super::outcome::outcome;
use crate::{call::Called, published::use_published};

/// `authorize` begins a sign-in, with a redirect or a popup; `outcome` returns its outcome; `sign_out` forgets it.
#[component]
pub(crate) fn SignInPage() -> Html {
    let sign_in = use_sign_in();
    use_published(Rc::new(move |method, arguments| {
        let called = match method {
            "authorize" => {
                match arguments.read::<String>(0)?.as_str() {
                    "redirect" => sign_in.sign_in_by_redirect(),
                    _ => sign_in.sign_in(),
                }
                Called::Found(Value::Null)
            }
            "sign_out" => {
                sign_in.sign_out();
                Called::Found(Value::Null)
            }
            "outcome" => Called::Later(Box::pin(outcome(sign_in.clone()))),
            _ => return Ok(None),
        };
        Ok(Some(called))
    }))
}
