use yew_livechat::prelude::*;

fn app(message_box: UseMessageBoxHandle, target: &RedirectTarget) {
    message_box.redirect(target);
}

fn main() {}
