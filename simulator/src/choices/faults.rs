//! Faults as a query parameter.

use std::time::Duration;

use livechat_protocol::Faults;

/// Writes faults as a list: `latency-300,silent`.
pub(super) fn faults_to_text(faults: Faults) -> String {
    let Faults { latency, silent, doubled, reordered, refusing, wrong_origin, slow_start } = faults;
    let time = |name: &str, time: Duration| (!time.is_zero()).then(|| format!("{name}-{}", time.as_millis()));
    let flag = |name: &str, is_so: bool| is_so.then(|| name.to_owned());
    let all = [
        time("latency", latency),
        time("slow", slow_start),
        flag("silent", silent),
        flag("doubled", doubled),
        flag("reordered", reordered),
        flag("refusing", refusing),
        flag("origin", wrong_origin),
    ];
    all.into_iter().flatten().collect::<Vec<_>>().join(",")
}

/// Parses such a list. Missing and invalid items are no faults.
pub(super) fn faults_from_text(text: &str) -> Faults {
    let time = |name: &str| {
        let millis = text.split(',').find_map(|part| part.strip_prefix(name)?.strip_prefix('-')?.parse::<u16>().ok());
        Duration::from_millis(millis.unwrap_or_default().into())
    };
    let flag = |name: &str| text.split(',').any(|part| part == name);
    Faults {
        latency: time("latency"),
        silent: flag("silent"),
        doubled: flag("doubled"),
        reordered: flag("reordered"),
        refusing: flag("refusing"),
        wrong_origin: flag("origin"),
        slow_start: time("slow"),
    }
}
