use yew_livechat::prelude::*;

fn app(details: UseDetailsHandle) {
    details.set_toast("");
}

fn main() {}
