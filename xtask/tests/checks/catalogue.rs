//! The catalogue of components: whether it is current, and what it refuses.

use std::fs;
use std::path::Path;

use anyhow::Result;
use tempfile::TempDir;

use crate::{folder, put, says};
use xtask::catalogue::{
    PAGE, STYLE_SHEET, colors, components, controls, gallery, pictures, read, refuse, rust, shrink, write,
};
use xtask::workspace;

fn check(root: &Path) -> Result<()> {
    let (page, mut gaps) = read(root)?;
    if fs::read_to_string(root.join(PAGE)).ok() != Some(page) {
        gaps.push(format!("{PAGE} is not current: run `cargo xtask catalogue`"));
    }
    refuse(&gaps)
}

#[test]
fn the_catalogue_is_current_and_every_component_has_its_example_entry_and_picture() {
    if let Err(error) = check(&workspace::root().unwrap()) {
        panic!("{error:#}");
    }
}

const LAMP: &str = "/// A lamp.\n///\n/// ```rust\n/// lamp();\n/// ```\n#[component]\npub fn Lamp() -> Html {}\n";
const COLORS: &str = ".lc-surface { --lc-text: #111; }\n.lc-surface[data-theme=\"dark\"] { --lc-text: #eee; }";

const CONTROLS: &str = "\ntested! {\n    Lamp {\n    }\n    Bulb {\n    }\n}\n";

/// A PNG with that width and length, as far as the check looks.
fn picture(width: u32, length: usize) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.resize(length, 0);
    bytes
}

/// A small project without gaps: a lamp, and a bulb that is part of it.
fn project() -> TempDir {
    let bulb = LAMP.replace("Lamp", "Bulb").replace("A lamp", "A bulb");
    let folder = folder(&[
        ("components/src/lamp.rs", &format!("{LAMP}{bulb}")),
        ("demo/src/gallery/page.rs", "<Content />"),
        ("demo/src/gallery/content.rs", "//! What there is.\n\n<Entry name=\"Lamp\" />"),
        (controls::FILE, CONTROLS),
        (STYLE_SHEET, COLORS),
        (PAGE, ""),
    ]);
    for name in ["lamp.png", "lamp-dark.png"] {
        put(&folder, &format!("docs/pictures/components/{name}"), picture(720, 100));
    }
    write(folder.path()).unwrap();
    check(folder.path()).unwrap();
    folder
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
fn an_outdated_page_is_noticed() {
    let folder = project();
    put(&folder, "components/src/lamp.rs", LAMP.replace("A lamp", "A torch") + &LAMP.replace("Lamp", "Bulb"));
    let message = says(check(folder.path()));
    assert!(message.ends_with("docs/components.md is not current: run `cargo xtask catalogue`"), "{message}");
    write(folder.path()).unwrap();
    check(folder.path()).unwrap();
    fs::remove_file(folder.path().join(PAGE)).unwrap();
    assert!(says(check(folder.path())).contains(PAGE));
}

#[test]
fn a_component_without_example_entry_or_picture_is_noticed() {
    let folder = project();
    put(&folder, "components/src/torch.rs", "#[component]\npub fn Torch() -> Html {}\n");
    let message = says(check(folder.path()));
    for gap in ["Torch has no summary", "Torch has no example", "Torch is not in the gallery"] {
        assert!(message.contains(gap), "{message}");
    }
    put(&folder, "demo/src/gallery/content.rs", "<Entry name=\"Lamp\" /><Entry name=\"Torch\" />");
    let message = says(check(folder.path()));
    for gap in ["components/torch.png is missing", "components/torch-dark.png is missing"] {
        assert!(message.contains(gap), "{message}");
    }
}

#[test]
fn entries_and_pictures_without_a_component_are_noticed() {
    let folder = project();
    put(&folder, "demo/src/gallery/content.rs", "<Entry name=\"Lamp\" /><Entry name=\"Candle\" />");
    put(&folder, "docs/pictures/components/fire.png", "");
    let message = says(check(folder.path()));
    for gap in
        ["the gallery shows Candle, which is not a component", "components/fire.png shows no component: delete it"]
    {
        assert!(message.contains(gap), "{message}");
    }
}

#[test]
fn a_prop_without_a_control_and_a_control_without_a_prop_are_noticed() {
    let folder = project();
    let props = "#[derive(Properties)]\npub struct LampProps {\n    /// Whether it is lit.\n    #[prop_or_default]\n    pub lit: bool,\n    \
                 /// More classes.\n    #[prop_or_default]\n    pub class: Classes,\n}\n";
    let lamp = LAMP.replace("Lamp()", "Lamp(props: &LampProps)");
    put(&folder, "components/src/lamp.rs", format!("{props}{lamp}{}", LAMP.replace("Lamp", "Bulb")));
    put(&folder, controls::FILE, CONTROLS.replace("Bulb {", "Bulb {\n        watts: number(1, 5),"));
    let message = says(check(folder.path()));
    for gap in ["Lamp has no control for `lit`", "Bulb has no prop `watts`"] {
        assert!(message.contains(gap), "{message}");
    }
    assert!(!message.contains("`class`"), "{message}");
    put(&folder, controls::FILE, CONTROLS.replace("Bulb", "Candle"));
    let message = says(check(folder.path()));
    for gap in ["Bulb has no controls", "controls for Candle, which is not a component"] {
        assert!(message.contains(gap), "{message}");
    }
}

#[test]
fn names_of_pictures_are_words_with_hyphens() {
    assert_eq!(pictures::names("Tag"), ["tag.png", "tag-dark.png"]);
    assert_eq!(pictures::names("CopyButton"), ["copy-button.png", "copy-button-dark.png"]);
}

#[test]
fn a_picture_is_a_small_png_of_the_right_width() {
    assert_eq!(pictures::fault(&picture(720, 30_000)), None);
    assert_eq!(pictures::fault(b""), Some("is not a PNG".into()));
    assert_eq!(pictures::fault(&picture(360, 100)), Some("is 360 pixels wide, not 720".into()));
    assert_eq!(pictures::fault(&picture(720, 30_001)), Some("has 30001 bytes, more than 30000".into()));
}

#[test]
fn what_differs_between_light_and_dark_is_a_color() {
    let css = ".lc-surface {\n  color-scheme: light;\n  --lc-text: #111;\n  --lc-space: 4px;\n}\n\
               .lc-surface[data-theme=\"dark\"] { --lc-text: rgb(0 0 0 / 5%); }\n.other { --lc-space: 1px; }";
    let text = colors::Color { name: "--lc-text".into(), light: "#111".into(), dark: "rgb(0 0 0 / 5%)".into() };
    assert_eq!(colors::read(css).unwrap(), [text]);
    assert!(colors::read("body {}").is_err());
}

#[test]
fn groups_are_in_the_order_of_the_page() {
    let gallery = folder(&[
        ("page.rs", "<main><Words /><Fields /></main>"),
        (
            "fields.rs",
            "//! What to\n//! fill in.\n\nhtml! { <Entry name=\"ToggleSwitch\">…</Entry><Entry name=\"Select\" /> }",
        ),
        ("words.rs", "//! Words.\nhtml! { <Entry name=\"Tag\" /> }"),
    ]);
    let group = |title: &str, summary: &str, entries: &[&str]| gallery::Group {
        title: title.into(),
        summary: summary.into(),
        entries: entries.iter().map(|entry| (*entry).to_owned()).collect(),
    };
    let fields = group("Fields", "What to fill in.", &["ToggleSwitch", "Select"]);
    assert_eq!(gallery::read(gallery.path()).unwrap(), [group("Words", "Words.", &["Tag"]), fields]);

    put(&gallery, "page.rs", "<main><Words /></main>");
    assert!(says(gallery::read(gallery.path())).ends_with("the gallery's page does not show them"));
}

#[test]
fn a_component_says_its_name_summary_example_and_props() {
    let source = r#"
        /// The properties of [`Lamp`].
        pub struct LampProps {
            /// How bright, for the [`Room`](crate::Room).
            ///
            /// More of it.
            pub watts: Option<Callback<f64, AttrValue>>,
            /// Its name.
            #[prop_or(AttrValue::Static("A lamp, on"))]
            pub label: AttrValue,
            #[prop_or(LampKind::Desk)]
            kind: LampKind,
            #[prop_or_default]
            pub on: bool,
            pub texts: &'static Texts,
        }

        /// A lamp
        /// for a [`Room`].
        ///
        /// ```text
        /// not this
        /// ```
        ///
        /// ```rust
        /// # hidden();
        /// lamp();
        /// ```
        #[component]
        pub fn Lamp(props: &LampProps) -> Html { todo!() }

        #[component]
        fn Private() -> Html { todo!() }

        pub fn helper() {}
    "#;
    let components = components::read(folder(&[("lamp.rs", source)]).path()).unwrap();
    let [lamp] = &components[..] else { panic!("one public component: {components:?}") };
    assert_eq!((&*lamp.name, &*lamp.file, &*lamp.summary), ("Lamp", "lamp", "A lamp for a `Room`."));
    assert_eq!(lamp.example.as_deref(), Some("lamp();"));
    assert_eq!(
        lamp.props,
        "| `watts` | `Option<Callback<f64, AttrValue>>` | How bright, for the `Room`. | required |\n\
         | `label` | `AttrValue` | Its name. | `\"A lamp, on\"` |\n\
         | `kind` | `LampKind` |  | `LampKind::Desk` |\n\
         | `on` | `bool` |  |  |\n\
         | `texts` | `&'static Texts` |  | required |\n"
    );
}

#[test]
fn links_to_items_become_code() {
    for (text, plain) in [
        ("[`Tab`]s", "`Tab`s"),
        ("a sentence, or an [`EmptyState`](crate::EmptyState).", "a sentence, or an `EmptyState`."),
        ("[`A`](x) or [`B`] (or not)", "`A` or `B` (or not)"),
        ("no [`end", "no [`end"),
        ("[a page](https://example.org)", "[a page](https://example.org)"),
    ] {
        assert_eq!(rust::first_paragraph(text).unwrap(), plain);
    }
}

#[test]
fn an_example_is_what_rustdoc_runs() {
    for (text, example) in [
        ("text\n\n```rust\na\n# hidden\n#\n#[attribute]\n```\n", Some("a\n#[attribute]")),
        ("```ignore\nno\n```\n```rust\nyes\n```", Some("yes")),
        ("```rust,ignore\nno\n```", None),
        ("text", None),
    ] {
        assert_eq!(rust::first_example(text).unwrap().as_deref(), example);
    }
}

fn png(color: png::ColorType, pixels: &[u8], width: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, 1);
    encoder.set_color(color);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.write_header().unwrap().write_image_data(pixels).unwrap();
    bytes
}

fn colors_of(bytes: &[u8]) -> Vec<u8> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut buffer = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut buffer).unwrap();
    buffer
}

#[test]
fn few_colors_of_a_picture_stay_as_they_are() {
    let pixels = [255, 255, 255, 0, 89, 225, 255, 255, 255];
    let small = shrink::with_palette(&png(png::ColorType::Rgb, &pixels, 3)).unwrap().unwrap();
    assert_eq!(colors_of(&small), pixels);
    assert_eq!(shrink::with_palette(&small).unwrap(), None, "it has a palette already");
    let opaque = shrink::with_palette(&png(png::ColorType::Rgba, &[1, 2, 3, 255], 1)).unwrap().unwrap();
    assert_eq!(colors_of(&opaque), [1, 2, 3]);
    assert!(shrink::with_palette(b"no picture").is_err());
}

#[test]
fn of_many_colors_of_a_picture_the_rare_ones_become_the_nearest() {
    let mut pixels: Vec<u8> = (0..=255).flat_map(|gray| [gray; 6]).collect();
    pixels.extend([100, 100, 102]);
    let small = shrink::with_palette(&png(png::ColorType::Rgb, &pixels, 513)).unwrap().unwrap();
    assert_eq!(colors_of(&small)[512 * 3..], [101, 101, 101]);
}
