//! Any messages and answers, in any order.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::world::{ACCOUNTS, OWN, STATE, World};

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(json!(STATE)),
        Just(json!("dal:one")),
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
        Just(json!([])),
        Just(json!({})),
    ];
    const NAMES: &[&str] = &[
        "state",
        "code",
        "access_token",
        "refresh_token",
        "expires_in",
        "scope",
        "scopes",
        "account_id",
        "organization_id",
        "error",
        "oauth_exception",
        "id",
        "number",
        "expires_at",
        "renew_at",
        "session",
        "ended",
        "__proto__",
    ];
    let object = prop::collection::vec((prop::sample::select(NAMES), leaf), 0..8)
        .prop_map(|members| Value::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()));
    (object, 0..5_u8).prop_map(|(object, form)| match form {
        0 => json!({ "data": object }),
        1 => json!({ "error": object }),
        2 => json!({ "yewLivechatSignIn": object }),
        3 => json!({ "session": object }),
        _ => object,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_sequence_throws_or_signs_in_without_an_exchange(
        steps in prop::collection::vec((0..8_u8, any_value(), any::<bool>(), 100..700_u16), 0..24),
    ) {
        let world = World::in_popup(&json!({ "client_id": "app" }));
        let mut has_asked = false;
        for (step, value, flag, status) in steps {
            has_asked |= world.has_request();
            match step {
                0..=2 => world.message(if flag { OWN } else { ACCOUNTS }, &value),
                3 | 4 if world.has_request() => world.answer(status, &value),
                5 => world.hear(&value),
                6 => world.pass(f64::from(status)),
                7 => world.ask_for_token(None),
                _ => {}
            }
            prop_assert!(has_asked || world.phase() != "SIGNED_IN");
            let report = world.report();
            prop_assert!(report[1].is_number() && (2..5).all(|index| report[index].is_string()), "{report}");
        }
    }
}
