//! Whether published items are documented, and the API matches the recorded one.

use crate::{examples, features, folder, says};
use xtask::{api::changed, workspace};

#[test]
fn every_hook_and_component_has_an_example_and_every_feature_is_explained() {
    let root = workspace::root().unwrap();
    assert!(examples::check(&root).unwrap() > 50);
    assert!(features::check(&root).unwrap() > 3);
}

#[test]
fn public_hooks_and_components_need_an_example_and_nothing_else_does() {
    let text = "
        /// Has one.
        ///
        /// ```
        /// use_one();
        /// ```
        #[hook]
        pub fn use_one() {}
        #[hook]
        pub(crate) fn use_four() {}
        pub fn five() {}
    ";
    let without = "
        /// Has none.
        #[hook]
        pub fn use_two() {}
        #[component]
        pub fn Three() -> Html {}
    ";
    let one = [("src/hooks/one.rs", text), ("demo/src/app.rs", without), ("components/src/lib.rs", "")];
    assert_eq!(examples::check(folder(&one).path()).unwrap(), 1);
    let more = [("src/lib.rs", without), ("components/src/lib.rs", text)];
    let message = says(examples::check(folder(&more).path()));
    assert_eq!(message, "there is no example in the documentation of use_two, Three");
}

#[test]
fn features_are_found_with_and_without_lists_of_several_lines() {
    let manifest = "[package]\nname = \"a\"\n\n[features]\ndefault = [\"csr\"]\n## about\ncsr = []\n\
                    testing = [\n    \"dep:b\",\n]\n\n[lib]\nname = \"c\"\n";
    let library = "//! | `csr` | renders |\n//! | `testing` | tests |\n";
    let check = |library: &str| features::check(folder(&[("Cargo.toml", manifest), ("src/lib.rs", library)]).path());
    assert_eq!(check(library).unwrap(), 2);
    assert!(says(check(&library.replace("testing", "tests"))).ends_with("lacks testing"));
}

#[test]
fn removed_and_new_lines_of_the_api_are_named() {
    assert_eq!(changed("a\nb\nc\n", "a\nc\nd\n"), "- b\n+ d\n");
    assert_eq!(changed("a\nb\n", "a\nb\n"), "");
}
