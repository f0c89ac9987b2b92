//! A component's HTML, as a server would render it.

use std::{any::Any, panic::resume_unwind, thread};

use livechat_protocol::{PlacementKind, RawEvent, RefusalReason, scenario::Scenario, scenario::Step};
use serde_json::Value;
use yew::{BaseComponent, LocalServerRenderer, html::ChildrenProps, prelude::*};

use super::block_on::block_on;
use crate::{
    app::{Extension, Setup},
    hooks::context::ExtensionContext,
    testing::{connected::Page, host::ScriptedHost},
};
#[cfg(feature = "sign-in")]
use crate::{sign_in::SignInState, testing::FakeAccounts};

/// A component's HTML, as a server would render it, after the given events and scenarios. Only natively, with plain
/// `cargo test`.
///
/// Hooks return what they return in a browser. But nothing happens after the first render, as on any server: effects
/// do not run, resources stay in their loading state, and commands are not sent.
///
/// The HTML is a `String`, for `assert!` or `insta`. It is deterministic if the component is.
///
/// ```
/// use serde_json::json;
/// use yew::prelude::*;
/// use yew_livechat::{prelude::*, testing::Snapshot};
///
/// #[component]
/// fn Dashboard() -> Html {
///     let page = use_page_data();
///     let task = page.as_ref().and_then(|page| page.query_params.get("task"));
///     let theme = use_host_theme();
///     html! { <main data-theme={theme.as_str()}>{ task.unwrap_or("all tasks").to_owned() }</main> }
/// }
///
/// let html = Snapshot::fullscreen()
///     .event("change_theme", &json!({ "theme": "dark" }))
///     .event("page_data", &json!({ "queryParams": { "task": "T-2" } }))
///     .render::<Dashboard>();
/// assert_eq!(html, r#"<main data-theme="dark">T-2</main>"#);
/// ```
#[derive(Clone, Debug)]
#[must_use = "call `render` to render it"]
pub struct Snapshot {
    extension: fn(bool) -> Setup,
    authorize: bool,
    script: Vec<Scripted>,
    #[cfg(feature = "sign-in")]
    sign_in: Option<SignInState>,
}

/// The host's actions.
#[derive(Clone, Debug)]
enum Scripted {
    Event(RawEvent<Value>),
    /// A scenario's name and steps: a [`Scenario`] itself stays on its thread.
    Scenario(String, Vec<Step>),
}

impl Snapshot {
    /// A component in the details panel.
    pub fn details() -> Self {
        Self::new(|authorize| Extension::details().authorize(authorize).setup)
    }

    /// A component in the message box.
    pub fn message_box() -> Self {
        Self::new(|authorize| Extension::message_box().authorize(authorize).setup)
    }

    /// A component in a fullscreen page.
    pub fn fullscreen() -> Self {
        Self::new(|authorize| Extension::fullscreen().authorize(authorize).setup)
    }

    /// A component in an app's settings.
    pub fn settings() -> Self {
        Self::new(|authorize| Extension::settings().authorize(authorize).setup)
    }

    fn new(extension: fn(bool) -> Setup) -> Self {
        Self {
            extension,
            authorize: true,
            script: Vec::new(),
            #[cfg(feature = "sign-in")]
            sign_in: None,
        }
    }

    /// Whether to wait for the host's authorization flow; see [`Extension::authorize`].
    pub fn authorize(mut self, authorize: bool) -> Self {
        self.authorize = authorize;
        self
    }

    /// Makes the extension sign in with LiveChat, in this state.
    ///
    /// ```
    /// use yew::prelude::*;
    /// use yew_livechat::{prelude::*, testing::Snapshot};
    ///
    /// let snapshot = Snapshot::details().sign_in(SignInState::SigningIn);
    /// let html = snapshot.render_html(|| html! { <SignInButton /> });
    /// assert!(html.contains("aria-busy"));
    /// ```
    #[cfg(feature = "sign-in")]
    pub fn sign_in(mut self, state: SignInState) -> Self {
        self.sign_in = Some(state);
        self.authorize(false)
    }

    /// Sends this event from the host; `name` is without the `livechat:` prefix.
    pub fn event(mut self, name: &str, data: &Value) -> Self {
        self.script.push(Scripted::Event(RawEvent { name: name.to_owned(), data: data.clone() }));
        self
    }

    /// Plays the host side of this scenario to its end. The extension's commands are not compared: use
    /// [`ScriptedHost::play`] for that.
    pub fn scenario(mut self, scenario: &Scenario) -> Self {
        self.script.push(Scripted::Scenario(scenario.name.clone(), scenario.steps.to_vec()));
        self
    }

    /// Renders a component.
    ///
    /// # Panics
    /// If an event cannot be read: the message names event and field. If the component panics, with its message. If
    /// it suspends and is not resumed within ten seconds.
    #[must_use]
    #[track_caller]
    pub fn render<App>(self) -> String
    where
        App: BaseComponent,
        App::Properties: Default,
    {
        self.render_html(|| html! { <App ..App::Properties::default() /> })
    }

    /// Renders the returned HTML, such as a component with properties.
    ///
    /// ```
    /// use serde_json::json;
    /// use yew::prelude::*;
    /// use yew_livechat::{prelude::*, testing::Snapshot};
    ///
    /// #[derive(PartialEq, Properties)]
    /// struct GreetingProps {
    ///     to: AttrValue,
    /// }
    ///
    /// #[component]
    /// fn Greeting(props: &GreetingProps) -> Html {
    ///     let details = use_details();
    ///     let onclick = move |_| { details.put_message("Hello!"); };
    ///     html! { <button {onclick}>{ "Greet " }{ &props.to }</button> }
    /// }
    ///
    /// let html = Snapshot::details().render_html(|| html! { <Greeting to="Mary" /> });
    /// assert_eq!(html, "<button>Greet Mary</button>");
    /// ```
    ///
    /// # Panics
    /// Like [`render`](Self::render).
    #[must_use]
    #[track_caller]
    pub fn render_html(self, app: impl FnOnce() -> Html + Send) -> String {
        // On its own thread, so that component ids start from zero and another runtime around it does not interfere.
        let rendered = thread::scope(|scope| scope.spawn(|| block_on(self.render_here(app))).join());
        match rendered {
            Ok(Ok(html)) => html,
            Ok(Err(refused)) => panic!("the extension could not read what the host sent: {refused}"),
            Err(panicked) if needs_browser(&*panicked) => panic!(
                "the component uses what only a browser has, as yew-router's `BrowserRouter` does: render a component below it, \
                 or test it in a browser with `testing::mount`"
            ),
            Err(panicked) => resume_unwind(panicked),
        }
    }

    async fn render_here(self, app: impl FnOnce() -> Html) -> Result<String, RefusalReason> {
        let host = ScriptedHost::new();
        let setup = (self.extension)(self.authorize);
        let placement = setup.placement;
        let page = Page::open(&host, setup);
        if placement == PlacementKind::Details {
            // A snapshot runs no effects, and the hooks ask for messages in an effect.
            page.bridge().watch_messages();
        }
        for scripted in self.script {
            match scripted {
                Scripted::Event(RawEvent { name, data }) => {
                    if let Err(error) = host.send(&name, &data) {
                        panic!("`{name}` was not sent: {error}");
                    }
                    host.settle().await;
                }
                Scripted::Scenario(name, steps) => {
                    // The outcome of its commands is for another test.
                    let _ = host.play(&Scenario { name, steps: steps.into() }).await;
                }
            }
            let refused = host
                .0
                .refusals
                .borrow()
                .iter()
                .find(|refusal| matches!(refusal.reason, RefusalReason::Event(_)))
                .cloned();
            if let Some(refusal) = refused {
                return Err(refusal.reason);
            }
        }
        #[cfg(feature = "sign-in")]
        let sign_in = self.sign_in.map(|state| FakeAccounts::in_state(state).client());
        let context = ExtensionContext {
            bridge: page.bridge(),
            placement,
            section_titles: [].into(),
            #[cfg(feature = "sign-in")]
            sign_in,
        };
        let children =
            html! { <ContextProvider<ExtensionContext> {context}>{ app() }</ContextProvider<ExtensionContext>> };
        Ok(LocalServerRenderer::<Root>::with_props(ChildrenProps { children }).hydratable(false).render().await)
    }
}

/// The component to render.
#[component]
fn Root(props: &ChildrenProps) -> Html {
    props.children.clone()
}

/// Whether a component panicked because it used JavaScript.
fn needs_browser(panicked: &(dyn Any + Send)) -> bool {
    let says =
        panicked.downcast_ref::<String>().map(String::as_str).or_else(|| panicked.downcast_ref::<&str>().copied());
    says.is_some_and(|says| says.contains("on non-wasm targets"))
}
