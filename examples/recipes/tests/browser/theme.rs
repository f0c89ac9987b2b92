use recipes::theme::Logo;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use yew_livechat::{
    Extension,
    testing::{mount, until},
};

#[wasm_bindgen_test]
async fn the_logo_follows_the_theme() {
    let page = mount::<Logo>(Extension::details()).await;
    let shows = |file: &str| page.html().contains(&format!("src=\"static/{file}\""));
    until("the light logo", || shows("logo.svg")).await;
    page.host().send("change_theme", &json!({ "theme": "dark" })).unwrap();
    until("the dark logo", || shows("logo-dark.svg")).await;
    page.host().send("change_theme", &json!({ "theme": "light" })).unwrap();
    until("the light logo", || shows("logo.svg")).await;
}
