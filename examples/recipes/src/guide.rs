//! Compiles the guide's own Rust: the code in a page that is not copied from a recipe.

/// Turns each page's examples into examples of an item here, and lists the pages.
macro_rules! pages {
    ($($name:ident $page:literal)+) => {
        $(
            #[cfg(doctest)]
            #[doc = include_str!(concat!("../../../docs/", $page))]
            struct $name;
        )+

        #[cfg(test)]
        const PAGES: &[&str] = &[$($page),+];
    };
}

pages! {
    Introduction "introduction.md"
    GettingStarted "getting-started.md"
    Concepts "concepts.md"
    Recording "recording.md"
    Recipes "recipes/index.md"
    Authorization "recipes/authorization.md"
    CannedReplies "recipes/canned-replies.md"
    CustomerLookup "recipes/customer-lookup.md"
    DetailsSection "recipes/details-section.md"
    MessageBoxCards "recipes/message-box-cards.md"
    SettingsPage "recipes/settings-page.md"
    PagesWithARouter "recipes/pages-with-a-router.md"
    TwoLanguages "recipes/two-languages.md"
    SearchAsYouType "recipes/search-as-you-type.md"
    LiveValues "recipes/live-values.md"
    LongLists "recipes/long-lists.md"
    Charts "recipes/charts.md"
    EmbeddedPages "recipes/embedded-pages.md"
    Testing "recipes/testing.md"
    SignIn "recipes/sign-in.md"
    LivechatApi "recipes/livechat-api.md"
    SendAtOnce "recipes/send-at-once.md"
    TagTheThread "recipes/tag-the-thread.md"
    VerifyToken "recipes/verify-token.md"
    Theme "recipes/theme.md"
    Deploying "deploying.md"
    FromJavaScript "from-javascript.md"
    Troubleshooting "troubleshooting.md"
}

#[cfg(test)]
mod tests {
    use super::PAGES;
    use std::{fs, path::Path};

    /// Returns every page with Rust below a folder, relative to the guide's root.
    fn with_rust(root: &Path, folder: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                with_rust(root, &path, found);
            } else if path.extension().is_some_and(|extension| extension == "md")
                && fs::read_to_string(&path).unwrap().contains("```rust")
            {
                found.push(path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/"));
            }
        }
    }

    #[test]
    fn every_page_with_rust_in_it_is_compiled() {
        let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
        let mut pages = Vec::new();
        with_rust(&docs, &docs, &mut pages);
        assert!(!pages.is_empty());
        // Its examples are written and compiled with the components; a test in `xtask` keeps the page current.
        pages.retain(|page| page != "components.md");
        for page in pages {
            assert!(PAGES.contains(&page.as_str()), "{page} has Rust in it: name it in examples/recipes/src/guide.rs");
        }
    }
}
