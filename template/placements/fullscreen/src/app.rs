use components::{ActionItem, ActionList};
use yew::prelude::*;
use yew_livechat::prelude::*;

use crate::tasks;

/// The tasks, with their number as the badge on the app's icon.
#[component]
pub fn App() -> Html {
    let fullscreen = use_fullscreen_page();
    let page = use_page_data();
    let tasks = use_state(tasks::tasks);
    let wanted = use_state(|| true);

    use_effect_with(tasks::badge(&tasks, *wanted), {
        let fullscreen = fullscreen.clone();
        move |badge| {
            fullscreen.set_notification_badge(*badge);
        }
    });
    let finish = {
        let (fullscreen, tasks) = (fullscreen.clone(), tasks.clone());
        Callback::from(move |id: AttrValue| {
            tasks.set(tasks::without(&tasks, &id));
            fullscreen.toast_success(format!("{id} is done"));
        })
    };
    let onchange = {
        let wanted = wanted.clone();
        move |on| wanted.set(on)
    };
    let chats = move |_| {
        fullscreen
            .navigate("/chats")
            .or_toast("Couldn't open the chats. Try again.");
    };
    // The Agent App's address may name a task, for example in a link from an email: `…?task=T-2`.
    let first = page.as_ref().and_then(|page| page.query_params.get("task"));
    let items = tasks.iter().map(|task| ActionItem {
        id: task.id.clone().into(),
        title: task.title.clone().into(),
        description: task.customer.clone().into(),
        tag: (first == Some(&*task.id)).then_some("requested".into()),
    });
    html! {
        <main class="app">
            <ActionList
                level={1}
                heading="Tasks"
                items={items.collect::<Vec<_>>()}
                empty="All done."
                action="Done"
                onaction={finish}
                first={first.map(|id| AttrValue::from(id.to_owned()))}
            />
            <ToggleSwitch label="Show the count on the app's icon" checked={*wanted} {onchange} />
            <Button onclick={chats}>{ "Back to chats" }</Button>
        </main>
    }
}
