use yew_livechat::prelude::*;

fn app(details: DetailsHandle, path: &Pathname) {
    details.navigate(path);
}

fn main() {}
