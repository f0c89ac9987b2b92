use yew_livechat::{prelude::*, rich_message::Cards};

fn app(settings: SettingsHandle, cards: &Cards) {
    settings.send_cards(cards);
}

fn main() {}
