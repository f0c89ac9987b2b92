use yew::prelude::*;
use yew_livechat::prelude::*;

#[component]
fn App() -> Html {
    html! { <DetailsSection title="Orders"><SectionButton label="Open" /></DetailsSection> }
}

fn main() {}
