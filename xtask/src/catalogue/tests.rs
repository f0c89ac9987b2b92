//! Whether the project's catalogue is complete, and whether a gap is noticed.

use super::*;
use tempfile::TempDir;

#[test]
fn the_catalogue_is_current_and_every_component_has_its_example_entry_and_picture() {
    if let Err(error) = check(&workspace::root().unwrap()) {
        panic!("{error:#}");
    }
}

const LAMP: &str = "/// A lamp.\n///\n/// ```rust\n/// lamp();\n/// ```\n#[component]\npub fn Lamp() -> Html {}\n";

/// A small project without gaps: a lamp, and a bulb that is a part of it.
fn project() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    put(
        &folder,
        "components/src/lamp.rs",
        format!("{LAMP}{}", LAMP.replace("Lamp", "Bulb").replace("A lamp", "A bulb")),
    );
    put(&folder, "demo/src/gallery/page.rs", "<Content />");
    put(&folder, "demo/src/gallery/content.rs", "//! What there is.\n\n<Entry name=\"Lamp\" />");
    put(
        &folder,
        STYLE_SHEET,
        ".lc-surface { --lc-text: #111; }\n.lc-surface[data-theme=\"dark\"] { --lc-text: #eee; }",
    );
    for picture in ["lamp.png", "lamp-dark.png"] {
        put(&folder, &format!("docs/pictures/components/{picture}"), pictures::example_of(720, 100));
    }
    write(folder.path()).unwrap();
    check(folder.path()).unwrap();
    folder
}

fn put(folder: &TempDir, file: &str, content: impl AsRef<[u8]>) {
    let path = folder.path().join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

fn gaps(folder: &TempDir) -> String {
    check(folder.path()).unwrap_err().to_string()
}

#[test]
fn the_page_has_group_component_picture_example_and_parts() {
    let folder = project();
    let page = fs::read_to_string(folder.path().join(PAGE)).unwrap();
    let places = [
        "[Lamp](#lamp)",
        "| `--lc-text` | `#111` | `#eee` |",
        "## Content\n\nWhat there is.",
        "### Lamp\n\nA lamp.",
        "srcset=\"pictures/components/lamp-dark.png\"",
        "src=\"pictures/components/lamp.png\"",
        "```rust\nlamp();\n```",
        "#### Bulb\n\nA bulb.",
    ]
    .map(|part| page.find(part).unwrap_or_else(|| panic!("{part} is not in\n{page}")));
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn a_page_that_lags_behind_is_noticed() {
    let folder = project();
    put(&folder, "components/src/lamp.rs", LAMP.replace("A lamp", "A torch"));
    assert!(gaps(&folder).ends_with("docs/components.md is not what the sources say: run `cargo xtask catalogue`"));
    write(folder.path()).unwrap();
    check(folder.path()).unwrap();
    fs::remove_file(folder.path().join(PAGE)).unwrap();
    assert!(gaps(&folder).contains(PAGE));
}

#[test]
fn a_component_without_example_entry_or_picture_is_noticed() {
    let folder = project();
    put(&folder, "components/src/torch.rs", "#[component]\npub fn Torch() -> Html {}\n");
    let says = gaps(&folder);
    for gap in ["Torch does not say what it is", "Torch has no example", "Torch is not in the gallery"] {
        assert!(says.contains(gap), "{says}");
    }
    put(&folder, "demo/src/gallery/content.rs", "<Entry name=\"Lamp\" /><Entry name=\"Torch\" />");
    let says = gaps(&folder);
    for gap in ["components/torch.png is missing", "components/torch-dark.png is missing"] {
        assert!(says.contains(gap), "{says}");
    }
}

#[test]
fn what_shows_no_component_is_noticed() {
    let folder = project();
    put(&folder, "demo/src/gallery/content.rs", "<Entry name=\"Lamp\" /><Entry name=\"Candle\" />");
    put(&folder, "docs/pictures/components/fire.png", "");
    let says = gaps(&folder);
    for gap in ["the gallery shows Candle, which is no component", "components/fire.png shows no component: delete it"]
    {
        assert!(says.contains(gap), "{says}");
    }
}
