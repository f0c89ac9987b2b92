//! Weights by file.

use cargo_livechat::weights::{self, Weights, change, without_hash};

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
    let by_file = [("a-0123456789abcdef.js", 7), ("a-fedcba9876543210.js", 5), ("b c.css", 3)];
    let weights = weights::without_hashes(by_file.map(|(name, bytes)| (name.to_owned(), bytes))).unwrap();
    assert_eq!(weights, Weights::from([("a.js".to_owned(), 12), ("b c.css".to_owned(), 3)]));
    assert_eq!(weights::parse(&weights::lines(&weights)), Some(weights));
}

#[test]
fn a_change_has_a_sign() {
    assert_eq!([change(None, 5), change(Some(5), 5)], ["new", ""]);
    assert_eq!([change(Some(5), 1_234_572), change(Some(7), 5)], ["+1,234,567", "-2"]);
}
