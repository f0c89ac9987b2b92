//! Every component with the controls of its props. A test of `xtask` reads this file and reports missing props; the
//! exceptions are in `xtask/src/catalogue/controls.rs`.

use yew::prelude::*;
use yew_livechat::prelude::*;

use super::control::{add_code, attribute, control_of, use_control, value};

static GERMAN: KitTexts = KitTexts {
    locale: "de",
    loading: "Wird geladen …",
    copy: "Kopieren",
    copied: "Kopiert",
    not_copied: "Nicht kopiert. Drücken Sie Strg+C oder ⌘C.",
    ..KitTexts::ENGLISH
};

/// Defines a component with controls for each: its name, its props, its content, and the component around it.
macro_rules! tested {
    ($(
        $name:ident {
            $($prop:ident: $kind:ident($($argument:tt)*),)*
        } $(=> { $($content:tt)* })? $(@ $around:ident { $($attribute:tt)* })?
    )+) => {
        /// The names of the components.
        pub(super) const NAMES: &[&str] = &[$(stringify!($name)),+];

        /// The component of this name with its controls.
        pub(super) fn controls_of(name: &str) -> Option<Html> {
            Some(match name {
                $(stringify!($name) => html! { <each::$name::Page /> },)+
                _ => return None,
            })
        }

        /// A module for each component.
        #[allow(non_snake_case, reason = "named after the components")]
        mod each {
            $(
                pub(super) mod $name {
                    use yew::prelude::*;
                    #[allow(unused_imports, reason = "not every component needs all of it")]
                    use yew_livechat::prelude::{*, $name as Shown};

                    #[allow(unused_imports, reason = "not every component needs all of it")]
                    use super::super::super::{
                        choice::Choice,
                        code::{self, Code},
                        control,
                        tested::Tested,
                    };
                    #[allow(unused_imports, reason = "not every component needs all of it")]
                    use super::super::*;

                    #[component]
                    pub(in super::super) fn Page() -> Html {
                        $(let $prop = use_control!($kind($($argument)*));)*
                        let shown = shown!({
                            <Shown $($prop={value!($prop $kind($($argument)*))})*>$($($content)*)?</Shown>
                        } $($around { $($attribute)* })?);
                        let controls = html! { <>{ for [$(control_of!($prop $kind($($argument)*))),*] }</> };
                        let mut code = Code::new(stringify!($name));
                        $(add_code!(code, $prop, $prop $kind($($argument)*));)*
                        $(code.content(code::lines(stringify!($($content)*)));)?
                        let code = code.format();
                        $(let code = code::within(stringify!($around), stringify!($($attribute)*), &code);)?
                        html! { <Tested {shown} {controls} {code} /> }
                    }
                }
            )+
        }
    };
}

/// A component, alone or in the one around it.
macro_rules! shown {
    ({ $($html:tt)* }) => { html! { $($html)* } };
    ({ $($html:tt)* } $around:ident { $($attribute:tt)* }) => {
        html! { <$around $($attribute)*>$($html)*</$around> }
    };
}

tested! {
    Surface {
        theme: choice(None, Theme::Dark),
        children: part(<Button kind={ButtonKind::Primary}>{ "Save" }</Button>),
    }
    Stack {
        gap: choice(Some(Gap::Medium), Gap::Medium),
        align: choice(Some(Align::Stretch), Align::Stretch),
    } => { <Button>{ "Insert link" }</Button> <Button>{ "Send card" }</Button> <Tag>{ "late" }</Tag> }
    Row {
        gap: choice(Some(Gap::Medium), Gap::Medium),
        align: choice(Some(Align::Center), Align::Center),
        justify: choice(Some(Justify::Start), Justify::SpaceBetween),
        wrap: flag(true),
    } => { <span>{ "Oak desk" }</span> <Tag>{ "shipped" }</Tag> <Button>{ "Insert link" }</Button> }
    TextsProvider {
        texts: texts(),
    } => { <Loader /> <CopyButton text="A-1024" /> }
    CustomerCard {
        customer: customer("Mary Brown"),
        unknown_name: optional(""),
        level: level(1, 3),
    }
    PropertyList {
        children: part(<Property label="Order" value="A-1024" />),
    }
    Property {
        label: text("Order"),
        value: text("A-1024"),
    } @ PropertyList {}
    Section {
        heading: text("Notes"),
        level: level(2, 3),
        collapsible: flag(false, true),
        open: flag(true),
        ontoggle: event(bool),
        children: content("Rang twice."),
    }
    List {
        label: optional("Orders"),
        empty: content("No orders yet."),
        children: part(<ListItem title="Oak desk" description="A-1024, 420 €" />),
    }
    ListItem {
        title: text("Ana Silva"),
        description: optional("Billing"),
        start: part(<Avatar id="1" name="Ana Silva" />),
        end: part(<Badge count=3 label="3 unread" />),
        onclick: optional_event(MouseEvent),
        current: flag(false),
        children: content(""),
    } @ List { label="Agents" }
    Tabs {
        label: text("Shop"),
        bind: bound("orders"),
        onselect: event(AttrValue),
    } => {
        <Tab id="orders" title="Orders">{ "Three orders, one of them late." }</Tab>
        <Tab id="returns" title="Returns">{ "No returns yet." }</Tab>
    }
    Tab {
        id: text("orders"),
        title: text("Orders"),
        children: content("Three orders, one of them late."),
    } @ Tabs { label="Shop" }
    Button {
        kind: choice(Some(ButtonKind::Secondary), ButtonKind::Primary),
        disabled: flag(false),
        busy: flag(false),
        title: optional(""),
        onclick: event(MouseEvent),
        children: content("Save"),
    }
    Avatar {
        id: text("1"),
        name: text("Mary Brown"),
        large: flag(false, true),
    }
    Tag {
        children: content("shipped"),
    }
    Badge {
        count: number(u32::MAX, 42),
        max: number(99, 99),
        label: optional("42 unread"),
    }
    ExternalLink {
        href: address("https://shop.example/orders/A-1024"),
        children: content("Open the order"),
    }
    InAppLink {
        href: text("#A-1024"),
        onclick: event(()),
        current: flag(false),
        children: content("Order A-1024"),
    }
    CopyButton {
        text: text("A-1024"),
        label: optional("Copy the order number"),
        copied_label: optional(""),
        failed_label: optional(""),
        oncopy: event(bool),
    }
    RelativeTime {
        time: minutes(90),
        locale: optional(""),
    }
    TextField {
        label: text("Email address"),
        label_hidden: flag(false),
        kind: choice(Some(TextFieldKind::Text), TextFieldKind::Email),
        bind: bound("mary.brown@example.com"),
        oninput: event(String),
        placeholder: optional(""),
        hint: optional("The customer receives a receipt."),
        error: optional(""),
        disabled: flag(false),
    }
    TextArea {
        label: text("Note"),
        label_hidden: flag(false),
        bind: bound("Rang twice."),
        oninput: event(String),
        rows: number(3, 3),
        placeholder: optional(""),
        hint: optional("Only your colleagues see it."),
        error: optional(""),
        disabled: flag(false),
    }
    Select {
        label: text("Priority"),
        label_hidden: flag(false),
        bind: bound("normal"),
        onchange: event(String),
        hint: optional("Urgent ones come first."),
        error: optional(""),
        disabled: flag(false),
    } => { <option value="normal">{ "Normal" }</option> <option value="urgent">{ "Urgent" }</option> }
    Listbox {
        label: text("Warehouse"),
        bind: bound("north"),
        onchoose: event(AttrValue),
        empty: content("No warehouses."),
    } => {
        <ListboxOption value="north" title="North" description="Ships today" />
        <ListboxOption value="south" title="South" description="Ships tomorrow" />
    }
    ListboxOption {
        value: text("north"),
        title: text("North"),
        description: optional("Ships today"),
        disabled: flag(false),
    } @ Listbox { label="Warehouse" }
    SearchList {
        label: text("Search replies"),
        label_hidden: flag(false),
        bind: bound(""),
        oninput: event(String),
        onchoose: event(AttrValue),
        placeholder: optional(""),
        empty: content("No replies match."),
    } => {
        <ListboxOption value="hello" title="Hello" description="How can I help you today?" />
        <ListboxOption value="late" title="Late parcel" description="It arrives within two days." />
    }
    Checkbox {
        label: text("Send a copy to me"),
        bind: bound_flag(true),
        onchange: event(bool),
        hint: optional(""),
        disabled: flag(false),
    }
    ToggleSwitch {
        label: text("Notify me when an order is late"),
        bind: bound_flag(true),
        onchange: event(bool),
        hint: optional("Only while the tab is open."),
        disabled: flag(false),
    }
    InlineMessage {
        kind: choice(Some(MessageKind::Info), MessageKind::Warning),
        children: content("The parcel is late by 2 days."),
    }
    EmptyState {
        title: text("No customer yet"),
        level: level(2, 3),
        children: content("Open a chat to see who you are talking to."),
    }
    Loader {
        label: optional("Loading orders…"),
    }
    ProgressBar {
        label: text("Importing orders"),
        label_hidden: flag(false),
        value: maybe("3"),
        max: number(100, 7),
        text: optional("3 of 7"),
    }
    Skeleton {
        lines: number(3, 2),
        avatar: flag(false, true),
        label: optional(""),
    }
    Snackbar {
        open: flag(false, true),
        kind: choice(Some(MessageKind::Info), MessageKind::Success),
        onclose: closes((), open),
        seconds: number(6, 0),
        close_label: optional(""),
        children: content("The link is in the message."),
    }
    ConfirmDialog {
        open: flag(false),
        heading: text("Delete this note?"),
        confirm_label: optional("Delete"),
        cancel_label: optional(""),
        kind: choice(Some(ButtonKind::Primary), ButtonKind::Destructive),
        busy: flag(false),
        onconfirm: closes((), open),
        oncancel: closes((), open),
        children: content("You can't undo this."),
    }
    Modal {
        open: flag(false),
        heading: text("Add a note to the order"),
        onclose: closes((), open),
        close_label: optional(""),
        actions: part(<Button>{ "Save" }</Button>),
        children: content("Only your colleagues see it."),
    }
}
