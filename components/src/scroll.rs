//! Scrolls a part of a scrollable element into view.

use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

/// Scrolls the list until the child with this index is in view. The page does not scroll, since the person did not
/// ask for that.
pub(crate) fn to_child(list: &NodeRef, index: usize) {
    let Some((list, child)) = list.cast::<Element>().and_then(|list| Some((list.clone(), child(&list, index)?))) else {
        return;
    };
    let (outer, inner) = (list.get_bounding_client_rect(), child.get_bounding_client_rect());
    // Relative, because `scrollLeft` is negative in right-to-left text.
    list.set_scroll_left(list.scroll_left() + shift(outer.left(), outer.right(), inner.left(), inner.right()));
    list.set_scroll_top(list.scroll_top() + shift(outer.top(), outer.bottom(), inner.top(), inner.bottom()));
}

/// Scrolls list and page until the child with this index is in view, as a browser does for the focused element.
pub(crate) fn follow(list: &Element, index: usize) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    if let Some(child) = child(list, index) {
        child.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

fn child(list: &Element, index: usize) -> Option<Element> {
    list.children().item(u32::try_from(index).ok()?)
}

/// The distance to scroll so that the inner range is within the outer one. If it is longer, its start counts.
fn shift(start: f64, end: f64, inner_start: f64, inner_end: f64) -> i32 {
    let shift =
        if inner_end > end { (inner_end - end).min(inner_start - start) } else { (inner_start - start).min(0.0) };
    // Rounds away from 0: a fraction of a pixel is also out of view.
    #[expect(clippy::cast_possible_truncation, reason = "the size of a page")]
    let shift = if shift > 0.0 { shift.ceil() } else { shift.floor() } as i32;
    shift
}

#[cfg(test)]
mod tests {
    use super::shift;

    #[test]
    fn as_little_is_scrolled_as_brings_it_into_view() {
        for (outer, inner, expected) in [
            ((0.0, 100.0), (20.0, 40.0), 0),
            ((0.0, 100.0), (0.0, 100.0), 0),
            ((0.0, 100.0), (80.0, 120.5), 21),
            ((0.0, 100.0), (-30.5, 10.0), -31),
            ((10.0, 60.0), (70.0, 200.0), 60),
            ((10.0, 60.0), (0.0, 200.0), -10),
        ] {
            assert_eq!(shift(outer.0, outer.1, inner.0, inner.1), expected, "{inner:?} in {outer:?}");
        }
    }
}
