//! How `cargo xtask bench` evaluates its samples.

use serde_json::{Value, json};
use xtask::bench::by_crate::{Item, owner, render};
use xtask::bench::figures::{Budget, Measure, NAMES, Unit, mean, measures, of_engine, quantile};
use xtask::bench::report::{self, markdown, missed, summary};

use crate::says;

#[test]
fn a_budget_is_kept_up_to_its_edge() {
    for (ours, budget, kept) in [
        (90.0, Budget::Ratio(0.9), true),
        (91.0, Budget::Ratio(0.9), false),
        (100.0, Budget::RatioAtLeast(1.0), true),
        (99.0, Budget::RatioAtLeast(1.0), false),
        (64.0, Budget::AtMost(64.0), true),
        (65.0, Budget::AtMost(64.0), false),
    ] {
        let values = [Some(ours), Some(100.0), None, None];
        let measure = Measure { what: "anything", unit: Unit::Count, values, budget };
        assert_eq!(measure.is_kept(), Some(kept), "{ours} {budget:?}");
    }
}

#[test]
fn there_is_no_ratio_to_nothing() {
    let of = |values| Measure { what: "anything", unit: Unit::Count, values, budget: Budget::None };
    assert_eq!(of([Some(1.0), Some(0.0), None, None]).ratio(0), None);
    assert_eq!(of([Some(1.0), Some(2.0), None, None]).ratio(0), Some(0.5));
    assert_eq!(of([Some(1.0), Some(2.0), None, None]).ratio(2), None);
}

#[test]
fn quantiles_are_values_that_were_measured() {
    let hundred = || (1..=100).rev().map(f64::from).collect();
    assert_eq!(quantile(hundred(), 0.5), Some(50.0));
    assert_eq!(quantile(hundred(), 0.99), Some(99.0));
    assert_eq!(quantile(vec![3.0, 1.0, 2.0], 0.5), Some(2.0));
    assert_eq!(quantile(Vec::new(), 0.5), None);
}

#[test]
fn samples_of_the_measuring_programs_are_parsed() {
    let run = json!({
        "handshake": { "plain": 1, "slowNetwork": 2, "slowProcessor": 3 },
        "inited": { "plain": 4, "slowNetwork": 5, "slowProcessor": 6 },
        "content": { "plain": 7, "slowNetwork": 8, "slowProcessor": 9 },
        "eventToDom": [0.5],
        "quickToDom": [0.6, 0.9],
        "burstToDom": [0.7],
        "flood": { "events": 10, "took": 5, "acknowledged": 9, "commits": 2, "mostInAFrame": 1, "longestTask": 0 },
        "commandToAnswer": [2.5],
        "growth": null,
    });
    let samples = NAMES.map(|name| (name.to_owned(), json!([run])));
    let samples =
        json!({ "browser": "Chrome/1", "floor": [0.5], "samples": Value::Object(samples.into_iter().collect()) });
    let found = measures(&samples, &json!({ "react": [7] }), &[]).unwrap();
    let value = |what: &str, index: usize| found.iter().find(|measure| measure.what == what).unwrap().values[index];
    assert_eq!(value("the same, processor slowed 6×", 0), Some(6.0));
    assert_eq!(value("event to DOM, each after the last acknowledgement, median", 0), Some(0.6));
    assert_eq!(value("the same, p99", 1), Some(0.9));
    assert_eq!(value("event to DOM, with page data and a ticket before it, median", 2), Some(0.7));
    assert_eq!(value("longest task of the flood, if 50 ms or more", 0), Some(0.0));
    assert_eq!(value("first customer on screen, slow network", 0), Some(8.0));
    assert_eq!(value("events per second in a flood", 3), Some(2_000.0));
    assert_eq!(value("unacknowledged events in the flood", 0), Some(1.0));
    assert_eq!(value("memory held after 100,000 events", 0), None);
    assert_eq!(value("the same, in a page that does nothing else", 0), Some(0.5));
    assert_eq!(value("saving a file to seeing it, in development", 1), Some(7.0));
    let summary = summary(&found).unwrap();
    assert!(summary.contains("\n| event to DOM, median | 0.5\u{a0}ms ·\u{a0}1.00 | 0.5\u{a0}ms |\n"), "{summary}");
    assert!(measures(&json!({}), &json!({}), &[]).is_err());
}

#[test]
fn samples_of_another_engine_become_means_with_their_ratio_to_react() {
    let run = |event_to_dom: [f64; 2]| {
        json!({
            "handshake": { "plain": 1, "slowNetwork": 2 },
            "inited": { "plain": 4, "slowNetwork": 5 },
            "content": { "plain": 7, "slowNetwork": 8 },
            "eventToDom": event_to_dom,
            "quickToDom": [0.6],
            "burstToDom": [0.7],
            "flood": { "events": 10, "took": 5, "acknowledged": 10, "commits": 2, "mostInAFrame": 1, "longestTask": 0 },
            "commandToAnswer": [2.5],
            "growth": null,
        })
    };
    let samples =
        json!({ "samples": { "yew-livechat": [run([1.0, 2.0]), run([0.0, 1.0])], "react": [run([2.0, 2.0])] } });
    let measures = of_engine(&samples).unwrap();
    let table = report::of_engine(&measures);
    assert!(table.starts_with("| | yew-livechat | SDK + React 19 | budget |\n|---|---:|---:|---|\n"), "{table}");
    let event_to_dom = "\n| event to DOM, mean | 1.0\u{a0}ms ·\u{a0}0.50 | 2.0\u{a0}ms ·\u{a0}1.00 | ≤ 1.00, kept |\n";
    assert!(table.contains(event_to_dom), "{table}");
    assert!(of_engine(&json!({})).is_err());
    assert_eq!(mean(&[]), None);
}

#[test]
fn a_readme_without_one_of_its_measures_is_refused() {
    assert!(says(summary(&[])).starts_with("there is no measure \"handshake answered\" for the README"));
}

#[test]
fn each_value_has_its_ratio_and_each_budget_its_verdict() {
    let handshake = Measure {
        what: "handshake",
        unit: Unit::Milliseconds,
        values: [Some(120.0), Some(600.0), Some(720.0), None],
        budget: Budget::Ratio(0.2),
    };
    let memory = Measure {
        what: "memory",
        unit: Unit::Kilobytes,
        values: [Some(70_000.0), Some(-5_000.0), None, None],
        budget: Budget::AtMost(64_000.0),
    };
    let measures = [handshake, memory];
    assert_eq!(
        markdown(&measures),
        "| | yew-livechat | SDK + React 19 | SDK + Preact | SDK alone | budget |\n\
         |---|---:|---:|---:|---:|---|\n\
         | handshake | 120\u{a0}ms ·\u{a0}0.20 | 600\u{a0}ms ·\u{a0}1.00 | 720\u{a0}ms ·\u{a0}1.20 | – | ≤ 0.20, kept |\n\
         | memory | 70.0\u{a0}kB | -5.0\u{a0}kB | – | – | ≤ 64.0\u{a0}kB, **missed** |\n"
    );
    assert_eq!(missed(&measures[..1]), "Every budget is kept.");
    assert_eq!(missed(&measures), "Missed:\n- memory: 70.0\u{a0}kB, budget ≤ 64.0\u{a0}kB");
}

#[test]
fn a_function_belongs_to_the_crate_that_caused_it() {
    for (name, krate) in [
        ("yew::scheduler::arch::run_scheduler::h708846b9ed86cd4d", "yew"),
        ("<alloc::rc::Rc<T> as yew::utils::RcExt<T>>::unwrap_or_clone::hbdb07b96b6b7a6b6", "yew"),
        ("core::ptr::drop_in_place<wasm_bindgen::JsValue>::h5c970195d72c3915", "wasm_bindgen"),
        (
            "<dlmalloc[e24a27700634d609]::dlmalloc::Dlmalloc<dlmalloc[e24a27700634d609]::sys::System>>::malloc",
            "dlmalloc",
        ),
        ("alloc::raw_vec::RawVecInner<A>::deallocate::h8bda9f615522efc6", "alloc"),
        ("<str as core[c5930c85a12de822]::cmp::PartialEq>::eq.1122", "core"),
        ("data segment \".rodata\"", "data: text, tables"),
        ("export \"memory\"", "exports, imports, types"),
        ("import ./extension_bg.js::__wbg_data_aa7ba49b34c0d883", "exports, imports, types"),
    ] {
        assert_eq!(owner(name).unwrap(), krate, "{name}");
    }
}

#[test]
fn the_table_is_by_size_and_adds_up() {
    let item = |name: &str, shallow_size| Item { name: name.to_owned(), shallow_size };
    let table = render(&[
        item("yew::a", 3_000),
        item("core::a", 6_000),
        item("yew::b", 4_000),
        item("tiny::a", 50),
        item("\"function names\" subsection", 90_000),
    ])
    .unwrap();
    let lines: Vec<&str> = table.lines().skip(2).collect();
    assert!(lines[0].starts_with("yew ") && lines[0].contains("7.0 kB"), "{table}");
    assert!(lines[1].starts_with("core ") && lines[1].contains("6.0 kB"), "{table}");
    assert!(lines[2].starts_with("others") && lines[2].contains("0.1 kB"), "{table}");
    assert!(lines[3].starts_with("total") && lines[3].contains("13.1 kB"), "{table}");
}
