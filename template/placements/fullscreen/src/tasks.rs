//! What is to be done. Plain Rust: tested natively, without a browser.

use yew_livechat::NotificationBadge;

/// Something to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    pub id: String,
    pub title: String,
    pub customer: String,
}

/// The tasks to begin with. An API of your own would know them.
pub fn tasks() -> Vec<Task> {
    let task = |id: &str, title: &str, customer: &str| Task {
        id: id.into(),
        title: title.into(),
        customer: customer.into(),
    };
    vec![
        task("T-1", "Send the invoice", "Mary Brown"),
        task("T-2", "Call back about the delivery", "Tomasz Lis"),
        task("T-3", "Ask for the missing address", "Amara Okafor"),
    ]
}

/// The tasks that are left once this one is done.
pub fn without(tasks: &[Task], id: &str) -> Vec<Task> {
    tasks.iter().filter(|task| task.id != id).cloned().collect()
}

/// The number on the app's icon: none when there is nothing to do, or when the agent wants none.
pub fn badge(tasks: &[Task], wanted: bool) -> Option<NotificationBadge> {
    let count = u32::try_from(tasks.len()).unwrap_or(u32::MAX);
    (wanted && count > 0).then_some(NotificationBadge::from(count))
}
