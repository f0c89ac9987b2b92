use yew_livechat::prelude::*;

fn main() {
    let _ = NotificationBadge::from(-1_i32);
}
