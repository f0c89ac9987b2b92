//! What the demo weighs and may weigh.

use crate::{folder, says};
use xtask::budget::{ABOUT, Weights, compare, parse, without_hash};
use xtask::sizes;

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
fn names_lose_their_hash_and_nothing_else() {
    for (name, plain) in [
        ("demo-6d086f0ca5dfb812_bg.wasm", "demo_bg.wasm"),
        ("demo-c489d3d6a20f6ce.js", "demo.js"),
        ("message-box/index.html", "message-box/index.html"),
        ("icon-facade.svg", "icon-facade.svg"),
    ] {
        assert_eq!(without_hash(name).unwrap(), plain);
    }
}

#[test]
fn what_is_written_is_read_again() {
    assert_eq!(parse(&format!("{ABOUT}a b.js 7\n")), Some(weights(&[("a b.js", 7)])));
    assert_eq!(parse("a.js seven\n"), None);
}

#[test]
fn every_file_is_in_the_table_and_the_total_is_their_sum() {
    let large = "the same sentence again and again. ".repeat(1_000);
    let folder = folder(&[("index.html", &"a".repeat(700)), ("icons/one.svg", &large)]);
    let table = sizes::table(folder.path()).unwrap();
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines.len(), 5, "{table}");
    assert!(lines[2].starts_with("icons/one.svg") && lines[2].contains(" 35,000 "), "{table}");
    assert!(lines[3].starts_with("index.html") && lines[3].contains(" 700 "), "{table}");
    assert!(lines[4].starts_with("total") && lines[4].contains(" 35,700 "), "{table}");

    // What repeats shrinks, and brotli shrinks it more.
    let sizes: Vec<usize> =
        lines[2].split_whitespace().skip(1).map(|size| size.replace(',', "").parse().unwrap()).collect();
    assert!(sizes[1] < 500 && sizes[2] < sizes[1] && sizes[2] > 10, "{sizes:?}");
}

#[test]
fn an_empty_folder_is_an_error() {
    assert!(sizes::table(folder(&[]).path()).is_err());
}

#[test]
fn numbers_are_grouped_by_three() {
    for (number, text) in [(0, "0"), (999, "999"), (1_000, "1,000"), (12_345, "12,345"), (1_234_567, "1,234,567")] {
        assert_eq!(sizes::grouped(number), text);
    }
}
