//! Numbers that JavaScript represents exactly.

/// The integer value of a number, if JavaScript represents it exactly.
pub(crate) fn whole(value: f64) -> Option<i64> {
    const LARGEST: f64 = 9_007_199_254_740_991.0;
    #[expect(clippy::cast_possible_truncation, reason = "within ±2^53 and without fraction")]
    (value.fract() == 0.0 && value.abs() <= LARGEST).then_some(value as i64)
}
