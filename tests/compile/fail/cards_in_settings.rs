use yew_livechat::{prelude::*, rich_message::Cards};

fn app(settings: UseSettingsPageHandle, cards: &Cards) {
    settings.send_cards(cards);
}

fn main() {}
