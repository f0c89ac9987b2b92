//! Tests the logic natively: `cargo test`.

use app::Shop;

#[test]
fn an_address_is_taken_in_any_form_that_people_type() {
    for address in ["shop.example", " SHOP.example/ ", "https://shop.example"] {
        assert_eq!(
            Shop::parse(address).unwrap().host(),
            "shop.example",
            "{address}"
        );
    }
    let page = Shop::parse("shop.example").unwrap().connect_page().unwrap();
    assert_eq!(page.as_str(), "https://shop.example/connect");
}

#[test]
fn what_is_no_address_is_refused_with_what_to_do() {
    assert_eq!(Shop::parse(" "), Err("Enter the address of your shop."));
    for address in [
        "shop",
        "my shop.example",
        "http://shop.example",
        "shop.example/cart",
    ] {
        assert_eq!(
            Shop::parse(address),
            Err("An address looks like this: shop.example")
        );
    }
}
