//! Texts in another language: a translated extension is translated whole.

use std::{collections::BTreeSet, fs, path::Path, rc::Rc};

use yew::{html_nested, prelude::*};
use yew_livechat::{
    components::*,
    protocol::{CustomerProfile, SafeUrl, Source, Theme},
    testing::Snapshot,
};

/// Texts that no component can have by itself.
static MARKED: KitTexts = KitTexts {
    locale: "de",
    loading: "⟦1⟧",
    close: "⟦2⟧",
    confirm: "⟦3⟧",
    cancel: "⟦4⟧",
    copy: "⟦5⟧",
    copied: "⟦6⟧",
    not_copied: "⟦7⟧",
    unknown_customer: "⟦8⟧",
    chats: "⟦9⟧",
    archives: "⟦10⟧",
    visitors: "⟦11⟧",
    customers: "⟦12⟧",
};

/// The marks that are only seen after a click; the test of the browser has them.
const AFTER_A_CLICK: [&str; 2] = ["⟦6⟧", "⟦7⟧"];

/// All components, in every state that has a text of theirs. What the test passes has no Latin letter.
#[component]
fn Everything() -> Html {
    let customer = |source: Source| {
        let mut customer = CustomerProfile::new("1");
        customer.source = Some(source);
        html! { <CustomerCard customer={Rc::new(customer)} /> }
    };
    let href = SafeUrl::parse("https://shop.example/").unwrap();
    html! {
        <TextsProvider texts={&MARKED}>
            <Surface theme={Theme::Light}>
                { for [Source::Chats, Source::Archives, Source::Visitors, Source::Customers].map(customer) }
                <Avatar id="1" name="Ж" />
                <Badge count=120 />
                <Button busy=true>{ "Ж" }</Button>
                <Checkbox label="Ж" />
                <ConfirmDialog open=true heading="Ж">{ "Ж" }</ConfirmDialog>
                <CopyButton text="Ж" />
                <EmptyState title="Ж">{ "Ж" }</EmptyState>
                <ExternalLink {href}>{ "Ж" }</ExternalLink>
                <InAppLink href="/">{ "Ж" }</InAppLink>
                <InlineMessage kind={MessageKind::Error}>{ "Ж" }</InlineMessage>
                <List><ListItem title="Ж" /></List>
                <List />
                <Listbox label="Ж">{ html_nested! { <ListboxOption value="1" title="Ж" /> } }</Listbox>
                <Listbox label="Ж" />
                <Loader />
                <Modal open=true heading="Ж">{ "Ж" }</Modal>
                <ProgressBar label="Ж" />
                <PropertyList><Property label="Ж" value="Ж" /></PropertyList>
                <RelativeTime time=0.0 />
                <Stack><Row>{ "Ж" }</Row></Stack>
                <SearchList label="Ж" />
                <Section heading="Ж" collapsible=true open=false>{ "Ж" }</Section>
                <Select label="Ж" error="Ж"><option value="1">{ "Ж" }</option></Select>
                <Skeleton />
                <Snackbar open=true>{ "Ж" }</Snackbar>
                <Tabs label="Ж"><Tab id="1" title="Ж" /></Tabs>
                <Tag>{ "Ж" }</Tag>
                <TextArea label="Ж" error="Ж" />
                <TextField label="Ж" error="Ж" />
                <ToggleSwitch label="Ж" />
            </Surface>
        </TextsProvider>
    }
}

/// The readable content: the text between the tags, and the attributes with text.
fn texts(html: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut rest = html;
    while let Some((text, tag_and_more)) = rest.split_once('<') {
        texts.push(text.to_owned());
        let (tag, more) = tag_and_more.split_once('>').unwrap();
        for attribute in
            ["aria-label", "aria-valuetext", "aria-description", "aria-roledescription", "alt", "placeholder", "title"]
        {
            let value = tag.split_once(&format!(" {attribute}=\"")).and_then(|(_, value)| value.split_once('"'));
            texts.extend(value.map(|(value, _)| value.to_owned()));
        }
        rest = more;
    }
    texts.push(rest.to_owned());
    texts
}

#[test]
fn a_translated_component_has_no_english_word_left() {
    let html = Snapshot::details().render::<Everything>();
    let texts = texts(&html);
    for text in &texts {
        // A server renders a moment as it is, with a T and a Z.
        let is_word = |word: &str| word.chars().filter(|letter| letter.is_ascii_alphabetic()).count() > 1;
        assert!(!text.split(|letter: char| !letter.is_ascii_alphabetic()).any(is_word), "{text:?} is not translated");
    }
    let marks = (1..=12).map(|number| format!("⟦{number}⟧"));
    let missing: Vec<_> = marks.filter(|mark| !texts.contains(mark)).collect();
    assert_eq!(missing, AFTER_A_CLICK, "not rendered");
}

#[test]
fn the_test_of_the_translation_has_every_component() {
    let components = Path::new(env!("CARGO_MANIFEST_DIR")).join("components/src");
    let mut all = BTreeSet::new();
    for file in fs::read_dir(components).unwrap() {
        let source = fs::read_to_string(file.unwrap().path()).unwrap();
        let names = source.split("\n#[component]\npub fn ").skip(1).filter_map(|rest| rest.split_once('('));
        all.extend(names.map(|(name, _)| name.to_owned()));
    }
    assert!(all.len() > 30, "{all:?}");
    let is_tested =
        |name: &str| [' ', '>'].iter().any(|end| include_str!("texts.rs").contains(&format!("<{name}{end}")));
    let untested: Vec<_> = all.into_iter().filter(|name| !is_tested(name)).collect();
    assert_eq!(untested, [""; 0], "render them in `Everything`");
}

#[test]
fn english_is_what_a_component_says_without_a_provider() {
    let html = Snapshot::details().render_html(|| html! { <><Loader /><CopyButton text="1" /></> });
    assert!(html.contains(">Loading…<") && html.contains("aria-label=\"Copy\""), "{html}");
}

#[test]
fn a_property_that_sets_a_text_wins() {
    let html = Snapshot::details().render_html(|| {
        html! { <TextsProvider texts={&MARKED}><Loader label="Loading orders…" /></TextsProvider> }
    });
    assert!(html.contains("Loading orders…") && !html.contains(MARKED.loading), "{html}");
}
