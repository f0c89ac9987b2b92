//! The README is short, and its figures are those of the guide.

use std::fs;

use xtask::workspace;

fn read(file: &str) -> String {
    fs::read_to_string(workspace::root().unwrap().join(file)).unwrap()
}

#[test]
fn the_readme_is_shorter_than_150_lines() {
    let lines = read("README.md").lines().count();
    assert!(lines < 150, "README.md has {lines} lines: move the details to the guide in docs/");
}

#[test]
fn each_row_of_the_readmes_table_has_the_figures_of_the_measurements() {
    let (readme, measured) = (read("README.md"), read("docs/measured.md"));
    let (_, table) = readme.split_once("<!-- bench:begin -->").unwrap();
    let (table, _) = table.split_once("<!-- bench:end -->").unwrap();
    let rows: Vec<&str> = table.trim().lines().skip(2).collect();
    assert_eq!(rows.len(), 6, "the table is read");
    for row in rows {
        let row = row.trim_end_matches(" |");
        assert!(measured.contains(&format!("\n{row} ")), "docs/measured.md has no row that begins with {row:?}");
    }
}

#[test]
fn the_readme_counts_as_many_conformance_cases_as_the_guide() {
    let guide = read("docs/from-javascript.md");
    let counts = guide.split_once("<!-- conformance:begin -->").unwrap().1.trim_start().lines().next().unwrap();
    let counts: Vec<usize> = counts.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
    let [cases, _widgets, same, different] = counts[..] else { panic!("the guide counts {counts:?}") };
    let readme = read("README.md").replace('\n', " ");
    for count in [format!("{cases} cases"), format!("{same} behave the same"), format!("the other {different} ")] {
        assert!(readme.contains(&count), "README.md does not say {count:?}, as docs/from-javascript.md has it");
    }
}

#[test]
fn the_readme_counts_as_many_faults_as_the_register() {
    let register = read("docs/faults.md");
    let faults = register.lines().filter(|line| line.starts_with("| ") && line.as_bytes()[2].is_ascii_digit()).count();
    assert!(read("README.md").contains(&format!("[{faults} faults]")), "the register has {faults} faults");
}
