//! The list to the left of the conversation.

use yew::prelude::*;
use yew_livechat_components::Avatar;

/// The content of a row.
pub(super) struct Row {
    /// Its key.
    pub(super) id: String,
    /// Its avatar: an id that determines the color, and a name.
    pub(super) avatar: (String, String),
    pub(super) title: String,
    pub(super) preview: String,
    pub(super) is_open: bool,
    pub(super) onclick: Callback<MouseEvent>,
}

/// The list below its title, with the number of rows.
pub(super) fn list(label: &'static str, title: &'static str, group: &str, rows: Vec<Row>) -> Html {
    html! {
        <section class="sim-list" aria-label={label}>
            <div class="sim-head"><h2>{ title }</h2></div>
            <h3 class="sim-group">{ format!("{group} ({})", rows.len()) }</h3>
            <ul>{ for rows.into_iter().map(list_item) }</ul>
        </section>
    }
}

fn list_item(row: Row) -> Html {
    let Row { id, avatar: (avatar, name), title, preview, is_open, onclick } = row;
    let preview_id = format!("sim-preview-{id}");
    html! {
        <li class={classes!("sim-row", is_open.then_some("sim-row-open"))} key={id}>
            <Avatar id={avatar} {name} />
            <div class="sim-row-text">
                // The title alone names the button; the whole row is clickable.
                <button
                    type="button"
                    class="sim-row-name"
                    dir="auto"
                    aria-describedby={preview_id.clone()}
                    aria-current={is_open.then_some("true")}
                    {onclick}
                >
                    { title }
                </button>
                <span class="sim-row-preview" id={preview_id} dir="auto">{ preview }</span>
            </div>
        </li>
    }
}
