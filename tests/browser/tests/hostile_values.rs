//! More than a hundred values that try to break decoding; after each, a valid event works.

use browser_tests::page::until;
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::framed::{Framed, js};

/// JavaScript expressions with values that can be cloned.
const VALUES: &[&str] = &[
    // Nothing, booleans and numbers.
    "null",
    "undefined",
    "true",
    "false",
    "0",
    "-0",
    "NaN",
    "Infinity",
    "-Infinity",
    "Number.MAX_VALUE",
    "Number.MIN_VALUE",
    "-Number.EPSILON",
    "2 ** 53",
    "2 ** 53 + 2",
    "-(2 ** 63)",
    "1e308 * 1.7",
    "0n",
    "-1n",
    "2n ** 64n",
    "2n ** 65536n",
    // Text.
    "''",
    "'\\u0000'",
    "'\\ud800'",
    "'\\udc00\\ud800'",
    "'\\uffff\\ufeff\\u202e\\u2028'",
    "'__proto__'",
    "'constructor'",
    "'livechat:'",
    "'livechat:customer_profile'",
    "'x'.repeat(2 ** 22)",
    "'\\u{1f600}'.repeat(2 ** 20)",
    "'\\ud800'.repeat(2 ** 20)",
    "'[object Object]'",
    "'{\"id\":\"C1\"}'",
    // Lists.
    "[]",
    "[[]]",
    "[undefined]",
    "new Array(5)",
    "new Array(2 ** 32 - 1)",
    "new Array(1e6).fill(0)",
    "new Array(10001).fill({id: 'x'})",
    "Object.assign([], {id: 'x', length: 3, event_name: 'livechat:x'})",
    "Object.assign(['id'], {'-1': 'x', '4294967295': 'y'})",
    "(() => { const list = []; list[2 ** 31] = 1; return list; })()",
    "(() => { const list = []; list.push(list); return list; })()",
    "(() => { const list = [1]; list.__proto__ = {id: 'x'}; return list; })()",
    "['livechat:customer_profile', {id: 'x'}]",
    // Objects that resemble something else.
    "{}",
    "Object.create(null)",
    "Object.create({id: 'inherited', event_name: 'livechat:x'})",
    "{length: 3}",
    "{length: -1, 0: 'a'}",
    "{length: 2 ** 53}",
    "{then: 1}",
    "{then: {then: {}}}",
    "{toJSON: 'x'}",
    "{toString: 'x', valueOf: 1}",
    "{id: {toString: 'C1'}}",
    "{constructor: {name: 'Array'}}",
    "{hasOwnProperty: 1, id: 'x', isPrototypeOf: 2}",
    "JSON.parse('{\"__proto__\": {\"id\": \"x\"}}')",
    "JSON.parse('{\"__proto__\": null, \"id\": 1}')",
    "{prototype: {}, __defineGetter__: 1, __lookupSetter__: 2}",
    "{'': {'': {'': ''}}}",
    "{'\\ud800': 1, '\\udc00': 2}",
    "{['x'.repeat(1e6)]: 1}",
    "{get id() { return 'read once'; }}",
    "{id: undefined, chat: undefined}",
    "{id: [], chat: []}",
    "{id: 'x', chat: 'x'}",
    "{id: 'x', chat: {preChatSurvey: {length: 1}}}",
    "{id: 'x', chat: {preChatSurvey: new Array(2 ** 32 - 1)}}",
    "{id: 'x', chat: {preChatSurvey: [{question: 'Q', answer: 10n}]}}",
    "{id: 'x', chat: {groupID: 2n ** 64n}}",
    "{id: 'x', geolocation: new Map([['city', 'x']])}",
    "{id: 'x', customVariables: new Set(['x'])}",
    "{id: 'x', customVariables: {['k'.repeat(257)]: 'v'}}",
    "{id: 'x', customVariables: Array(10000).fill({key: 'k', value: 'v'.repeat(2 ** 19)})}",
    "{id: 'x', customVariables: Object.fromEntries(Array.from({length: 10001}, (_, n) => [n, n]))}",
    "Object.fromEntries(Array.from({length: 1e5}, (_, n) => ['key' + n, n]))",
    "{id: 'x', name: 'x'.repeat(2 ** 22)}",
    "{theme: ['dark']}",
    "{theme: new String('dark')}",
    "{session_id: Symbol.iterator.toString(), deep: [[[[[[[[]]]]]]]]}",
    "{session_id: -0.5}",
    "{event_name: ['livechat:customer_profile'], event_data: {id: 'x'}}",
    "{event_name: {toString: 'livechat:x'}}",
    "{event_name: new String('livechat:customer_profile'), event_data: {id: 'x'}}",
    "{event_name: 'livechat:__proto__', event_data: {id: 'x'}}",
    "{event_name: 'livechat:' + '\\ud800'}",
    "{event_name: 'livechat:' + 'x'.repeat(2 ** 20)}",
    // Invalid frames.
    "{'@@livechat/postmessenger': 'true'}",
    "{'@@livechat/postmessenger': true}",
    "{'@@livechat/postmessenger': new Boolean(true), type: 'handshake', owner: 'o', instance: 9}",
    "{'@@livechat/postmessenger': true, owner: 1, instance: 'x', type: [], data: 0, request: {}}",
    "{'@@livechat/postmessenger': true, owner: 'o', instance: NaN, type: 'handshake', data: {}, request: null}",
    "{'@@livechat/postmessenger': true, owner: 'o', instance: 3, type: 'handshake', data: {}, request: 10n}",
    "{'@@livechat/postmessenger': true, owner: 'o', instance: 3, type: 'call', data: null, request: 0}",
    "{'@@livechat/postmessenger': true, owner: 'o', instance: 3, type: 'call', data: {method: 'handle', args: {length: 1}}, request: 0}",
    "{'@@livechat/postmessenger': true, owner: 'o', instance: 3, type: 'response', data: {error: 'no'}, request: 0}",
    "{'@@livechat/postmessenger': true, owner: 'o', instance: 3, type: 'response', data: {error: true, result: {real: false, error: new Map()}}, request: 0}",
    "{'@@livechat/postmessenger': true, owner: 'o', instance: 3, type: '__proto__', data: {}, request: 0}",
    // Cyclic, shared and deep.
    "(() => { const a = {}; a.a = a; return a; })()",
    "(() => { const a = {id: 'x'}, b = {a}; a.chat = b; return a; })()",
    "(() => { const map = new Map(); map.set(map, map); return map; })()",
    "(() => { const set = new Set(); return set.add(set); })()",
    "(() => { let deep = []; for (let n = 0; n < 1000; n++) deep = [deep]; return deep; })()",
    "(() => { let deep = {}; for (let n = 0; n < 1000; n++) deep = {id: deep, chat: deep}; return deep; })()",
    "(() => { let wide = ['x'.repeat(1000)]; for (let n = 0; n < 60; n++) wide = [wide, wide]; return wide; })()",
    "(() => { let wide = {}; for (let n = 0; n < 60; n++) wide = {left: wide, right: wide}; return wide; })()",
    // Objects of the browser's.
    "new Date()",
    "new Date(NaN)",
    "new RegExp('(a+)+$')",
    "new Error('x')",
    "new RangeError('x', {cause: {id: 'x'}})",
    "new DOMException('x')",
    "new Boolean(false)",
    "new Number(NaN)",
    "new String('x')",
    "Object(1n)",
    "new Map()",
    "new Map([['id', 'x'], [NaN, new Map([[{}, []]])]])",
    "new Set([new Set([1]), 'x'])",
    "new ArrayBuffer(0)",
    "new ArrayBuffer(2 ** 20)",
    "new Uint8Array([1, 2, 3])",
    "new Uint8ClampedArray(3)",
    "new Int32Array(1e5)",
    "new Float64Array([NaN, -0])",
    "new BigInt64Array([-1n])",
    "new DataView(new ArrayBuffer(8), 3)",
    "new Blob(['{}'], {type: 'application/json'})",
    "new File(['x'], 'id')",
    "new ImageData(2, 2)",
    "new DOMRect(1, 2, 3, 4)",
    "new DOMMatrix()",
    "new DOMPoint(NaN)",
    "new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))",
    // The remains of values that cannot be cloned completely.
    "new (class Profile { id = 'x'; #secret = 1; get chat() { return 1; } })()",
    "Object.assign(new (class Customers extends Array {})(3), {id: 'x'})",
    "Object.freeze({id: 'x', list: Object.freeze([1])})",
    "Object.defineProperty({}, 'id', {value: 'hidden', enumerable: false})",
    "Object.assign(Object.create(Array.prototype), {id: 'x', length: 1})",
];

/// Calls of the connection with one hostile part.
const SPOILED: [&str; 6] = ["owner", "instance", "type", "data", "request", "origin"];

#[wasm_bindgen_test]
async fn a_hundred_hostile_values_each_followed_by_a_good_one() {
    assert!(VALUES.len() >= 100, "{}", VALUES.len());
    let mut distinct = VALUES.to_vec();
    distinct.sort_unstable();
    distinct.dedup();
    assert_eq!(distinct.len(), VALUES.len(), "all values differ");

    let mut extension = Framed::connected().await;
    for expression in VALUES {
        let value = js(expression);
        let mut good = Vec::new();
        let cloned = |posted: Result<(), JsValue>| posted.unwrap_or_else(|error| panic!("{expression}: {error:?}"));
        // As an event's data, …
        for name in ["customer_profile", "customer_profile_hidden", "authorize", "change_theme", "anything", "unknown"]
        {
            cloned(extension.post_event(name, &value));
            good.push(extension.post_good());
        }
        // … as an event, …
        cloned(extension.post_argument(&value));
        good.push(extension.post_good());
        // … as a frame, and as part of one.
        cloned(extension.frame.post_value(&value));
        good.push(extension.post_good());
        for part in SPOILED {
            let frame = js(
                "{'@@livechat/postmessenger': true, owner: 'o', instance: 3, type: 'call', data: {method: 'handle', args: []}, request: 7}",
            );
            Reflect::set(&frame, &part.into(), &value).unwrap();
            cloned(extension.frame.post_value(&frame));
            good.push(extension.post_good());
        }
        let last = good.last().cloned().unwrap_or_default();
        until(&format!("a good event after {expression}"), || {
            extension.observed.profiles.borrow().last().is_some_and(|profile| profile.id == last)
        })
        .await;
        let observed: Vec<String> = extension.observed.profiles.take().into_iter().map(|profile| profile.id).collect();
        let observed: Vec<&String> = observed.iter().filter(|id| id.starts_with("good ")).collect();
        assert_eq!(observed, good.iter().collect::<Vec<_>>(), "after {expression}");
        extension.errors().none(expression);
    }
    extension.still_works("all of them").await;
}
