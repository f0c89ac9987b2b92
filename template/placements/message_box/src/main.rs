use yew_livechat::Extension;

fn main() {
    Extension::message_box().mount::<app::App>();
}
