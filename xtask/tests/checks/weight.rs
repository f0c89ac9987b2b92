//! The demo's weight and its budget.

use crate::says;
use cargo_livechat::weights::{Weights, parse};
use xtask::budget::{ABOUT, compare};

fn weights(of: &[(&str, usize)]) -> Weights {
    of.iter().map(|(name, bytes)| ((*name).to_owned(), *bytes)).collect()
}

#[test]
fn two_hundredths_more_pass_and_one_byte_more_does_not() {
    let budget = weights(&[("a.js", 1_000), ("b.wasm", 9_000)]);
    assert!(compare(&budget, &budget).is_ok());
    assert!(compare(&budget, &weights(&[("a.js", 1_000), ("b.wasm", 9_200)])).is_ok());
    assert!(compare(&budget, &weights(&[("a.js", 2_500)])).is_ok());
    let text = says(compare(&budget, &weights(&[("a.js", 900), ("b.wasm", 9_200), ("c.css", 101)])));
    assert!(text.contains("10201 bytes") && text.contains("--write-budget"), "{text}");
    assert!(text.contains("b.wasm       9000  9200  +200\nc.css           0   101  +101"), "{text}");
    assert!(!text.contains("a.js"), "what did not grow is not in the table: {text}");
}

#[test]
fn what_is_written_is_read_again() {
    assert_eq!(parse(&format!("{ABOUT}a b.js 7\n")), Some(weights(&[("a b.js", 7)])));
    assert_eq!(parse("a.js seven\n"), None);
}
