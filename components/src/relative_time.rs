//! Relative times.

use gloo_timers::callback::Timeout;
use js_sys::{Array, Date, Function, Intl::RelativeTimeFormat, Object, Reflect};
use livechat_protocol::Timestamp;
use wasm_bindgen::{JsCast, JsValue};
use yew::prelude::*;

use crate::kit_texts::{text_or, use_kit_texts};

/// The properties of [`RelativeTime`].
#[derive(Clone, PartialEq, Properties)]
pub struct RelativeTimeProps {
    /// The moment, in milliseconds since 1970, like JavaScript dates.
    pub time: f64,
    /// The language, such as `en` or `pt-BR`; [`KitTexts::locale`](crate::KitTexts::locale) unless set. English if
    /// the browser does not know the language.
    #[prop_or_default]
    pub locale: Option<AttrValue>,
    /// Formats the time: called with the number of seconds from now, negative for the past.
    #[prop_or_default]
    pub text: Option<Callback<f64, AttrValue>>,
}

/// The distance of a moment from now, kept up to date: “now”, “3 minutes ago”, “in 2 days”. The tooltip is the moment
/// itself. An invalid moment shows nothing.
///
/// On a server, or in a native test, it shows the moment itself, because nobody knows when it will be read.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::RelativeTime;
///
/// #[component]
/// fn LastOrder() -> Html {
///     html! { <p>{ "Last order: " }<RelativeTime time=1_760_000_000_000.0 /></p> }
/// }
/// ```
#[component]
pub fn RelativeTime(props: &RelativeTimeProps) -> Html {
    if !cfg!(target_family = "wasm") {
        return moment(props.time);
    }
    let now = Date::now();
    let distance = Distance::between(props.time, now);
    let locale = text_or(props.locale.as_ref(), use_kit_texts().locale);
    let update = use_force_update();
    // After every render, since time has passed.
    use_effect(move || {
        let timeout = distance.map(|distance| Timeout::new(distance.changes_in, move || update.force_update()));
        move || drop(timeout)
    });
    let Some(distance) = distance else { return Html::default() };
    let date = Date::new(&props.time.into());
    let own = props.text.as_ref().map(|text| text.emit((props.time - now) / 1_000.0));
    let locale = if formatter(&locale, distance).is_some() { &*locale } else { "en" };
    let words = own.or_else(|| {
        formatter(locale, distance)
            .map(|format| AttrValue::from(String::from(format.format(distance.count, distance.unit))))
    });
    html! {
        <time
            class="lc-relative-time"
            dir="auto"
            datetime={String::from(date.to_iso_string())}
            title={String::from(date.to_locale_string(locale, &JsValue::UNDEFINED))}
        >
            { words }
        </time>
    }
}

/// For a server, which does not know when the page will be read: the moment itself.
fn moment(time: f64) -> Html {
    let moment = Timestamp::from_millis(time).map(|moment| AttrValue::from(moment.as_str().to_owned()));
    html! {
        if let Some(moment) = moment {
            <time class="lc-relative-time" dir="auto" datetime={&moment}>{ moment }</time>
        }
    }
}

const SECOND: f64 = 1_000.0;
const MINUTE: f64 = 60.0 * SECOND;
const DAY: f64 = 24.0 * 60.0 * MINUTE;

/// The largest first; months and years have their average length.
const UNITS: [(&str, f64); 5] =
    [("year", 365.25 * DAY), ("month", 365.25 * DAY / 12.0), ("day", DAY), ("hour", 60.0 * MINUTE), ("minute", MINUTE)];

/// The range of JavaScript dates, on either side of 1970.
const FARTHEST: f64 = 8.64e15;

/// The distance of a moment from now, in whole units.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Distance {
    /// Negative for the past.
    count: f64,
    unit: &'static str,
    /// How long this stays valid, in milliseconds: at most an hour, because a browser's clock may be changed and its
    /// timers take no more than 24 days.
    changes_in: u32,
}

impl Distance {
    fn between(time: f64, now: f64) -> Option<Self> {
        if !time.is_finite() || time.abs() > FARTHEST {
            return None;
        }
        let (length, is_past) = ((time - now).abs(), time < now);
        let (unit, size) = UNITS.into_iter().find(|(_, size)| length >= *size).unwrap_or(("second", MINUTE));
        let count = (length / size).floor();
        let rest = length - count * size;
        let changes_in = match (unit, is_past) {
            (_, true) => size - rest,
            ("second", false) => length + MINUTE,
            (_, false) => rest + 1.0,
        };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and an hour")]
        let changes_in = changes_in.ceil().clamp(1.0, 60.0 * MINUTE) as u32;
        Some(Self { count: if is_past { -count } else { count }, unit, changes_in })
    }
}

/// `Intl.RelativeTimeFormat`; `None` if it does not know the language. The binding's own constructor would then throw
/// through the WebAssembly.
fn formatter(locale: &str, distance: Distance) -> Option<RelativeTimeFormat> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor: Function = Reflect::get(&intl, &"RelativeTimeFormat".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    // “now” rather than “in 0 seconds”; but “1 day ago”, because “yesterday” depends on midnight.
    let numeric = if distance.unit == "second" { "auto" } else { "always" };
    Reflect::set(&options, &"numeric".into(), &numeric.into()).ok()?;
    Reflect::construct(&constructor, &Array::of2(&locale.into(), &options)).ok()?.dyn_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: f64 = 60.0 * MINUTE;

    fn distance(time: f64) -> (f64, &'static str, u32) {
        Distance::between(1e12 + time, 1e12).map(|found| (found.count, found.unit, found.changes_in)).unwrap()
    }

    #[test]
    fn distances_are_whole_units_and_last_until_the_next() {
        for (time, expected) in [
            (0.0, (0.0, "second", 60_000)),
            (-59_999.0, (0.0, "second", 1)),
            (30_000.0, (0.0, "second", 90_000)),
            (-MINUTE, (-1.0, "minute", 60_000)),
            (-90_000.0, (-1.0, "minute", 30_000)),
            (90_000.0, (1.0, "minute", 30_001)),
            (-HOUR + 1.0, (-59.0, "minute", 1)),
            (-HOUR, (-1.0, "hour", 3_600_000)),
            (-23.5 * HOUR, (-23.0, "hour", 1_800_000)),
            (3.0 * DAY, (3.0, "day", 1)),
            (-40.0 * DAY, (-1.0, "month", 3_600_000)),
            (-800.0 * DAY, (-2.0, "year", 3_600_000)),
        ] {
            assert_eq!(distance(time), expected, "{time}");
        }
    }

    #[test]
    fn an_invalid_moment_has_no_distance() {
        for time in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 8.64e15 + 1_000.0] {
            assert_eq!(Distance::between(time, 1e12), None, "{time}");
        }
    }
}
