//! The order of functions.

use livechat_shrink::module::by_likeness;
use proptest::prelude::*;

#[test]
fn each_function_is_followed_by_the_one_most_like_it() {
    let bodies: [&[u8]; 7] = [
        b"aaaaabbbbbccccc",
        b"0123456789",
        b"aaaaabbbbbddddd",
        b"0123456780",
        b"aaaaabbbbbccccd",
        b"ABCDEFGHIJ",
        b"KLMNOPQRST",
    ];
    assert_eq!(by_likeness(&bodies), [0, 4, 2, 1, 3, 5, 6]);
}

#[test]
fn of_two_that_are_equally_alike_the_first_is_taken() {
    let bodies: [&[u8]; 7] = [b"0123456", b"AAAAA", b"0123456", b"BBBBB", b"0123456", b"CCCCC", b"DDDDD"];
    assert_eq!(by_likeness(&bodies), [0, 2, 4, 1, 3, 5, 6]);
}

proptest! {
    #[test]
    fn every_function_is_in_the_order_once(bodies in prop::collection::vec(prop::collection::vec(0_u8..4, 0..40), 0..40)) {
        let bodies: Vec<&[u8]> = bodies.iter().map(Vec::as_slice).collect();
        let order = by_likeness(&bodies);
        prop_assert_eq!(&order, &by_likeness(&bodies));
        let mut sorted = order;
        sorted.sort_unstable();
        prop_assert_eq!(sorted, (0..bodies.len()).collect::<Vec<_>>());
    }
}
