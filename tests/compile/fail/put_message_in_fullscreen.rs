use yew_livechat::prelude::*;

fn app(fullscreen: UseFullscreenPageHandle) {
    fullscreen.put_message("Hello!");
}

fn main() {}
