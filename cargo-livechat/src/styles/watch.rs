//! Reads the style sheets again and again. They are few and small, and asking for their contents is right on every
//! system and file system, however an editor replaces a file.

use std::time::Duration;

use tokio::sync::watch::Sender;

use super::page::Sheet;
use crate::prelude::*;

/// How often.
const INTERVAL: Duration = Duration::from_millis(50);

/// A style sheet with its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) index: usize,
    pub(super) text: String,
}

/// Publishes the style sheets whenever one has changed, until the server ends.
pub(super) async fn run(sheets: Vec<(PathBuf, Sheet)>, published: Sender<Vec<Style>>) {
    let mut before = read(&sheets);
    loop {
        tokio::time::sleep(INTERVAL).await;
        let now = read(&sheets);
        // An editor may empty a file before it writes: only a text that was read twice is published.
        if now == before {
            published.send_if_modified(|styles| {
                let changed = *styles != now;
                styles.clone_from(&now);
                changed
            });
        }
        before = now;
        if published.is_closed() {
            return;
        }
    }
}

/// A file that cannot be read keeps the text that the page has.
fn read(sheets: &[(PathBuf, Sheet)]) -> Vec<Style> {
    let style =
        |(file, sheet): &(PathBuf, Sheet)| Some(Style { index: sheet.index, text: fs::read_to_string(file).ok()? });
    sheets.iter().filter_map(style).collect()
}

#[cfg(test)]
mod tests {
    use tokio::sync::watch;

    use super::*;

    #[tokio::test]
    async fn a_saved_style_sheet_is_published_once_it_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("app.css");
        fs::write(&file, "a {}").unwrap();
        let sheet = Sheet { index: 2, path: "app.css".to_owned() };
        let (sender, mut styles) = watch::channel(Vec::new());
        tokio::spawn(run(vec![(file.clone(), sheet)], sender));
        for text in ["a {}", "b {}"] {
            fs::write(&file, text).unwrap();
            styles.changed().await.unwrap();
            assert_eq!(*styles.borrow_and_update(), [Style { index: 2, text: text.to_owned() }]);
        }
        // While the editor replaces it, the page keeps what it has.
        fs::remove_file(&file).unwrap();
        styles.changed().await.unwrap();
        assert_eq!(*styles.borrow_and_update(), []);
    }
}
