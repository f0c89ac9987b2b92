//! Tests the logic natively: `cargo test`.

use app::find;
use yew_livechat::CustomerProfile;

#[test]
fn a_reply_names_the_customer_if_there_is_a_name() {
    let goodbye = find("goodbye")[0];
    let mut customer = CustomerProfile::new("C1");
    let without = "Thank you for writing to us. Have a nice day!";
    assert_eq!(goodbye.text_for(None), without);
    assert_eq!(goodbye.text_for(Some(&customer)), without);
    customer.name = Some("Mary".into());
    let with = "Thank you for writing to us, Mary. Have a nice day!";
    assert_eq!(goodbye.text_for(Some(&customer)), with);
}

#[test]
fn replies_are_found_by_title_and_text() {
    let titles = |words| {
        find(words)
            .iter()
            .map(|reply| reply.title)
            .collect::<Vec<_>>()
    };
    assert_eq!(titles(" RETURN "), ["Returns"]);
    assert_eq!(titles("nice day"), ["Goodbye"]);
    assert_eq!(titles("").len(), 4);
    assert!(titles("refrigerator").is_empty());
}
