//! Random values, generated from a seed that a failure reports.

use browser_tests::page::until;
use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    framed::{Framed, js},
    report::report,
};

/// The number of values.
const VALUES: u32 = 1_000;

/// Creates a generator of values that are determined by the seed.
const GENERATOR: &str = r"seed => {
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  const below = limit => Math.floor(random() * limit);
  const pick = list => list[below(list.length)];
  const names = ['id', 'name', 'chat', 'event_name', 'event_data', '@@livechat/postmessenger', 'type', 'data', 'args',
    'owner', 'instance', 'request', 'length', 'then', 'toJSON', 'constructor', '__proto__', 'theme', 'session_id', ''];
  const text = () => String.fromCharCode(...Array.from({length: below(12)}, () => below(2 ** 16)));
  const leaves = [
    () => null,
    () => undefined,
    () => random() < 0.5,
    () => below(7) - 3,
    () => (random() - 0.5) * 10 ** below(310),
    () => pick([NaN, Infinity, -Infinity, -0, 2 ** 53, Number.MIN_VALUE]),
    () => BigInt(below(2 ** 31)) ** BigInt(below(9)),
    text,
    () => pick(names),
    () => 'livechat:' + pick(names),
    () => new Date(below(2 ** 31) * (random() < 0.2 ? NaN : 1)),
    () => new RegExp('x', 'g'),
    () => new Error(text()),
    () => new Uint8Array(below(9)),
    () => new ArrayBuffer(below(9)),
    () => new Blob([text()]),
    () => Object(pick([1, 'x', true, 1n])),
    // The remains of functions and classes after cloning.
    () => Object.assign(new (class { method() {} })(), {field: 1}),
    () => [, () => {}, ,].slice(2),
  ];
  const value = depth => {
    if (depth === 0 || random() < 0.4) return pick(leaves)();
    const inner = () => value(depth - 1);
    switch (below(5)) {
      case 0: return Array.from({length: below(6)}, inner);
      case 1: return new Map(Array.from({length: below(4)}, () => [inner(), inner()]));
      case 2: return new Set(Array.from({length: below(4)}, inner));
      case 3: { const cycle = {inner: inner()}; cycle.cycle = cycle; return cycle; }
      default: {
        const object = {};
        for (let count = below(6); count > 0; count--) {
          Object.defineProperty(object, pick(names), {value: inner(), enumerable: true, configurable: true, writable: true});
        }
        return object;
      }
    }
  };
  return () => value(below(5));
}";

#[wasm_bindgen_test]
async fn fault_13_a_thousand_random_values_are_ignored() {
    let seed = js("Math.floor(Math.random() * 2 ** 32)");
    let told = format!("seed {}", seed.as_f64().unwrap());
    report(&format!("random values: {told}"));
    let generator = js(GENERATOR).unchecked_into::<Function>().call1(&JsValue::NULL, &seed).unwrap();
    let generator = generator.unchecked_into::<Function>();
    let next = || generator.call0(&JsValue::NULL).unwrap_or_else(|error| panic!("{told}: {error:?}"));

    let mut extension = Framed::connected().await;
    let posted = extension.frame.received.borrow().len();
    for number in 0..VALUES {
        // As a message, as an event, and as an event's data.
        extension.frame.post_value(&next()).unwrap_or_else(|error| panic!("{told}, {number}: {error:?}"));
        extension.post_argument(&next()).unwrap_or_else(|error| panic!("{told}, {number}: {error:?}"));
        for name in ["customer_profile", "change_theme", "authorize", "anything"] {
            extension.post_event(name, &next()).unwrap_or_else(|error| panic!("{told}, {number}: {error:?}"));
        }
    }
    extension.still_works(&told).await;
    // Every event with a custom name reached the app, whatever its data.
    let anything = extension.observed.names.borrow().iter().filter(|name| *name == "anything").count();
    assert!(anything >= VALUES as usize, "{told}");
    // Each call was answered, including the final valid one, and nothing else was posted.
    let answers = 5 * VALUES as usize + 1;
    until(&format!("{answers} answers, {told}"), || extension.frame.received.borrow().len() - posted >= answers).await;
    assert_eq!(extension.frame.received.borrow().len() - posted, answers, "{told}");
    // Random messages are not frames; a random argument is an event only if it looks like one.
    let refused = || extension.observed.connection.borrow().as_ref().map_or(0, |connection| connection.refused);
    until(&format!("{VALUES} refusals, {told}"), || refused() >= u64::from(VALUES)).await;
}
