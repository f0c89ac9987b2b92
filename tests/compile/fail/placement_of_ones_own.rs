struct Elsewhere;

impl yew_livechat::Placement for Elsewhere {}

fn main() {}
