use yew_livechat::prelude::*;

fn app(fullscreen: FullscreenHandle) {
    fullscreen.put_message("Hello!");
}

fn main() {}
