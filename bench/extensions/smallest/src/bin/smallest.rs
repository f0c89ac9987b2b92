//! The smallest extension.

use yew::prelude::*;
use yew_livechat::prelude::*;

#[component]
fn Sidebar() -> Html {
    html! { <p>{ "Hello" }</p> }
}

fn main() {
    Extension::details().mount::<Sidebar>();
}
