//! The icons that components contain. Text next to them has their meaning.

use yew::prelude::*;

pub(crate) fn close() -> Html {
    stroked("M4 4l8 8M12 4l-8 8")
}

pub(crate) fn copy() -> Html {
    stroked(
        "M10.5 5.5v-2a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2M6.5 5.5h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-6a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1z",
    )
}

pub(crate) fn check() -> Html {
    stroked("M3 8.5l3.5 3.5L13 5")
}

fn stroked(path: &'static str) -> Html {
    html! { <svg class="lc-icon" viewBox="0 0 16 16" aria-hidden="true"><path d={path} /></svg> }
}
