//! Names and order: renaming preserves a module's meaning.

use crate::support::{Meaning, SCRIPT, Sample, meaning, script};
use livechat_shrink::glue::Glue;
use livechat_shrink::module::{MODULE, Renamed, prune, rename};
use proptest::prelude::*;

/// The names of the imports from the script, and their values there.
const ENTRIES: [(&str, &str); 4] = [("__wbg_d", "d"), ("__wbg_c", "c"), ("__wbg_b", "b"), ("__wbg_a", "a")];

fn glue() -> Glue {
    Glue::parse(&script(&ENTRIES, "wasm.first(); wasm.second(); wasm.memory;\n")).unwrap()
}

fn plain(module: &str, name: &str) -> String {
    format!("{module} {name}")
}

/// The meaning of a renamed module, by the old names.
fn old_meaning(renamed: &Renamed) -> Meaning {
    let import = |module: &str, name: &str| {
        if module != MODULE {
            return plain(module, name);
        }
        plain(SCRIPT, &renamed.imports[name.parse::<usize>().unwrap()])
    };
    let mut meaning = meaning(&renamed.module, import);
    let old = |new: &String| renamed.exports.iter().find(|(_, name)| *name == new).unwrap().0.clone();
    meaning.exports = meaning.exports.iter().map(|(name, what)| (old(name), what.clone())).collect();
    meaning
}

fn sample() -> impl Strategy<Value = Sample> {
    let imports = Just(ENTRIES.map(|(name, _)| name).to_vec()).prop_shuffle();
    (imports, 0..3_usize, 1..20_usize).prop_flat_map(|(names, others, own)| {
        let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
        let count = u32::try_from(names.len() + others + own).unwrap();
        let function = 0..count;
        let calls = prop::collection::vec(prop::collection::vec(function.clone(), 0..6), own);
        let table = prop::collection::vec(function.clone(), 0..8);
        let exports = (function.clone(), function.clone());
        (Just(names), Just(others), calls, table, exports, prop::option::of(count - u32::try_from(own).unwrap()..count))
            .prop_map(|(names, others, calls, table, exports, start)| {
                let mut imports: Vec<_> =
                    names.into_iter().enumerate().map(|(index, name)| (SCRIPT.to_owned(), name, index % 3)).collect();
                for other in 0..others {
                    imports.insert(other, (format!("./snippets/{other}.js"), "call".to_owned(), 1));
                }
                let exports = vec![("first".to_owned(), exports.0), ("second".to_owned(), exports.1)];
                Sample { imports, calls, exports, table, start }
            })
    })
}

proptest! {
    #[test]
    fn every_function_is_the_same_up_to_names_and_numbers(sample in sample()) {
        let module = sample.encode();
        let before = meaning(&module, plain);
        let renamed = rename(&module, &glue()).unwrap();
        prop_assert_eq!(old_meaning(&renamed), before);
    }

    #[test]
    fn what_is_written_again_is_the_same_each_time(sample in sample()) {
        let module = sample.encode();
        let (one, other) = (rename(&module, &glue()).unwrap(), rename(&module, &glue()).unwrap());
        prop_assert_eq!(one.module, other.module);
        prop_assert_eq!(one.imports, other.imports);
    }
}

fn imports(names: &[(&str, usize)]) -> Vec<(String, String, usize)> {
    names.iter().map(|(name, parameters)| (SCRIPT.to_owned(), (*name).to_owned(), *parameters)).collect()
}

#[test]
fn exports_that_the_script_does_not_use_are_left_out() {
    let exports = ["first", "main", "second", "__abort_handler"].map(|name| (name.to_owned(), 0)).to_vec();
    let module = Sample { calls: vec![vec![]], exports, ..Sample::default() }.encode();
    let kept = meaning(&prune(&module, &glue()).unwrap(), plain).exports;
    assert_eq!(kept.into_keys().collect::<Vec<_>>(), ["first", "memory", "second"]);
}

#[test]
fn imports_of_one_value_and_one_type_become_one() {
    let glue = Glue::parse(&script(&[("a", "same"), ("b", "other"), ("c", "same"), ("d", "same")], "")).unwrap();
    // The last has another type.
    let imports = imports(&[("a", 1), ("b", 1), ("c", 1), ("d", 2)]);
    let module = Sample { imports, calls: vec![vec![0, 1, 2, 3]], ..Sample::default() }.encode();
    let body =
        &meaning(&prune(&module, &glue).unwrap(), |_, name| name.to_owned()).functions["I32Const { value: 1000 }"];
    let calls: Vec<&str> = body.iter().filter_map(|instruction| instruction.strip_prefix("call ")).collect();
    assert_eq!(calls, ["a", "b", "a", "d"]);
}

#[test]
fn imports_of_one_type_are_next_to_each_other() {
    let imports = imports(&[("__wbg_d", 2), ("__wbg_a", 1), ("__wbg_c", 2), ("__wbg_b", 1)]);
    let renamed = rename(&Sample { imports, ..Sample::default() }.encode(), &glue()).unwrap();
    assert_eq!(renamed.imports, ["__wbg_a", "__wbg_b", "__wbg_c", "__wbg_d"]);
}

#[test]
fn what_the_script_does_not_have_is_an_error() {
    let module = Sample { imports: imports(&[("__wbg_new", 0)]), ..Sample::default() }.encode();
    let says = "the WebAssembly module cannot be processed: it imports `__wbg_new`, which its script does not have";
    assert_eq!(rename(&module, &glue()).unwrap_err().to_string(), says);
    assert_eq!(prune(&module, &glue()).unwrap_err().to_string(), says);
}

#[test]
fn what_is_no_module_is_an_error() {
    let sample = Sample { calls: vec![vec![]], ..Sample::default() }.encode();
    for wrong in [&b""[..], b"<!doctype html>", &sample[..sample.len() - 1]] {
        let text = rename(wrong, &glue()).unwrap_err().to_string();
        assert!(text.starts_with("the WebAssembly module cannot be processed: "), "{text}");
    }
}
