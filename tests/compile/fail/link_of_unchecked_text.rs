use yew::prelude::*;
use yew_livechat::prelude::*;

#[component]
fn App() -> Html {
    html! { <DetailsSection title="Orders"><SectionLink url="javascript:alert(1)" /></DetailsSection> }
}

fn main() {}
