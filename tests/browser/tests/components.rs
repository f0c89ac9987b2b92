//! The components' callbacks and accessibility.

use std::{cell::RefCell, rc::Rc};

use browser_tests::page::{Mounted, until};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{
    Document, Element, HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement,
};
use yew::{prelude::*, props};
use yew_livechat::{Extension, Texts, components::*, testing::ScriptedHost};

/// The arguments of a callback's calls.
struct Calls<T>(Rc<RefCell<Vec<T>>>);

impl<T: Clone + 'static> Calls<T> {
    fn new() -> (Self, Callback<T>) {
        let calls = Rc::new(RefCell::new(Vec::new()));
        let callback = {
            let calls = calls.clone();
            Callback::from(move |value| calls.borrow_mut().push(value))
        };
        (Self(calls), callback)
    }

    fn all(&self) -> Vec<T> {
        self.0.borrow().clone()
    }
}

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

fn find(selector: &str) -> Element {
    document().query_selector(selector).unwrap().unwrap_or_else(|| panic!("there is no {selector}"))
}

fn exists(selector: &str) -> bool {
    document().query_selector(selector).unwrap().is_some()
}

async fn appears(selector: &str) -> Element {
    until(&format!("there is a {selector}"), || exists(selector)).await;
    find(selector)
}

fn attribute(selector: &str, name: &str) -> Option<String> {
    find(selector).get_attribute(name)
}

fn text(selector: &str) -> String {
    find(selector).text_content().unwrap_or_default()
}

fn is_focused(selector: &str) -> bool {
    document().active_element().is_some_and(|focused| focused == find(selector))
}

/// Runs JavaScript on an element, for the events that a person's hands would cause.
fn act(element: &Element, value: &str, script: &str) {
    Function::new_with_args("element, value", script).call2(&JsValue::NULL, element, &value.into()).unwrap();
}

fn press(element: &Element, key: &str) {
    act(element, key, "element.dispatchEvent(new KeyboardEvent('keydown', { key: value, bubbles: true }))");
}

fn write(element: &Element, text: &str) {
    act(element, text, "element.value = value; element.dispatchEvent(new InputEvent('input', { bubbles: true }))");
}

fn choose(element: &Element, option: &str) {
    act(element, option, "element.value = value; element.dispatchEvent(new Event('change', { bubbles: true }))");
}

fn update<C: BaseComponent>(app: &mut Mounted<C>, props: C::Properties) {
    app.app.as_mut().unwrap().update(props);
}

#[wasm_bindgen_test]
async fn a_text_field_tells_the_whole_text_and_what_is_wrong_with_it() {
    let (calls, oninput) = Calls::new();
    let field = props!(TextFieldProps { label: "Name", value: "", hint: "As on the parcel.", oninput });
    let mut app = Mounted::<TextField>::new(field.clone());
    let input = appears("input.lc-input").await;
    assert_eq!(attribute("input.lc-input", "type").as_deref(), Some("text"));
    assert_eq!(attribute(".lc-field > label", "for"), input.get_attribute("id"));
    assert_eq!(input.get_attribute("aria-invalid"), None);
    assert_eq!(input.get_attribute("aria-describedby"), attribute(".lc-field-hint", "id"));
    write(&input, "Mary");
    assert_eq!(calls.all(), ["Mary"]);

    update(&mut app, TextFieldProps { error: Some("Too short.".into()), kind: TextFieldKind::Email, ..field });
    appears(".lc-field-error").await;
    assert_eq!(text(".lc-field-error"), "Too short.");
    assert_eq!(attribute("input.lc-input", "aria-invalid").as_deref(), Some("true"));
    assert_eq!(attribute("input.lc-input", "type").as_deref(), Some("email"));
    let described = [attribute(".lc-field-hint", "id").unwrap(), attribute(".lc-field-error", "id").unwrap()].join(" ");
    assert_eq!(attribute("input.lc-input", "aria-describedby"), Some(described));
}

#[derive(Clone, PartialEq, Properties)]
struct BoundProps {
    /// Called with the value of any field.
    oninput: Callback<String>,
}

/// One of each field, bound to a state, with a value that is ignored.
#[component]
fn Bound(props: &BoundProps) -> Html {
    let (name, note) = (use_state(|| "Mary".to_owned()), use_state(|| "Rang.".to_owned()));
    let (size, view) = (use_state(|| "s".to_owned()), use_state(|| AttrValue::from("b")));
    let (gift, alerts, place) = (use_state(|| true), use_state(|| false), use_state(|| "north".to_owned()));
    let oninput = &props.oninput;
    let state = format!("{} {} {} {} {} {} {}", *name, *note, *size, *gift, *alerts, *view, *place);
    html! {
        <>
            <TextField label="Name" value="not shown" bind={&name} {oninput} />
            <TextArea label="Note" value="not shown" bind={&note} {oninput} />
            <Select label="Size" value="m" bind={&size} onchange={oninput}>
                <option value="s">{ "S" }</option>
                <option value="m">{ "M" }</option>
            </Select>
            <Checkbox label="Gift" checked=false bind={&gift} onchange={oninput.reform(|on: bool| on.to_string())} />
            <ToggleSwitch label="Alerts" checked=true bind={&alerts} onchange={oninput.reform(|on: bool| on.to_string())} />
            <Tabs label="Shop" selected="a" bind={&view} onselect={oninput.reform(|id: AttrValue| id.to_string())}>
                <Tab id="a" title="Orders" />
                <Tab id="b" title="Returns" />
            </Tabs>
            <Listbox label="Place" value="south" bind={&place} onchoose={oninput.reform(|id: AttrValue| id.to_string())}>
                <ListboxOption value="north" title="North" />
                <ListboxOption value="south" title="South" />
            </Listbox>
            <output>{ state }</output>
        </>
    }
}

#[wasm_bindgen_test]
async fn a_bound_field_shows_its_state_and_sets_it() {
    let (calls, oninput) = Calls::new();
    let app = Mounted::<Bound>::new(BoundProps { oninput });
    app.shows("Mary Rang. s true false b north").await;
    let line: HtmlInputElement = find("input.lc-input").unchecked_into();
    let area: HtmlTextAreaElement = find("textarea").unchecked_into();
    let select: HtmlSelectElement = find("select").unchecked_into();
    let is_on = |selector: &str| find(selector).unchecked_into::<HtmlInputElement>().checked();
    assert_eq!((line.value(), area.value()), ("Mary".into(), "Rang.".into()));
    until("the state's option is shown", || select.value() == "s").await;
    assert!(is_on(".lc-checkbox") && !is_on(".lc-switch"));
    assert_eq!(text("[role=tab][aria-selected=true]"), "Returns");
    assert_eq!(text("[role=option][aria-selected=true]"), "North");

    write(&line, "Ann");
    write(&area, "Rang twice.");
    choose(&select, "m");
    app.click(".lc-checkbox");
    app.click(".lc-switch");
    app.click("[role=tab]");
    app.click("[role=option]:last-child");
    app.shows("Ann Rang twice. m false true a south").await;
    assert_eq!((line.value(), area.value()), ("Ann".into(), "Rang twice.".into()));
    until("the other option is shown", || select.value() == "m").await;
    assert!(!is_on(".lc-checkbox") && is_on(".lc-switch"));
    assert_eq!(text("[role=tab][aria-selected=true]"), "Orders");
    assert_eq!(text("[role=option][aria-selected=true]"), "South");
    assert_eq!(calls.all(), ["Ann", "Rang twice.", "m", "false", "true", "a", "south"]);
}

#[wasm_bindgen_test]
async fn checkbox_and_switch_are_what_their_owner_says() {
    let (calls, onchange) = Calls::new();
    let on = props!(ToggleSwitchProps { label: "Sounds", checked: false, onchange: onchange.clone() });
    let mut app = Mounted::<ToggleSwitch>::new(on.clone());
    let input: HtmlInputElement = appears("input[role=switch]").await.unchecked_into();
    assert_eq!(attribute(".lc-toggle > label", "for").as_deref(), Some(&*input.id()));
    input.click();
    assert_eq!(calls.all(), [true]);
    assert!(!input.checked(), "the component does not change its value by itself");
    update(&mut app, ToggleSwitchProps { checked: true, ..on });
    until("it is on", || input.checked()).await;
    input.click();
    assert_eq!(calls.all(), [true, false]);
    drop(app);

    let checkbox = props!(CheckboxProps { label: "Gift", checked: true, hint: "Free.", onchange });
    let _app = Mounted::<Checkbox>::new(checkbox);
    let input: HtmlInputElement = appears("input.lc-checkbox").await.unchecked_into();
    assert!(input.checked() && !input.has_attribute("role"));
    assert_eq!(input.get_attribute("aria-describedby"), attribute(".lc-field-hint", "id"));
    input.click();
    assert_eq!(calls.all(), [true, false, false]);
    assert!(input.checked(), "the component does not change its value by itself");
}

#[wasm_bindgen_test]
async fn a_select_shows_what_its_owner_says_also_of_other_options() {
    let (calls, onchange) = Calls::new();
    let option = |value: &'static str| html! { <option {value}>{ value }</option> };
    let select = props!(SelectProps {
        label: "Size",
        value: "m",
        onchange,
        children: html! { <>{ option("s") }{ option("m") }</> },
    });
    let mut app = Mounted::<Select>::new(select.clone());
    let element: HtmlSelectElement = appears("select").await.unchecked_into();
    until("the owner's choice is shown", || element.value() == "m").await;
    choose(&element, "s");
    assert_eq!(calls.all(), ["s"]);
    assert_eq!(element.value(), "m", "the component does not change its value by itself");
    update(&mut app, SelectProps { value: "s".into(), ..select.clone() });
    until("the other is shown", || element.value() == "s").await;
    let children = html! { <>{ option("l") }{ option("m") }</> };
    update(&mut app, SelectProps { value: "m".into(), children, error: Some("Sold out.".into()), ..select });
    until("another option of that value is shown", || element.value() == "m" && element.selected_index() == 1).await;
    assert_eq!(element.get_attribute("aria-invalid").as_deref(), Some("true"));
}

/// A section beside something that takes longer than Yew renders before it lets the browser do something else.
#[component]
fn SectionBesideSlow() -> Html {
    html! { <><Section heading="Notes" collapsible=true /><Slow /></> }
}

#[component]
fn Slow() -> Html {
    let end = js_sys::Date::now() + 30.0;
    while js_sys::Date::now() < end {}
    Html::default()
}

/// Seen on a busy machine: the effect that opened the section ran after the click.
#[wasm_bindgen_test]
async fn a_section_that_is_closed_before_yew_runs_the_effects_of_its_first_rendering_stays_closed() {
    let app = Mounted::<SectionBesideSlow>::new(());
    let button = "h2 > button.lc-section-toggle";
    for _ in 0..20 {
        if app.has(button) {
            break;
        }
        JsFuture::from(Promise::resolve(&JsValue::NULL)).await.unwrap();
    }
    app.click(button);
    yew::scheduler::flush().await;
    assert_eq!(attribute(button, "aria-expanded").as_deref(), Some("false"));
}

#[wasm_bindgen_test]
async fn a_section_closes_opens_and_keeps_what_is_in_it() {
    let (calls, ontoggle) = Calls::new();
    let section = props!(SectionProps {
        heading: "Notes",
        collapsible: true,
        ontoggle,
        children: html! { <input class="inside" /> },
    });
    let mut app = Mounted::<Section>::new(section.clone());
    let button = "h2 > button.lc-section-toggle";
    appears(button).await;
    let is_open = || {
        attribute(button, "aria-expanded").as_deref() == Some("true")
            && !find(".lc-section-content").has_attribute("hidden")
    };
    assert!(is_open());
    assert_eq!(attribute(button, "aria-controls"), attribute(".lc-section-content", "id"));
    write(&find(".inside"), "Rang twice.");
    app.click(button);
    until("it is closed", || !is_open()).await;
    assert!(find(".lc-section-content").has_attribute("hidden"));
    app.click(button);
    until("it is open", is_open).await;
    assert_eq!(find(".inside").unchecked_into::<HtmlInputElement>().value(), "Rang twice.");
    assert_eq!(calls.all(), [false, true]);
    update(&mut app, SectionProps { open: false, ..section });
    until("the owner closes it", || !is_open()).await;
    assert_eq!(calls.all(), [false, true], "closing by the owner is not reported as the person's");
}

#[wasm_bindgen_test]
async fn a_list_says_when_it_is_empty_and_an_item_can_be_a_button() {
    let list = props!(ListProps { label: "Orders", empty: html! { "No orders yet." } });
    let mut app = Mounted::<List>::new(list.clone());
    app.shows("No orders yet.").await;
    assert!(!app.has("ul"));
    let (calls, onclick) = Calls::new();
    let onclick = onclick.reform(|_: MouseEvent| "opened");
    let children = html! {
        <>
            <ListItem title="Desk" {onclick} current=true />
            <ListItem title="Lamp"><Button>{ "Send" }</Button></ListItem>
        </>
    };
    update(&mut app, ListProps { children, ..list });
    appears("ul[aria-label=Orders] > li + li").await;
    assert!(!app.text().contains("No orders yet."));
    assert_eq!(text("li > button.lc-list-item-head[aria-current=true]"), "Desk");
    app.click("li > button");
    assert_eq!(calls.all(), ["opened"]);
    assert_eq!(text("li > div.lc-list-item-head"), "Lamp");
}

#[wasm_bindgen_test]
async fn a_badge_counts_to_its_maximum_and_zero_is_none() {
    let badge = props!(BadgeProps { count: 120_u32, label: "120 unread" });
    let mut app = Mounted::<Badge>::new(badge.clone());
    app.shows("99+").await;
    assert_eq!(text(".lc-badge > [aria-hidden]"), "99+");
    assert_eq!(text(".lc-badge > .lc-visually-hidden"), "120 unread");
    update(&mut app, BadgeProps { count: 0, ..badge });
    until("no badge", || !exists(".lc-badge")).await;
}

static GERMAN: KitTexts = KitTexts {
    locale: "de",
    loading: "Wird geladen …",
    copy: "Kopieren",
    copied: "Kopiert",
    not_copied: "Nicht kopiert",
    ..KitTexts::ENGLISH
};

static POLISH: KitTexts = KitTexts { locale: "pl", loading: "Ładowanie…", ..KitTexts::ENGLISH };

#[derive(Clone, PartialEq, Properties)]
struct TranslatedProps {
    texts: &'static KitTexts,
    /// Called with the result of copying.
    oncopy: Callback<bool>,
    time: f64,
}

#[component]
fn Translated(props: &TranslatedProps) -> Html {
    html! {
        <TextsProvider texts={props.texts}>
            <Words oncopy={&props.oncopy} time={props.time} />
            <Loader label="Set" />
        </TextsProvider>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct WordsProps {
    oncopy: Callback<bool>,
    time: f64,
}

#[component]
fn Words(props: &WordsProps) -> Html {
    html! { <><Loader />{ " " }<RelativeTime time={props.time} />{ " " }<CopyButton text="A-1" oncopy={&props.oncopy} /></> }
}

#[wasm_bindgen_test]
async fn components_change_their_language_while_they_are_shown() {
    let (copied, oncopy) = Calls::new();
    let time = js_sys::Date::now() - 5.0 * 60_000.0 - 1_000.0;
    let german = TranslatedProps { texts: &GERMAN, oncopy, time };
    let mut app = Mounted::<Translated>::new(german.clone());
    app.shows("Wird geladen … vor 5 Minuten").await;
    app.shows("Set").await;
    clipboard("return Promise.resolve()");
    app.click("button[title=Kopieren]");
    app.shows("Kopiert").await;
    clipboard("return Promise.reject(new Error('refused'))");
    copy_command("return false");
    app.click("button[title=Kopieren]");
    app.shows("Nicht kopiert").await;
    assert_eq!(copied.all(), [true, false]);
    update(&mut app, TranslatedProps { texts: &POLISH, ..german.clone() });
    app.shows("Ładowanie… 5 minut temu").await;
    appears("button[title=Copy]").await;
    drop(app);

    let host = ScriptedHost::new();
    let texts = Texts { kit: Some(&GERMAN), ..Texts::default() };
    let words = html! { <Words oncopy={&german.oncopy} time={german.time} /> };
    let page = host.mount_html(Extension::details().texts(texts), words.clone()).await;
    page.shows("Wird geladen … vor 5 Minuten").await;
    drop(page);
    let host = ScriptedHost::new();
    let page = host.mount_html(Extension::details(), words).await;
    page.shows("Loading… 5 minutes ago").await;
}

#[derive(Clone, PartialEq, Properties)]
struct ViewsProps {
    selected: AttrValue,
    onselect: Callback<AttrValue>,
}

#[component]
fn Views(props: &ViewsProps) -> Html {
    html! {
        <Tabs label="Shop" selected={&props.selected} onselect={&props.onselect}>
            { for [("a", "Orders"), ("b", "Returns"), ("c", "Notes")].map(|(id, title)| html_nested! {
                <Tab {id} {title}>{ format!("View {id}") }</Tab>
            }) }
        </Tabs>
    }
}

#[wasm_bindgen_test]
async fn tabs_tell_which_one_is_wanted_and_show_which_one_is_selected() {
    let (calls, onselect) = Calls::new();
    let views = ViewsProps { selected: "a".into(), onselect };
    let mut app = Mounted::<Views>::new(views.clone());
    let first = appears("[role=tab]").await;
    let selected = |title: &str| text("[role=tab][aria-selected=true][tabindex='0']") == title;
    assert!(selected("Orders"));
    assert_eq!(text("[role=tabpanel]"), "View a");
    assert_eq!(attribute("[role=tabpanel]", "aria-labelledby"), first.get_attribute("id"));
    assert_eq!(first.get_attribute("aria-controls"), attribute("[role=tabpanel]", "id"));
    for (key, wanted) in [("ArrowRight", "b"), ("ArrowLeft", "c"), ("End", "c")] {
        press(&first, key);
        assert_eq!(calls.all().last().map(|id| &**id), Some(wanted), "{key}");
    }
    let before = calls.all().len();
    for key in ["Home", "Enter", "x"] {
        press(&first, key);
    }
    app.click("[role=tab][aria-selected=true]");
    assert_eq!(calls.all().len(), before, "no other tab was selected");
    app.click("[role=tab]:last-child");
    assert_eq!(calls.all().last().map(|id| &**id), Some("c"));
    assert!(selected("Orders"), "the component does not change its selection by itself");
    update(&mut app, ViewsProps { selected: "b".into(), ..views.clone() });
    until("the other is selected", || selected("Returns")).await;
    assert_eq!(text("[role=tabpanel]"), "View b");
    update(&mut app, ViewsProps { selected: "gone".into(), ..views });
    until("without the selected tab, the first is selected", || selected("Orders")).await;
}

#[wasm_bindgen_test]
async fn a_selected_tab_that_does_not_fit_is_scrolled_into_view_and_the_page_is_not() {
    let views = ViewsProps { selected: "a".into(), onselect: Callback::noop() };
    let mut app = Mounted::<Views>::new(views.clone());
    let list = appears("[role=tablist]").await;
    act(&list, "display: flex; overflow: auto; inline-size: 100px", "element.style.cssText = value");
    for tab in ["1", "2", "3"] {
        let tab = find(&format!("[role=tab]:nth-child({tab})"));
        act(&tab, "flex: none; inline-size: 80px; box-sizing: border-box", "element.style.cssText = value");
    }
    assert_eq!(list.scroll_left(), 0);
    update(&mut app, ViewsProps { selected: "c".into(), ..views.clone() });
    until("the last tab is in view", || list.scroll_left() == 140).await;
    update(&mut app, ViewsProps { selected: "b".into(), ..views.clone() });
    until("the previous tab is in view", || list.scroll_left() == 80).await;
    act(&document().document_element().unwrap(), "rtl", "element.dir = value");
    update(&mut app, ViewsProps { selected: "a".into(), ..views.clone() });
    until("from right to left, the first tab is in view", || list.scroll_left() == 0).await;
    update(&mut app, ViewsProps { selected: "c".into(), ..views });
    until("and the last one", || list.scroll_left() == -140).await;
    act(&document().document_element().unwrap(), "", "element.removeAttribute('dir')");
}

#[derive(Clone, PartialEq, Properties)]
struct PlacesProps {
    value: AttrValue,
    onchoose: Callback<AttrValue>,
    #[prop_or(true)]
    any: bool,
}

/// Five options, the second disabled.
#[component]
fn Places(props: &PlacesProps) -> Html {
    let places = ["North", "South", "East", "West", "New york"].into_iter().filter(|_| props.any);
    html! {
        <Listbox label="Place" value={&props.value} onchoose={&props.onchoose} empty="No places.">
            { for places.map(|place| html_nested! {
                <ListboxOption value={place} title={place} description="ships" disabled={place == "South"} />
            }) }
        </Listbox>
    }
}

/// The text of the option that a screen reader regards as focused.
fn active(selector: &str) -> String {
    let id = attribute(selector, "aria-activedescendant").unwrap_or_else(|| panic!("no active option in {selector}"));
    text(&format!("#{id} > .lc-list-item-title"))
}

#[wasm_bindgen_test]
async fn a_listbox_moves_by_keys_and_chooses_what_is_active() {
    let (calls, onchoose) = Calls::new();
    let places = PlacesProps { value: "".into(), onchoose, any: true };
    let mut app = Mounted::<Places>::new(places.clone());
    let list = appears("ul[role=listbox][aria-label=Place][tabindex='0']").await;
    assert!(!exists("[role=option][aria-selected=true]"), "no option is chosen");
    assert_eq!(attribute("[role=option]:nth-child(2)", "aria-disabled").as_deref(), Some("true"));
    for (key, wanted) in [
        ("ArrowDown", "East"),
        ("ArrowUp", "North"),
        ("ArrowUp", "North"),
        ("End", "New york"),
        ("ArrowDown", "New york"),
        ("Home", "North"),
        ("w", "West"),
        ("x", "West"),
    ] {
        press(&list, key);
        until(&format!("{key} leads to {wanted}"), || active("ul") == wanted).await;
        assert_eq!(text(".lc-option-active > .lc-list-item-title"), wanted);
    }
    assert_eq!(calls.all().len(), 0, "moving does not choose");
    press(&list, "Enter");
    assert_eq!(calls.all(), ["West"]);
    assert!(!exists("[role=option][aria-selected=true]"), "the component does not change its value by itself");
    update(&mut app, PlacesProps { value: "West".into(), ..places.clone() });
    appears("[role=option][aria-selected=true]").await;
    assert_eq!(text("[aria-selected=true] > .lc-list-item-title"), "West");
    // Two keys before Yew renders.
    press(&list, "Home");
    press(&list, "ArrowDown");
    until("both have counted", || active("ul") == "East").await;

    app.click("[role=option]:nth-child(2)");
    assert_eq!(calls.all(), ["West"], "disabled");
    app.click("[role=option]:nth-child(5)");
    assert_eq!(calls.all(), ["West", "New york"]);

    update(&mut app, PlacesProps { any: false, ..places });
    app.shows("No places.").await;
    assert!(!exists("[role=listbox]"));
}

#[wasm_bindgen_test]
async fn a_listbox_shows_its_chosen_option_and_follows_the_active_one() {
    let places = PlacesProps { value: "North".into(), onchoose: Callback::noop(), any: true };
    let mut app = Mounted::<Places>::new(places.clone());
    let list = appears("ul[role=listbox]").await;
    let style = "margin: 0; padding: 0; overflow: auto; block-size: 50px; list-style: none";
    act(
        &list,
        style,
        "element.style.cssText = value; for (const option of element.children) option.style.cssText = 'block-size: 40px'",
    );
    assert_eq!(list.scroll_top(), 0);
    update(&mut app, PlacesProps { value: "West".into(), ..places });
    until("the chosen option is in view", || list.scroll_top() == 110).await;
    press(&list, "End");
    until("the last option is in view", || list.scroll_top() == 150).await;
    press(&list, "Home");
    until("the first option is in view", || list.scroll_top() == 0).await;
}

#[derive(Clone, PartialEq, Properties)]
struct RepliesProps {
    onchoose: Callback<AttrValue>,
}

#[component]
fn Replies(props: &RepliesProps) -> Html {
    let query = use_state(String::new);
    let replies = ["hello", "late", "label"].into_iter().filter(|reply| reply.contains(&**query));
    html! {
        <SearchList label="Search replies" bind={&query} onchoose={&props.onchoose} empty="No reply.">
            { for replies.map(|reply| html_nested! { <ListboxOption value={reply} title={reply} /> }) }
        </SearchList>
    }
}

#[wasm_bindgen_test]
async fn in_a_search_list_arrows_move_while_a_person_types() {
    let (calls, onchoose) = Calls::new();
    let app = Mounted::<Replies>::new(RepliesProps { onchoose });
    let input = appears("input[role=combobox][type=search]").await;
    assert_eq!(attribute(".lc-field > label", "for"), input.get_attribute("id"));
    assert_eq!(input.get_attribute("aria-controls"), attribute("ul[role=listbox]", "id"));
    assert_eq!(input.get_attribute("aria-expanded").as_deref(), Some("true"));
    assert_eq!(active("input"), "hello", "Enter takes the first one");
    for (key, wanted) in [("ArrowDown", "late"), ("ArrowDown", "label"), ("ArrowDown", "label"), ("ArrowUp", "late")] {
        press(&input, key);
        until(&format!("{key} leads to {wanted}"), || active("input") == wanted).await;
        assert_eq!(text("[role=option][aria-selected=true]"), wanted);
    }
    write(&input, "l");
    until("after a letter the first option is active", || active("input") == "hello").await;
    press(&input, "ArrowDown");
    write(&input, "la");
    until("only the matches are shown", || find("ul").children().length() == 2).await;
    assert_eq!(active("input"), "late");
    act(
        &input,
        "",
        "element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true }))",
    );
    assert_eq!(calls.all().len(), 0, "Enter only ends the composition");
    press(&input, "Enter");
    assert_eq!(calls.all(), ["late"]);
    app.click("[role=option]:last-child");
    assert_eq!(calls.all(), ["late", "label"]);
    act(
        &find("[role=option]"),
        "",
        "element.dispatchEvent(window.pressed = new MouseEvent('mousedown', { bubbles: true, cancelable: true }))",
    );
    let pressed = Reflect::get(&web_sys::window().unwrap(), &"pressed".into()).unwrap();
    assert_eq!(Reflect::get(&pressed, &"defaultPrevented".into()).unwrap(), true, "the field keeps the focus");

    write(&input, "lax");
    app.shows("No reply.").await;
    assert_eq!(input.get_attribute("aria-expanded").as_deref(), Some("false"));
    assert_eq!(input.get_attribute("aria-activedescendant"), None);
    press(&input, "Enter");
    press(&input, "ArrowDown");
    assert_eq!(calls.all().len(), 2, "an empty list chooses nothing");
}

/// Clicks with these properties, and returns whether the browser would have followed the link.
fn click_with(element: &Element, init: &str) -> bool {
    let script = format!(
        "const event = new MouseEvent('click', {{ bubbles: true, cancelable: true, {init} }});
         let followed;
         const end = (event) => {{ followed = !event.defaultPrevented; event.preventDefault(); }};
         window.addEventListener('click', end);
         element.dispatchEvent(event);
         window.removeEventListener('click', end);
         return followed"
    );
    Function::new_with_args("element", &script).call1(&JsValue::NULL, element).unwrap().as_bool().unwrap()
}

#[wasm_bindgen_test]
async fn a_link_within_the_app_is_followed_in_the_page_by_a_plain_click_only() {
    let (calls, onclick) = Calls::new();
    let link = props!(InAppLinkProps { href: "/orders/A-1", onclick, current: true, children: html! { "A-1" } });
    let mut app = Mounted::<InAppLink>::new(link.clone());
    let element = appears("a.lc-link[href='/orders/A-1'][aria-current=page]").await;
    for modified in ["ctrlKey: true", "metaKey: true", "shiftKey: true", "altKey: true", "button: 1"] {
        assert!(click_with(&element, modified), "{modified} is the browser's");
    }
    assert_eq!(calls.all().len(), 0);
    assert!(!click_with(&element, ""));
    assert_eq!(calls.all().len(), 1);
    for elsewhere in ["javascript:alert(1)", "https://shop.example/"] {
        update(&mut app, InAppLinkProps { href: elsewhere.into(), ..link.clone() });
        appears("a.lc-link:not([href])").await;
        update(&mut app, link.clone());
        appears("a.lc-link[href]").await;
    }
}

#[wasm_bindgen_test]
async fn a_progress_bar_says_how_far_it_is() {
    let bar = props!(ProgressBarProps { label: "Importing", value: 3, max: 7_u32, text: "3 of 7" });
    let mut app = Mounted::<ProgressBar>::new(bar.clone());
    let progress = appears("progress").await;
    assert_eq!(attribute("label", "for"), progress.get_attribute("id"));
    let shown = || ["value", "max", "aria-valuetext"].map(|name| progress.get_attribute(name));
    assert_eq!(shown(), ["3", "7", "3 of 7"].map(|text| Some(text.to_owned())));
    assert!(app.text().contains("3 of 7"));
    update(&mut app, ProgressBarProps { value: Some(9), text: None, ..bar.clone() });
    until("a value above the maximum is the maximum", || shown() == [Some("7".into()), Some("7".into()), None]).await;
    update(&mut app, ProgressBarProps { value: None, max: 0, ..bar });
    appears("progress:indeterminate[max='1']").await;
}

#[wasm_bindgen_test]
async fn a_modal_asks_to_be_closed_and_is_open_while_its_owner_says_so() {
    let opener: HtmlElement = document().create_element("button").unwrap().unchecked_into();
    opener.set_id("opener");
    document().body().unwrap().append_child(&opener).unwrap();
    opener.focus().unwrap();

    let (closed, onclose) = Calls::new();
    let modal = props!(ModalProps {
        open: false,
        heading: "Add a note",
        onclose,
        actions: html! { <Button>{ "Save" }</Button> },
        children: html! { <><TextField label="Note" value="" /><input type="file" /></> },
    });
    let mut app = Mounted::<Modal>::new(modal.clone());
    let element: HtmlDialogElement = appears("dialog").await.unchecked_into();
    assert!(!element.open());
    let opened = ModalProps { open: true, ..modal.clone() };
    update(&mut app, opened.clone());
    until("it is open", || element.open()).await;
    assert!(is_focused("dialog .lc-input"), "the first control of the content has the focus");
    assert_eq!(attribute("dialog .lc-modal-head", "id"), element.get_attribute("aria-labelledby"));
    assert_eq!(text("dialog .lc-dialog-answers"), "Save");
    app.click("dialog button[aria-label=Close]");
    assert_eq!(closed.all().len(), 1);
    act(&element, "", "element.dispatchEvent(new Event('cancel', { cancelable: true }))");
    assert_eq!(closed.all().len(), 2, "Escape");
    let file = find("dialog [type=file]");
    act(&file, "", "element.dispatchEvent(new Event('cancel', { bubbles: true }))");
    assert_eq!(closed.all().len(), 2, "only the file picker was canceled, not the dialog");
    assert!(element.open(), "the dialog does not close by itself");
    update(&mut app, ModalProps { actions: Html::default(), ..opened });
    until("there are no actions", || !exists("dialog .lc-dialog-answers")).await;
    update(&mut app, modal);
    until("it is closed", || !element.open()).await;
    assert!(is_focused("#opener"));
    assert_eq!(closed.all().len(), 2);
    app.unmount().await;
    opener.remove();
}

#[wasm_bindgen_test]
async fn a_dialog_is_open_while_its_owner_says_so_and_gives_the_focus_back() {
    let opener: HtmlElement = document().create_element("button").unwrap().unchecked_into();
    opener.set_id("opener");
    document().body().unwrap().append_child(&opener).unwrap();
    opener.focus().unwrap();

    let (confirmed, onconfirm) = Calls::new();
    let (canceled, oncancel) = Calls::new();
    let dialog = props!(ConfirmDialogProps {
        open: false,
        heading: "Delete it?",
        confirm_label: "Delete",
        kind: ButtonKind::Destructive,
        onconfirm,
        oncancel,
    });
    let mut app = Mounted::<ConfirmDialog>::new(dialog.clone());
    let element: HtmlDialogElement = appears("dialog").await.unchecked_into();
    assert!(!element.open());
    let asked = ConfirmDialogProps { open: true, ..dialog.clone() };
    update(&mut app, asked.clone());
    until("it is open", || element.open()).await;
    assert!(is_focused("dialog .lc-button-secondary"), "the harmless answer has the focus");
    app.click("dialog .lc-button-destructive");
    assert_eq!((confirmed.all().len(), canceled.all().len()), (1, 0));
    act(&element, "", "element.dispatchEvent(new Event('cancel', { cancelable: true }))");
    assert_eq!((confirmed.all().len(), canceled.all().len()), (1, 1));
    assert!(element.open(), "the dialog does not close by itself");
    update(&mut app, ConfirmDialogProps { busy: true, ..asked.clone() });
    appears("dialog .lc-button-destructive[aria-busy=true]").await;
    app.click("dialog .lc-button-destructive");
    assert_eq!(confirmed.all().len(), 1, "it is under way");

    update(&mut app, dialog);
    until("it is closed", || !element.open()).await;
    assert!(is_focused("#opener"));
    update(&mut app, asked);
    until("it is open again", || element.open()).await;
    app.unmount().await;
    assert!(is_focused("#opener"), "also when the dialog is unmounted");
    assert_eq!(canceled.all().len(), 1, "closing is not an answer");
    opener.remove();
}

#[wasm_bindgen_test]
async fn a_dialog_that_is_open_again_when_its_closing_is_told_is_not_canceled() {
    let (canceled, oncancel) = Calls::new();
    let asked = props!(ConfirmDialogProps { open: true, heading: "Delete it?", confirm_label: "Delete", oncancel });
    let mut app = Mounted::<ConfirmDialog>::new(asked);
    let element: HtmlDialogElement = appears("dialog[open]").await.unchecked_into();
    // Browsers report it in a later task.
    act(&element, "", "element.onclose = () => { element.dataset.told = ''; }; element.close(); element.showModal()");
    appears("dialog[data-told]").await;
    assert_eq!(canceled.all().len(), 0, "it is open");
    element.close();
    until("a dialog that stays open reports the request to close", || canceled.all().len() == 1).await;
    app.unmount().await;
}

#[wasm_bindgen_test]
async fn a_snackbar_asks_to_go_when_its_time_is_over_or_it_is_closed() {
    let (calls, onclose) = Calls::new();
    let snackbar = props!(SnackbarProps {
        open: false,
        seconds: 0_u32,
        kind: MessageKind::Error,
        onclose,
        children: html! { "Not sent." },
    });
    let mut app = Mounted::<Snackbar>::new(snackbar.clone());
    appears(".lc-snackbar-place[role=alert]").await;
    assert_eq!(app.text(), "");
    update(&mut app, SnackbarProps { open: true, ..snackbar.clone() });
    app.shows("Not sent.").await;
    app.click("button[aria-label=Close]");
    assert_eq!(calls.all().len(), 1);
    update(&mut app, SnackbarProps { open: true, seconds: 1, kind: MessageKind::Info, ..snackbar });
    appears(".lc-snackbar-place[role=status]").await;
    until("the snackbar times out", || calls.all().len() == 2).await;
    assert!(app.text().contains("Not sent."), "the snackbar does not close by itself");
}

/// Replaces the browser's clipboard, which needs a permission that nobody can grant here.
fn clipboard(write_text: &str) {
    let clipboard = Reflect::get(&web_sys::window().unwrap().navigator(), &"clipboard".into()).unwrap();
    Reflect::set(&clipboard, &"writeText".into(), &Function::new_with_args("text", write_text)).unwrap();
}

/// Replaces the command that copies the selection, which needs a person's click.
fn copy_command(script: &str) {
    let command = Function::new_with_args("command", &format!("if (command === 'copy') {{ {script} }}"));
    Reflect::set(&document(), &"execCommand".into(), &command).unwrap();
}

fn copied_text() -> JsValue {
    Reflect::get(&web_sys::window().unwrap(), &"copiedText".into()).unwrap()
}

#[wasm_bindgen_test]
async fn copying_says_whether_it_worked() {
    let (calls, oncopy) = Calls::new();
    let button = props!(CopyButtonProps { text: "A-1024\nB-7", label: "Copy the numbers", oncopy });
    let app = Mounted::<CopyButton>::new(button);
    let button = appears("button[aria-label='Copy the numbers']").await.unchecked_into::<HtmlElement>();
    assert_eq!(text(".lc-copy > [role=status]"), "");
    clipboard("window.copiedText = text; return Promise.resolve()");
    app.click("button");
    app.shows("Copied").await;
    assert_eq!(calls.all(), [true]);
    assert_eq!(copied_text(), "A-1024\nB-7");

    clipboard("return Promise.reject(new Error('refused'))");
    copy_command("window.copiedText = 'selected: ' + document.activeElement.value; return true");
    button.focus().unwrap();
    app.click("button");
    until("the selection is copied", || calls.all() == [true, true]).await;
    assert_eq!(copied_text(), "selected: A-1024\nB-7");
    assert!(is_focused(".lc-copy > button"), "where the focus was");
    assert!(!exists("textarea"));

    for refusal in ["return false", "throw new Error('no such command')"] {
        copy_command(refusal);
        let tried = calls.all().len();
        app.click("button");
        app.shows("Couldn't copy. Press Ctrl+C or ⌘C.").await;
        let field: HtmlTextAreaElement = appears(".lc-copy > textarea").await.unchecked_into();
        until("the text is selected", || field.selection_end().unwrap() == Some(10)).await;
        assert_eq!((field.value().as_str(), field.selection_start().unwrap()), ("A-1024\nB-7", Some(0)));
        assert!(is_focused(".lc-copy > textarea"));
        assert_eq!(calls.all()[tried..], [false]);
        act(&field, "", "element.blur()");
        until("the field is removed when it loses the focus", || !exists("textarea")).await;
        assert_eq!(text(".lc-copy > [role=status]"), "");
    }
    app.click("button");
    let field = appears(".lc-copy > textarea").await;
    act(&field, "", "element.dispatchEvent(new ClipboardEvent('copy', { bubbles: true }))");
    app.shows("Copied").await;
    assert_eq!(calls.all().last(), Some(&true), "a manual copy is reported");
    until("the field is gone", || !exists("textarea")).await;
    assert!(is_focused(".lc-copy > button"));
    Reflect::delete_property(&document(), &"execCommand".into()).unwrap();
}

#[wasm_bindgen_test]
async fn a_relative_time_is_said_in_a_language_that_exists_or_in_ones_own_words() {
    let time = js_sys::Date::now() - 3.5 * 86_400_000.0;
    let relative = props!(RelativeTimeProps { time });
    let mut app = Mounted::<RelativeTime>::new(relative.clone());
    app.shows("3 days ago").await;
    let iso = String::from(js_sys::Date::new(&time.into()).to_iso_string());
    assert_eq!(attribute("time", "datetime"), Some(iso));
    assert!(attribute("time", "title").is_some_and(|title| !title.is_empty()));
    for (locale, words) in
        [("de", "vor 3 Tagen"), ("no such language", "3 days ago"), ("pl", "3 dni temu"), ("", "3 days ago")]
    {
        update(&mut app, RelativeTimeProps { locale: Some(locale.into()), ..relative.clone() });
        until(words, || app.text() == words).await;
    }
    let own = Callback::from(|seconds: f64| AttrValue::from(format!("{:.0} days", seconds / 86_400.0)));
    update(&mut app, RelativeTimeProps { text: Some(own), ..relative });
    until("the custom words", || app.text() == "-4 days" || app.text() == "-3 days").await;
    for time in [f64::NAN, f64::INFINITY, 1e300] {
        update(&mut app, props!(RelativeTimeProps { time }));
        until("an invalid time shows nothing", || !exists("time")).await;
    }
}

#[wasm_bindgen_test]
async fn a_skeleton_says_what_is_waited_for() {
    let skeleton = props!(SkeletonProps { lines: 4_u32, avatar: true, label: "Loading orders…" });
    let _app = Mounted::<Skeleton>::new(skeleton);
    appears(".lc-skeleton[role=status]").await;
    assert_eq!(text(".lc-skeleton"), "Loading orders…");
    assert_eq!(document().query_selector_all(".lc-skeleton-line").unwrap().length(), 4);
    assert!(exists(".lc-skeleton-avatar"));
}
