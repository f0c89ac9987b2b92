use yew_livechat::{prelude::*, section::Section};

fn app(section: Section) {
    let _ = Extension::settings().sections([section]);
}

fn main() {}
