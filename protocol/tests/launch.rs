//! The query string that the host loads the extension with.

mod harness;

use harness::cases::cases;
use livechat_protocol::{Driver, Launch, Theme};
use proptest::prelude::*;

fn launch(plugin_id: Option<&str>, driver: Driver, theme: Option<Theme>) -> Launch {
    Launch { plugin_id: plugin_id.map(str::to_owned), driver, theme }
}

#[test]
fn fault_12_valid_parameters_count_whatever_the_others_are() {
    use Driver::{Plain, Trusted};
    let (dark, light) = (Some(Theme::Dark), Some(Theme::Light));
    let table = [
        ("", launch(None, Trusted, None)),
        ("?", launch(None, Trusted, None)),
        ("?plugin_id=abc", launch(Some("abc"), Trusted, None)),
        ("plugin_id=abc", launch(Some("abc"), Trusted, None)),
        ("?plugin_id=abc&connection=plain&theme=dark", launch(Some("abc"), Plain, dark)),
        ("?theme=light&connection=plain", launch(None, Plain, light)),
        // Invalid escapes.
        ("?%E0%A4%A", launch(None, Trusted, None)),
        ("?%E0%A4%A&plugin_id=abc", launch(Some("abc"), Trusted, None)),
        ("?plugin_id=%E0%A4%A", launch(Some("\u{fffd}%A"), Trusted, None)),
        ("?plugin_id=%", launch(Some("%"), Trusted, None)),
        ("?plugin_id=%FF&theme=dark", launch(Some("\u{fffd}"), Trusted, dark)),
        ("?x=%ZZ&theme=dark", launch(None, Trusted, dark)),
        // Valid escapes.
        ("?plugin_id=a%20b%26c", launch(Some("a b&c"), Trusted, None)),
        ("?plugin%5Fid=abc", launch(Some("abc"), Trusted, None)),
        ("?plugin_id=a+b", launch(Some("a b"), Trusted, None)),
        ("?plugin_id=%C5%82", launch(Some("ł"), Trusted, None)),
        ("?connection=pla%69n", launch(None, Plain, None)),
        // Duplicates: the first one counts.
        ("?plugin_id=a&plugin_id=b", launch(Some("a"), Trusted, None)),
        ("?theme=dark&theme=light", launch(None, Trusted, dark)),
        ("?connection=plain&connection=trusted", launch(None, Plain, None)),
        ("?connection=trusted&connection=plain", launch(None, Trusted, None)),
        // `=` in unusual places.
        ("?plugin_id=a=b==c", launch(Some("a=b==c"), Trusted, None)),
        ("?=abc&theme=dark", launch(None, Trusted, dark)),
        ("?plugin_id", launch(None, Trusted, None)),
        ("?plugin_id=", launch(None, Trusted, None)),
        ("?====&theme=dark", launch(None, Trusted, dark)),
        ("?&&&theme=dark&&", launch(None, Trusted, dark)),
        ("?plugin_id==", launch(Some("="), Trusted, None)),
        // Near misses.
        ("?theme=Dark", launch(None, Trusted, None)),
        ("?theme=blue", launch(None, Trusted, None)),
        ("?theme=dark%20", launch(None, Trusted, None)),
        ("?THEME=dark", launch(None, Trusted, None)),
        ("?connection=PLAIN", launch(None, Trusted, None)),
        ("?connection=plain%00", launch(None, Trusted, None)),
        ("?connection", launch(None, Trusted, None)),
        ("?xplugin_id=a&plugin_idx=b", launch(None, Trusted, None)),
        ("??plugin_id=a", launch(None, Trusted, None)),
        ("?plugin_id=null", launch(Some("null"), Trusted, None)),
        ("?__proto__=x&constructor=y&theme=dark", launch(None, Trusted, dark)),
        ("?theme=dark#theme=light", launch(None, Trusted, None)),
    ];
    for (query, expected) in table {
        assert_eq!(Launch::from_query(query), expected, "{query}");
    }
}

#[test]
fn a_long_query_is_read() {
    let query = format!("?{}theme=dark&plugin_id={}", "x=1&".repeat(100_000), "p".repeat(1_000));
    let launch = Launch::from_query(&query);
    assert_eq!(launch.theme, Some(Theme::Dark));
    assert_eq!(launch.plugin_id.map(|id| id.len()), Some(1_000));
}

/// Text that is nearly a query, more often than by chance.
fn nearly_a_query() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("?"),
        Just("&"),
        Just("="),
        Just("%"),
        Just("%E0%A4%A"),
        Just("+"),
        Just("plugin_id"),
        Just("theme"),
        Just("connection"),
        Just("plain"),
        Just("dark"),
        Just("é"),
        Just("#"),
        Just(";"),
        Just("\u{0}"),
    ];
    prop::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(cases(4_000, "proptest-regressions/launch.txt"))]

    #[test]
    fn fault_12_reading_never_panics_and_the_good_first_ones_count(
        rest in prop_oneof![any::<String>(), nearly_a_query()],
    ) {
        let alone = Launch::from_query(&rest);
        prop_assert_ne!(alone.plugin_id, Some(String::new()), "an empty id is no id");
        let first = Launch::from_query(&format!("?plugin_id=abc&theme=dark&connection=plain&{rest}"));
        prop_assert_eq!(first, launch(Some("abc"), Driver::Plain, Some(Theme::Dark)));
    }

    #[test]
    fn any_plugin_id_survives_its_escaping(id in "\\PC{1,20}") {
        let escaped: String = id.bytes().map(|byte| format!("%{byte:02X}")).collect();
        prop_assert_eq!(Launch::from_query(&format!("?plugin_id={escaped}")).plugin_id, Some(id));
    }
}
