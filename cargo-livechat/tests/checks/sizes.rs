//! The sizes of a folder's files.

use crate::folder;
use cargo_livechat::{sizes, table};

#[test]
fn columns_are_as_wide_as_their_widest_cell() {
    let rows = [["index.html", "7", "é"], ["a", "1,234", ""]].map(|row| row.map(str::to_owned));
    assert_eq!(
        table::render(["file", ">raw", "note"], &rows),
        "file          raw  note\n\
         ----------  -----  ----\n\
         index.html      7  é\n\
         a           1,234"
    );
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

    // Repetition compresses well, and best with brotli.
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
