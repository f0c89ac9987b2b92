use yew_livechat::prelude::*;

fn app(details: UseDetailsHandle, path: &Pathname) {
    details.navigate(path);
}

fn main() {}
