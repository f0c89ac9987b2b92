use yew_livechat::Extension;

fn main() {
    // Without a server of its own that signs agents in; the guide's recipe "Authorization" adds one.
    Extension::details().authorize(false).mount::<app::App>();
}
