//! Formats text in columns.

/// Renders titles, a rule and rows. A title that begins with `>` aligns its column to the right.
pub fn render<const N: usize>(titles: [&str; N], rows: &[[String; N]]) -> String {
    let shown = titles.map(|title| title.trim_start_matches('>').to_owned());
    let widths: [usize; N] = std::array::from_fn(|column| {
        rows.iter().chain([&shown]).map(|row| row[column].chars().count()).max().unwrap_or(0)
    });
    let line = |row: &[String; N]| {
        let cells: [String; N] = std::array::from_fn(|column| {
            let (cell, width) = (&row[column], widths[column]);
            if titles[column].starts_with('>') { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
        });
        cells.join("  ").trim_end().to_owned()
    };
    let rule = widths.map(|width| "-".repeat(width));
    [&shown, &rule].into_iter().chain(rows).map(line).collect::<Vec<_>>().join("\n")
}
