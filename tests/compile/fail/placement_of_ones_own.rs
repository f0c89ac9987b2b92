struct Elsewhere;

impl yew_livechat::placement::Placement for Elsewhere {}

fn main() {}
