//! The tasks. Plain Rust: tested natively, without a browser.

use yew_livechat::NotificationBadge;

/// A task.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    pub id: String,
    pub title: String,
    pub customer: String,
}

/// Sample tasks. Replace this with your own API.
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

/// Returns the tasks that remain once this one is done.
pub fn without(tasks: &[Task], id: &str) -> Vec<Task> {
    tasks.iter().filter(|task| task.id != id).cloned().collect()
}

/// Returns the badge for the app's icon: `None` if there are no tasks, or the agent has turned it off.
pub fn badge(tasks: &[Task], wanted: bool) -> Option<NotificationBadge> {
    let count = u32::try_from(tasks.len()).unwrap_or(u32::MAX);
    (wanted && count > 0).then_some(NotificationBadge::from(count))
}
