use livechat_protocol::{Carrier, Fate, Faults};

use super::ms;

fn arrived(carrier: &mut Carrier<char>, at: u64) -> Vec<(char, Fate)> {
    std::iter::from_fn(|| carrier.poll(ms(at))).map(|delivery| (delivery.message, delivery.fate)).collect()
}

fn faults(change: impl FnOnce(&mut Faults)) -> Faults {
    let mut faults = Faults::default();
    change(&mut faults);
    faults
}

#[test]
fn without_faults_everything_arrives_at_once_and_in_order() {
    let mut carrier = Carrier::default();
    for letter in 'a'..='c' {
        carrier.send(ms(5), letter);
    }
    assert_eq!(carrier.next_deadline(), Some(ms(5)));
    assert_eq!(arrived(&mut carrier, 5), [('a', Fate::Delivered), ('b', Fate::Delivered), ('c', Fate::Delivered)]);
    assert_eq!(carrier.next_deadline(), None);
}

#[test]
fn latency_delays_and_a_quicker_way_does_not_reorder() {
    let mut carrier = Carrier::new(faults(|it| it.latency = ms(200)));
    carrier.send(ms(0), 'a');
    assert_eq!(arrived(&mut carrier, 199), []);
    assert_eq!(carrier.next_deadline(), Some(ms(200)));
    carrier.set_faults(Faults::default());
    carrier.send(ms(10), 'b');
    assert_eq!(arrived(&mut carrier, 199), []);
    assert_eq!(arrived(&mut carrier, 200), [('a', Fate::Delivered), ('b', Fate::Delivered)]);
}

#[test]
fn a_delivery_tells_when_it_was_sent() {
    let mut carrier = Carrier::new(faults(|it| it.latency = ms(50)));
    carrier.send(ms(7), 'a');
    assert_eq!(carrier.poll(ms(57)).map(|delivery| delivery.sent), Some(ms(7)));
}

#[test]
fn of_a_silent_host_nothing_arrives_until_it_speaks_again() {
    let mut carrier = Carrier::new(faults(|it| it.silent = true));
    carrier.send(ms(0), 'a');
    carrier.set_faults(Faults::default());
    carrier.send(ms(0), 'b');
    assert_eq!(arrived(&mut carrier, 0), [('a', Fate::Lost), ('b', Fate::Delivered)]);
}

#[test]
fn doubled_arrives_twice_in_a_row() {
    let mut carrier = Carrier::new(faults(|it| it.doubled = true));
    carrier.send(ms(0), 'a');
    carrier.send(ms(0), 'b');
    let expected = [('a', Fate::Delivered), ('a', Fate::Doubled), ('b', Fate::Delivered), ('b', Fate::Doubled)];
    assert_eq!(arrived(&mut carrier, 0), expected);
}

#[test]
fn reordered_swaps_pairs_and_lets_a_lone_message_go_after_a_second() {
    let mut carrier = Carrier::new(faults(|it| it.reordered = true));
    carrier.send(ms(0), 'a');
    assert_eq!(arrived(&mut carrier, 0), []);
    assert_eq!(carrier.next_deadline(), Some(ms(1_000)));
    carrier.send(ms(100), 'b');
    assert_eq!(carrier.next_deadline(), Some(ms(100)));
    carrier.send(ms(100), 'c');
    assert_eq!(arrived(&mut carrier, 100), [('b', Fate::Delivered), ('a', Fate::Overtaken)]);
    assert_eq!(carrier.next_deadline(), Some(ms(1_100)));
    assert_eq!(arrived(&mut carrier, 1_099), []);
    assert_eq!(arrived(&mut carrier, 1_100), [('c', Fate::Delivered)]);
}

#[test]
fn reordered_and_doubled_keeps_both() {
    let mut carrier = Carrier::new(faults(|it| {
        it.reordered = true;
        it.doubled = true;
    }));
    carrier.send(ms(0), 'a');
    carrier.send(ms(0), 'b');
    let expected = [('b', Fate::Delivered), ('b', Fate::Doubled), ('a', Fate::Overtaken), ('a', Fate::Doubled)];
    assert_eq!(arrived(&mut carrier, 0), expected);
}

#[test]
fn what_is_lost_is_not_waited_for() {
    let mut carrier = Carrier::new(faults(|it| it.reordered = true));
    carrier.send(ms(0), 'a');
    carrier.set_faults(faults(|it| {
        it.reordered = true;
        it.silent = true;
    }));
    carrier.send(ms(0), 'b');
    assert_eq!(arrived(&mut carrier, 999), []);
    assert_eq!(carrier.next_deadline(), Some(ms(1_000)));
    assert_eq!(arrived(&mut carrier, 1_000), [('a', Fate::Delivered), ('b', Fate::Lost)]);
}

#[test]
fn faults_are_counted_and_only_what_is_wrong_is_written() {
    assert_eq!(Faults::default().count(), 0);
    let some = faults(|it| {
        it.latency = ms(300);
        it.wrong_origin = true;
    });
    assert_eq!(some.count(), 2);
    let json = serde_json::to_value(some).unwrap();
    assert_eq!(json, serde_json::json!({ "latency_ms": 300, "wrong_origin": true }));
    assert_eq!(serde_json::from_value::<Faults>(json).unwrap(), some);
    for wrong in ["{\"latency_ms\": -1}", "{\"latency_ms\": 1e300}", "{\"noise\": true}", "{\"silent\": 1}"] {
        assert!(serde_json::from_str::<Faults>(wrong).is_err(), "{wrong}");
    }
}
