use yew_livechat::Extension;

fn main() {
    Extension::fullscreen().mount::<app::App>();
}
