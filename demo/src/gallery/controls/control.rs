//! The kinds of controls. Each has four sides: its state, the prop's value, the control itself, and the prop's code.
//!
//! | kind | prop |
//! |---|---|
//! | `text("initial")` | `AttrValue` |
//! | `content("initial")` | `Html` |
//! | `optional("initial")` | `Option<AttrValue>`; empty means `None` |
//! | `bound("initial")`, `bound_flag(true)` | `Bind<…>`: the component changes its own state |
//! | `flag(default)`, `flag(default, initial)` | `bool` |
//! | `number(default, initial)` | `u32` |
//! | `level(default, initial)` | `u8`, a heading's level |
//! | `maybe("initial")` | `Option<u32>`; empty means `None` |
//! | `choice(default, initial)` | one of a type's values |
//! | `part(html)` | `Html` that is there or not |
//! | `minutes(initial)` | a moment, that many minutes ago |
//! | `address("initial")` | `SafeUrl` |
//! | `customer("initial")` | `Rc<CustomerProfile>` with this name |
//! | `texts()` | `&'static KitTexts` |
//! | `event(Type)`, `optional_event(Type)` | `Callback<Type>`; the control counts the calls |
//! | `closes(Type, open)` | the same, and `open` becomes `false` |

use std::rc::Rc;

use yew::prelude::*;
use yew_livechat::prelude::*;

use super::choice::Choice;

/// The state of a control, as a hook.
macro_rules! use_control {
    (text($initial:expr)) => {
        use_state(|| String::from($initial))
    };
    (content($initial:expr)) => {
        use_state(|| String::from($initial))
    };
    (optional($initial:expr)) => {
        use_state(|| String::from($initial))
    };
    (bound($initial:expr)) => {
        use_state(|| String::from($initial))
    };
    (address($initial:expr)) => {
        use_state(|| String::from($initial))
    };
    (customer($initial:expr)) => {
        use_state(|| String::from($initial))
    };
    (maybe($initial:expr)) => {
        use_state(|| String::from($initial))
    };
    (bound_flag($initial:expr)) => {
        use_state(|| $initial)
    };
    (flag($default:expr)) => {
        use_state(|| $default)
    };
    (flag($default:expr, $initial:expr)) => {
        use_state(|| $initial)
    };
    (number($default:expr, $initial:expr)) => {
        use_state(|| -> u32 { $initial })
    };
    (level($default:expr, $initial:expr)) => {
        use_state(|| -> u32 { $initial })
    };
    (minutes($initial:expr)) => {
        use_state(|| -> u32 { $initial })
    };
    (choice($default:expr, $initial:expr)) => {
        use_state(|| $initial)
    };
    (part($($html:tt)*)) => {
        use_state(|| true)
    };
    (texts()) => {
        use_state(|| true)
    };
    (event($type:ty)) => {
        use_state(|| 0_u32)
    };
    (optional_event($type:ty)) => {
        use_state(|| 0_u32)
    };
    (closes($type:ty, $open:ident)) => {
        use_state(|| 0_u32)
    };
}

/// The value of a prop.
macro_rules! value {
    ($prop:ident text($($rest:tt)*)) => { AttrValue::from((*$prop).clone()) };
    ($prop:ident content($($rest:tt)*)) => { html! { { (*$prop).clone() } } };
    ($prop:ident optional($($rest:tt)*)) => { (!$prop.is_empty()).then(|| AttrValue::from((*$prop).clone())) };
    ($prop:ident bound($($rest:tt)*)) => { &$prop };
    ($prop:ident bound_flag($($rest:tt)*)) => { &$prop };
    ($prop:ident address($($rest:tt)*)) => { control::address(&$prop) };
    ($prop:ident customer($($rest:tt)*)) => { control::customer(&$prop) };
    ($prop:ident maybe($($rest:tt)*)) => { $prop.parse::<u32>().ok() };
    ($prop:ident flag($($rest:tt)*)) => { *$prop };
    ($prop:ident number($($rest:tt)*)) => { *$prop };
    ($prop:ident level($($rest:tt)*)) => { u8::try_from(*$prop).unwrap_or(1).clamp(1, 6) };
    ($prop:ident minutes($($rest:tt)*)) => { control::minutes_ago(*$prop) };
    ($prop:ident choice($($rest:tt)*)) => { *$prop };
    ($prop:ident part($($html:tt)*)) => { if *$prop { html! { $($html)* } } else { Html::default() } };
    ($prop:ident texts()) => { if *$prop { &GERMAN } else { &KitTexts::ENGLISH } };
    ($prop:ident event($type:ty)) => {{
        let calls = $prop.clone();
        Callback::from(move |_: $type| calls.set(*calls + 1))
    }};
    ($prop:ident optional_event($type:ty)) => {{
        let calls = $prop.clone();
        Some(Callback::from(move |_: $type| calls.set(*calls + 1)))
    }};
    ($prop:ident closes($type:ty, $open:ident)) => {{
        let (calls, open) = ($prop.clone(), $open.clone());
        Callback::from(move |_: $type| {
            calls.set(*calls + 1);
            open.set(false);
        })
    }};
}

/// The control of a prop.
macro_rules! control_of {
    ($prop:ident flag($($rest:tt)*)) => {
        control::flag(stringify!($prop), &$prop)
    };
    ($prop:ident bound_flag($($rest:tt)*)) => {
        control::flag(stringify!($prop), &$prop)
    };
    ($prop:ident part($($rest:tt)*)) => {
        control::flag(stringify!($prop), &$prop)
    };
    ($prop:ident texts()) => {
        control::flag("texts={&GERMAN}", &$prop)
    };
    ($prop:ident number($($rest:tt)*)) => {
        control::number(stringify!($prop), &$prop)
    };
    ($prop:ident level($($rest:tt)*)) => {
        control::number(stringify!($prop), &$prop)
    };
    ($prop:ident minutes($($rest:tt)*)) => {
        control::number("time, in minutes ago", &$prop)
    };
    ($prop:ident customer($($rest:tt)*)) => {
        control::text("customer.name", &$prop)
    };
    ($prop:ident choice($($rest:tt)*)) => {
        control::choice(stringify!($prop), &$prop)
    };
    ($prop:ident event($type:ty)) => {
        control::calls(stringify!($prop), *$prop)
    };
    ($prop:ident optional_event($type:ty)) => {
        control::calls(stringify!($prop), *$prop)
    };
    ($prop:ident closes($($rest:tt)*)) => {
        control::calls(stringify!($prop), *$prop)
    };
    ($prop:ident $kind:ident($($rest:tt)*)) => {
        control::text(stringify!($prop), &$prop)
    };
}

/// Adds a prop to the code, unless it has its default. The state has the prop's name.
macro_rules! add_code {
    ($code:ident, $state:ident, children content($initial:expr)) => {
        $code.content(if $state.is_empty() { String::new() } else { format!("{{ {:?} }}", *$state) })
    };
    ($code:ident, $state:ident, children part($($html:tt)*)) => {
        $code.content(if *$state { code::lines(stringify!($($html)*)) } else { String::new() })
    };
    ($code:ident, $state:ident, $prop:ident $kind:ident($($rest:tt)*)) => {
        $code.attribute(attribute!($prop $kind($($rest)*)))
    };
}

/// The code of an attribute.
macro_rules! attribute {
    ($prop:ident text($($rest:tt)*)) => { Some(format!("{}={:?}", stringify!($prop), *$prop)) };
    ($prop:ident bound($($rest:tt)*)) => { Some("bind={&state}".to_owned()) };
    ($prop:ident bound_flag($($rest:tt)*)) => { Some("bind={&state}".to_owned()) };
    ($prop:ident address($($rest:tt)*)) => { Some("{href}".to_owned()) };
    ($prop:ident customer($($rest:tt)*)) => { Some("{customer}".to_owned()) };
    ($prop:ident minutes($($rest:tt)*)) => { Some(format!("time={{Date::now() - {}.0 * 60_000.0}}", *$prop)) };
    ($prop:ident maybe($($rest:tt)*)) => { $prop.parse::<u32>().ok().map(|number| format!("{}={number}", stringify!($prop))) };
    ($prop:ident flag($default:expr $(, $initial:expr)?)) => {
        (*$prop != $default).then(|| format!("{}={}", stringify!($prop), *$prop))
    };
    ($prop:ident number($default:expr, $initial:expr)) => {
        (*$prop != $default).then(|| format!("{}={}", stringify!($prop), *$prop))
    };
    ($prop:ident level($default:expr, $initial:expr)) => {
        (*$prop != $default).then(|| format!("{}={}", stringify!($prop), (*$prop).clamp(1, 6)))
    };
    ($prop:ident choice($default:expr, $initial:expr)) => {
        (Some(*$prop) != $default).then(|| format!("{}={{{}}}", stringify!($prop), Choice::code(*$prop)))
    };
    ($prop:ident part($($html:tt)*)) => {
        (*$prop).then(|| format!("{}={{html! {{ {} }}}}", stringify!($prop), stringify!($($html)*)))
    };
    ($prop:ident texts()) => {
        Some(format!("texts={{{}}}", if *$prop { "&GERMAN" } else { "&KitTexts::ENGLISH" }))
    };
    ($prop:ident event($type:ty)) => { Some(format!("{{{}}}", stringify!($prop))) };
    ($prop:ident optional_event($type:ty)) => { Some(format!("{{{}}}", stringify!($prop))) };
    ($prop:ident closes($($rest:tt)*)) => { Some(format!("{{{}}}", stringify!($prop))) };
    // `content` and `optional`.
    ($prop:ident $kind:ident($($rest:tt)*)) => {
        (!$prop.is_empty()).then(|| format!("{}={:?}", stringify!($prop), *$prop))
    };
}

pub(super) use {add_code, attribute, control_of, use_control, value};

/// A field for text.
pub(super) fn text(label: &'static str, state: &UseStateHandle<String>) -> Html {
    html! { <TextField {label} bind={state} /> }
}

/// A switch.
pub(super) fn flag(label: &'static str, state: &UseStateHandle<bool>) -> Html {
    html! { <ToggleSwitch {label} bind={state} /> }
}

/// A field for a number. Anything else is ignored.
pub(super) fn number(label: &'static str, state: &UseStateHandle<u32>) -> Html {
    let set = {
        let state = state.clone();
        move |text: String| state.set(text.trim().parse().unwrap_or_default())
    };
    html! { <TextField {label} bind={Bind::new((**state).to_string(), set)} /> }
}

/// A field with a type's values.
pub(super) fn choice<T: Choice>(label: &'static str, state: &UseStateHandle<T>) -> Html {
    let set = {
        let state = state.clone();
        move |code: String| {
            if let Some((value, _)) = T::ALL.iter().find(|(_, name)| *name == code) {
                state.set(*value);
            }
        }
    };
    html! {
        <Select {label} bind={Bind::new(state.code().to_owned(), set)}>
            for (value, code) in T::ALL {
                <option value={*code} selected={*value == **state}>{ *code }</option>
            }
        </Select>
    }
}

/// How often a callback was called.
pub(super) fn calls(name: &'static str, count: u32) -> Html {
    let times = match count {
        0 => "not called yet".to_owned(),
        1 => "called once".to_owned(),
        count => format!("called {count} times"),
    };
    html! { <p class="gallery-calls"><code>{ name }</code>{ format!(" {times}") }</p> }
}

/// The URL, or a safe one if it is not.
pub(super) fn address(text: &str) -> SafeUrl {
    const SAFE: &str = "https://shop.example/";
    SafeUrl::parse(text).or_else(|_| SafeUrl::parse(SAFE)).unwrap_or_else(|error| unreachable!("{SAFE} {error}"))
}

/// A customer of this name.
pub(super) fn customer(name: &str) -> Rc<CustomerProfile> {
    let mut customer = CustomerProfile::new("C1");
    customer.name = (!name.is_empty()).then(|| name.into());
    customer.email = Some("mary.brown@example.com".into());
    customer.source = Some(Source::Chats);
    Rc::new(customer)
}

/// A moment before now.
pub(super) fn minutes_ago(minutes: u32) -> f64 {
    js_sys::Date::now() - f64::from(minutes) * 60_000.0
}
