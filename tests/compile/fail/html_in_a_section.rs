use yew::prelude::*;
use yew_livechat::prelude::*;

#[component]
fn App() -> Html {
    html! { <DetailsSection title="Orders"><p>{ "Total" }</p></DetailsSection> }
}

fn main() {}
