use yew_livechat::Extension;

fn main() {
    Extension::settings().mount::<app::App>();
}
