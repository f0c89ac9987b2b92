use yew_livechat::Extension;

fn main() {
    Extension::details().mount::<app::App>();
}
