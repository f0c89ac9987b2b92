use yew::prelude::*;
use yew_livechat::prelude::*;

#[component]
fn App() -> Html {
    html! { <DetailsSection><SectionLine /></DetailsSection> }
}

fn main() {}
