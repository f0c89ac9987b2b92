//! The component: sends messages to the model, and carries out its effects.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use gloo_events::EventListener;
use livechat_protocol::PlacementKind;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    choices::Choices,
    extension::SimulatedExtension,
    model::{Effect, FrameOrigin, Model, Msg},
    view::{self, IframeAddress, IframeSlot},
    window::{self, FakeEvents, Rendering, Timer, Windows},
};

/// The properties of [`Simulator`].
#[derive(Clone, PartialEq, Properties)]
pub struct SimulatorProps {
    /// The extensions, at most one for each placement; if a placement occurs twice, the first counts. The simulator
    /// hides placements without an extension.
    pub extensions: Rc<[SimulatedExtension]>,
}

/// A simulated Agent App. It fills the page, and stores its choices in the page's address.
///
/// The crate's documentation has an example.
pub struct Simulator {
    /// Shared with the listener that stores the session when the page unloads: by then, Yew may have queued work that
    /// never runs.
    model: Rc<RefCell<Model>>,
    /// The same callbacks throughout, so that new ones don't cause renders.
    dispatch: Callback<Msg>,
    elapsed: Callback<()>,
    animation_frame_began: Callback<()>,
    iframes: BTreeMap<PlacementKind, NodeRef>,
    windows: Windows,
    /// Where the extensions load from; `windows` listens to these origins.
    frame_origin: FrameOrigin,
    timer: Timer,
    rendering: Rendering,
    fake_events: Option<FakeEvents>,
    _leaving: Option<EventListener>,
}

/// The messages of a [`Simulator`], which has no public interface.
#[doc(hidden)]
pub struct SimulatorMsg(Happening);

enum Happening {
    Msg(Msg),
    AnimationFrameBegan,
}

impl Component for Simulator {
    type Message = SimulatorMsg;
    type Properties = SimulatorProps;

    fn create(context: &Context<Self>) -> Self {
        let extensions = Rc::clone(&context.props().extensions);
        let iframes: BTreeMap<_, _> =
            PlacementKind::ALL.into_iter().map(|placement| (placement, NodeRef::default())).collect();
        let dispatch = context.link().callback(|msg| SimulatorMsg(Happening::Msg(msg)));
        let frame_origin = FrameOrigin::default();
        let windows = Windows::listen(&extensions, &iframes, &frame_origin, dispatch.clone());
        let mut model = Model::new(window::now(), Choices::from_query(&window::query()), extensions);
        if let Some(saved) = window::restored_session() {
            model.restore(window::now(), saved);
        }
        if let Some(address) = model.choices.scenario.clone() {
            let dispatch = dispatch.clone();
            spawn_local(async move {
                dispatch.emit(Msg::ScenarioRead { text: window::fetch_file(&address).await, play: true });
            });
        }
        spawn_local({
            let dispatch = dispatch.clone();
            async move { dispatch.emit(Msg::OtherNameKnown(window::ask_other_name().await)) }
        });
        if model.needs_fake() {
            dispatch.emit(Msg::FakeSought);
        }
        let model = Rc::new(RefCell::new(model));
        let leaving = window::on_leaving({
            let model = Rc::clone(&model);
            move || window::save_session(&model.borrow().saved_session())
        });
        Self {
            model,
            elapsed: dispatch.reform(|()| Msg::Elapsed),
            animation_frame_began: context.link().callback(|()| SimulatorMsg(Happening::AnimationFrameBegan)),
            dispatch,
            iframes,
            windows,
            frame_origin,
            timer: Timer::default(),
            rendering: Rendering::default(),
            fake_events: None,
            _leaving: leaving,
        }
    }

    fn update(&mut self, context: &Context<Self>, SimulatorMsg(happening): Self::Message) -> bool {
        let Happening::Msg(msg) = happening else { return self.rendering.began() };
        if msg == Msg::Elapsed {
            self.timer.elapsed();
        }
        let is_received = matches!(msg, Msg::Received { .. });
        let effects = self.model.borrow_mut().update(window::now(), msg);
        let frame_origin = self.model.borrow().frame_origin();
        if self.frame_origin != frame_origin {
            self.frame_origin = frame_origin;
            self.listen(&context.props().extensions);
        }
        for effect in effects {
            self.carry_out(effect);
        }
        self.timer.set(self.model.borrow().next_deadline(), &self.elapsed);
        !is_received || self.rendering.received(&self.animation_frame_began)
    }

    fn changed(&mut self, context: &Context<Self>, old: &Self::Properties) -> bool {
        let extensions = &context.props().extensions;
        if *extensions != old.extensions {
            self.listen(extensions);
            self.dispatch.emit(Msg::ExtensionsChanged(Rc::clone(extensions)));
        }
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        view::page(&self.model.borrow(), &|placement| self.slot(placement), &self.dispatch)
    }
}

impl Simulator {
    fn listen(&mut self, extensions: &[SimulatedExtension]) {
        self.windows = Windows::listen(extensions, &self.iframes, &self.frame_origin, self.dispatch.clone());
    }

    /// Returns the data for the iframe of an extension; `None` if there is no extension.
    fn slot(&self, placement: PlacementKind) -> Option<IframeSlot> {
        let model = self.model.borrow();
        let (extension, frame) = (model.extension(placement)?, model.frame(placement)?);
        Some(IframeSlot {
            placement,
            node: self.iframes.get(&placement).cloned().unwrap_or_default(),
            load: frame.load.number,
            address: match &self.frame_origin {
                FrameOrigin::Undecided => IframeAddress::Undecided,
                _ if model.waits_for_fake(placement) => IframeAddress::Undecided,
                origin => window::iframe_url(&extension.src, origin, frame.load)
                    .map_or(IframeAddress::Invalid, |url| IframeAddress::Url(url.into())),
            },
            cover: frame.is_covered().then_some(frame.progress),
        })
    }

    fn carry_out(&mut self, effect: Effect) {
        let dispatch = self.dispatch.clone();
        match effect {
            Effect::Post { placement, value } => {
                let wrong_origin = self.model.borrow().frame(placement).is_some_and(|frame| frame.load.wrong_origin);
                if let Err(reason) = self.windows.post(placement, &value, wrong_origin) {
                    dispatch.emit(Msg::PostFailed { placement, reason });
                }
            }
            Effect::Authorize { attempt } => {
                let Some(origin) = self.windows.server(PlacementKind::Details).map(str::to_owned) else { return };
                spawn_local(async move {
                    let result = window::authorize(&origin).await;
                    dispatch.emit(Msg::AuthorizeAnswered { attempt, result });
                });
            }
            Effect::SaveFile { name, text } => {
                if let Err(reason) = window::save_file(&name, &text) {
                    dispatch.emit(Msg::ScenarioRead { text: Err(reason), play: false });
                }
            }
            Effect::ListenToFake { after } => {
                self.fake_events = FakeEvents::listen(after.as_deref(), &dispatch);
                if self.fake_events.is_none() {
                    dispatch.emit(Msg::FakeLost);
                }
            }
            Effect::StopListening => self.fake_events = None,
            Effect::AskFake(request) => spawn_local(async move {
                let result = window::ask_fake(&request).await;
                dispatch.emit(Msg::FakeAnswered(request, result));
            }),
            Effect::SaveChoices => window::set_query(&self.model.borrow().choices.to_query(&window::query())),
        }
    }
}
