//! Lays out text in columns.

/// How a column is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    /// Text.
    Left,
    /// Numbers.
    Right,
}

/// The columns' titles and alignment, a line, and the rows. Ends without a line break.
pub(crate) fn render<const N: usize>(columns: [(&str, Align); N], rows: &[[String; N]]) -> String {
    let titles = columns.map(|(title, _)| title.to_owned());
    let widths: [usize; N] = std::array::from_fn(|column| {
        rows.iter().chain([&titles]).map(|row| row[column].chars().count()).max().unwrap_or(0)
    });
    let line = |row: &[String; N]| {
        let mut line = String::new();
        for ((cell, width), (_, align)) in row.iter().zip(widths).zip(columns) {
            if !line.is_empty() {
                line.push_str("  ");
            }
            match align {
                Align::Left => line.push_str(&format!("{cell:<width$}")),
                Align::Right => line.push_str(&format!("{cell:>width$}")),
            }
        }
        line.trim_end().to_owned()
    };
    let rule = widths.map(|width| "-".repeat(width));
    [&titles, &rule].into_iter().chain(rows).map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let rows = [
            ["index.html".to_owned(), "7".to_owned(), "é".to_owned()],
            ["a".to_owned(), "1,234".to_owned(), String::new()],
        ];
        let columns = [("file", Align::Left), ("raw", Align::Right), ("note", Align::Left)];
        assert_eq!(
            render(columns, &rows),
            "file          raw  note\n\
             ----------  -----  ----\n\
             index.html      7  é\n\
             a           1,234"
        );
    }
}
