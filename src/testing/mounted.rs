//! An extension on the page of a browser test.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, EventInit, HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use yew::{AppHandle, BaseComponent, prelude::*};

use super::{host::ScriptedHost, wait};
use crate::{
    app::{Extension, ExtensionProvider, Setup},
    placement::Placement,
    platform,
};

/// What a person can click, besides what says so by its role.
const CLICKABLE: &str = "button, a, summary, label, [role=button], [role=tab], [role=option], [role=switch]";
/// What a person can type into.
const FIELDS: &str = "input, textarea";

/// Puts a component onto the page, in an extension with a new [`ScriptedHost`] around it, and waits until it has rendered.
///
/// For a host of one's own see [`ScriptedHost::mount`], for a component with properties
/// [`ScriptedHost::mount_html`].
///
/// ```no_run
/// use yew::prelude::*;
/// use yew_livechat::{prelude::*, testing::mount};
///
/// #[component]
/// fn Sidebar() -> Html {
///     let profile = use_customer_profile();
///     html! { if profile.shown().is_none() { { "Open a chat" } } }
/// }
///
/// // #[wasm_bindgen_test]
/// async fn nobody_is_there_at_first() {
///     let page = mount::<Sidebar>(Extension::details()).await;
///     assert_eq!(page.text(), "Open a chat");
/// }
/// ```
pub async fn mount<App>(extension: Extension<impl Placement>) -> Mounted
where
    App: BaseComponent,
    App::Properties: Default,
{
    ScriptedHost::new().mount::<App>(extension).await
}

/// An extension in an element of its own, at the end of the page's body. It is taken down when this is dropped.
///
/// In a browser only: elsewhere there is no page.
pub struct Mounted {
    host: ScriptedHost,
    root: Element,
    app: Rc<RefCell<Option<AppHandle<Hosted>>>>,
    /// The host loads the page by it, as long as it is there.
    _load: Rc<dyn Fn()>,
}

#[derive(Clone, PartialEq, Properties)]
struct HostedProps {
    extension: Setup,
    app: Html,
    /// Counts how often the page was loaded.
    load: u32,
}

#[component]
fn Hosted(props: &HostedProps) -> Html {
    html! {
        <ExtensionProvider key={props.load} extension={props.extension.clone()}>{ props.app.clone() }</ExtensionProvider>
    }
}

impl ScriptedHost {
    /// Puts a component onto the page, in an extension with this host around it, and waits until it has rendered.
    ///
    /// ```no_run
    /// # use yew::prelude::*;
    /// # use yew_livechat::{prelude::*, testing::ScriptedHost};
    /// # #[component]
    /// # fn Sidebar() -> Html { html! {} }
    /// # async fn test() {
    /// let host = ScriptedHost::speaking(yew_livechat::protocol::Driver::Plain);
    /// let page = host.mount::<Sidebar>(Extension::details().authorize(false)).await;
    /// # }
    /// ```
    pub async fn mount<App>(&self, extension: Extension<impl Placement>) -> Mounted
    where
        App: BaseComponent,
        App::Properties: Default,
    {
        self.mount_html(extension, html! { <App ..App::Properties::default() /> }).await
    }

    /// Puts this onto the page, in an extension with this host around it, and waits until it has rendered.
    ///
    /// ```no_run
    /// # use yew::prelude::*;
    /// # use yew_livechat::{prelude::*, testing::ScriptedHost};
    /// # async fn test() {
    /// let host = ScriptedHost::new();
    /// let page = host.mount_html(Extension::details(), html! { <Badge count=3 label="open orders" /> }).await;
    /// # }
    /// ```
    pub async fn mount_html(&self, extension: Extension<impl Placement>, app: Html) -> Mounted {
        let root = in_the_page(|document| {
            let root = document.create_element("div").ok()?;
            document.body()?.append_child(&root).ok()?;
            Some(root)
        });
        let props = HostedProps { extension: self.host(extension).setup, app, load: 0 };
        let app = yew::Renderer::<Hosted>::with_root_and_props(root.clone(), props.clone()).render();
        let app = Rc::new(RefCell::new(Some(app)));
        let load: Rc<dyn Fn()> = Rc::new({
            let (app, props) = (Rc::clone(&app), RefCell::new(props));
            move || {
                props.borrow_mut().load += 1;
                if let Some(app) = &mut *app.borrow_mut() {
                    app.update(props.borrow().clone());
                }
            }
        });
        self.0.set_page(&load);
        self.settle().await;
        Mounted { host: self.clone(), root, app, _load: load }
    }
}

impl Mounted {
    /// The host around it.
    #[must_use]
    pub fn host(&self) -> &ScriptedHost {
        &self.host
    }

    /// The element that it is in, for whatever there is no method for.
    #[must_use]
    pub fn root(&self) -> &Element {
        &self.root
    }

    /// Its text.
    #[must_use]
    pub fn text(&self) -> String {
        self.root.text_content().unwrap_or_default()
    }

    /// Its HTML.
    #[must_use]
    pub fn html(&self) -> String {
        self.root.inner_html()
    }

    /// Waits until it shows this text, for ten seconds at the most.
    ///
    /// # Panics
    /// If it never does; the message says what it shows.
    pub async fn shows(&self, text: &str) {
        self.host.settle().await;
        let shown = wait::comes(|| self.text().contains(text).then_some(())).await;
        assert!(shown.is_some(), "the page does not show {text:?}: it shows {:?}", self.text());
    }

    /// Clicks what says this, as soon as it is there, and waits until what came of it has rendered: a button, a link, or
    /// whatever else is clicked, by all of its text or by its `aria-label`; of several the first. If there is none, by what
    /// its text begins with, as an item of a list by its title, if that is one thing's alone.
    ///
    /// # Panics
    /// If there is no such thing within ten seconds, or if it is disabled; the message says what there is to click.
    pub async fn click(&self, says: &str) {
        self.host.settle().await;
        match wait::comes(|| find(&self.all(CLICKABLE), says)).await {
            None => panic!("there is nothing to click that says {says:?}: {}", self.what_there_is(CLICKABLE, said)),
            Some(element) => {
                let is_disabled = element.has_attribute("disabled")
                    || element.get_attribute("aria-disabled").as_deref() == Some("true");
                assert!(!is_disabled, "what says {says:?} is disabled: a click does nothing");
                element.unchecked_into::<HtmlElement>().click();
            }
        }
        self.host.settle().await;
    }

    /// Types into the field of this label, as soon as it is there, in the place of what stood in it, and waits until what
    /// came of it has rendered.
    ///
    /// # Panics
    /// If there is no such field within ten seconds; the message says which there are.
    pub async fn fill(&self, label: &str, text: &str) {
        self.host.settle().await;
        match wait::comes(|| self.all(FIELDS).into_iter().find(|field| label_of(field) == label)).await {
            None => panic!("there is no field called {label:?}: {}", self.what_there_is(FIELDS, label_of)),
            Some(field) => {
                match field.dyn_ref::<HtmlInputElement>() {
                    Some(input) => input.set_value(text),
                    None => field.unchecked_ref::<HtmlTextAreaElement>().set_value(text),
                }
                for name in ["input", "change"] {
                    let bubbles = EventInit::new();
                    bubbles.set_bubbles(true);
                    if let Ok(event) = Event::new_with_event_init_dict(name, &bubbles) {
                        // It fails only for an event that is under way already.
                        let _ = field.dispatch_event(&event);
                    }
                }
            }
        }
        self.host.settle().await;
    }

    fn all(&self, selector: &str) -> Vec<Element> {
        let Ok(list) = self.root.query_selector_all(selector) else { return Vec::new() };
        (0..list.length()).filter_map(|index| list.get(index)).map(JsCast::unchecked_into).collect()
    }

    fn what_there_is(&self, selector: &str, name: fn(&Element) -> String) -> String {
        let there: Vec<_> = self.all(selector).iter().map(|element| format!("{:?}", name(element))).collect();
        let there = if there.is_empty() { "none at all".to_owned() } else { there.join(", ") };
        format!("there is {there}, and the page shows {:?}", self.text())
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.root.remove();
    }
}

impl std::fmt::Debug for Mounted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mounted").field("host", &self.host).finish_non_exhaustive()
    }
}

/// # Panics
/// Where there is no page.
fn in_the_page<T>(make: impl FnOnce(&Document) -> Option<T>) -> T {
    let page = platform::window().and_then(|window| window.document());
    match page.as_ref().and_then(make) {
        Some(made) => made,
        None => panic!("there is no page to mount onto: run the test in a browser, or render a `Snapshot` natively"),
    }
}

fn find(elements: &[Element], says: &str) -> Option<Element> {
    let all =
        |element: &&Element| said(element) == says || element.get_attribute("aria-label").as_deref() == Some(says);
    let mut begin = elements.iter().filter(|element| said(element).starts_with(says));
    let only = || begin.next().filter(|_| begin.next().is_none());
    elements.iter().find(all).or_else(only).cloned()
}

fn said(element: &Element) -> String {
    let text = element.text_content().unwrap_or_default();
    let text = text.trim();
    if text.is_empty() { element.get_attribute("aria-label").unwrap_or_default() } else { text.to_owned() }
}

/// What a field is called: by itself, by the label around it, or by the label that names it.
fn label_of(field: &Element) -> String {
    let own = field.get_attribute("aria-label");
    let around = || field.closest("label").ok().flatten();
    let naming = || {
        let id = field.id();
        let labels = field.owner_document()?.query_selector_all("label").ok()?;
        let mut labels = (0..labels.length()).filter_map(|index| labels.get(index)).map(JsCast::unchecked_into);
        labels.find(|label: &Element| !id.is_empty() && label.get_attribute("for").as_deref() == Some(&*id))
    };
    own.or_else(|| around().or_else(naming).map(|label| said(&label))).unwrap_or_default()
}
