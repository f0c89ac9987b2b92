use yew_livechat::prelude::*;

fn app(details: DetailsHandle) {
    details.set_toast("");
}

fn main() {}
