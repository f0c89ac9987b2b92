//! The component: carries what happens to the model, and out what the model wants.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc, time::Duration};

use gloo_events::EventListener;
use gloo_render::{AnimationFrame, request_animation_frame};
use gloo_timers::callback::Timeout;
use livechat_protocol::PlacementKind;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    authorize::authorize,
    choices::Choices,
    effect::Effect,
    extension::SimulatedExtension,
    files,
    frame_origin::FrameOrigin,
    model::Model,
    msg::Msg,
    session,
    view::{self, FrameAddress, FrameSlot},
    wire::{self, Wire},
};

/// The properties of [`Simulator`].
#[derive(Clone, PartialEq, Properties)]
pub struct SimulatorProps {
    /// The extensions, at most one for each placement; of several in one place the first counts.
    /// A place without an extension is not offered.
    pub extensions: Rc<[SimulatedExtension]>,
}

/// The Agent App, as far as an extension can tell. Fills the page; its choices are kept in the page's address.
///
/// The crate's page has an example.
pub struct Simulator {
    /// Shared with the listener that stores the session when the page is left: Yew may be waiting for a later task by then,
    /// which never comes.
    model: Rc<RefCell<Model>>,
    /// One and the same for ever, so that nothing renders on its account.
    dispatch: Callback<Msg>,
    frames: BTreeMap<PlacementKind, NodeRef>,
    wire: Wire,
    /// Where the extensions are loaded from at present, to which the wire is laid.
    frame_origin: FrameOrigin,
    /// Runs until the model's next deadline.
    timer: Option<(Duration, Timeout)>,
    frames_drawn: FramesDrawn,
    _leaving: Option<EventListener>,
}

/// How far what came from the extensions is drawn. Thousands of frames may come at once: the first is drawn at once,
/// those that follow within the same animation frame together at the next one.
#[derive(Default)]
struct FramesDrawn {
    /// Runs at the next animation frame.
    next: Option<AnimationFrame>,
    /// Whether something waits for it.
    waits: bool,
}

/// What happens to a [`Simulator`]; there is nothing to do with it from outside.
#[doc(hidden)]
pub struct SimulatorMsg(Happening);

enum Happening {
    Msg(Msg),
    FrameBegan,
}

impl Component for Simulator {
    type Message = SimulatorMsg;
    type Properties = SimulatorProps;

    fn create(context: &Context<Self>) -> Self {
        let extensions = Rc::clone(&context.props().extensions);
        let frames: BTreeMap<_, _> =
            PlacementKind::ALL.into_iter().map(|placement| (placement, NodeRef::default())).collect();
        let dispatch = context.link().callback(|msg| SimulatorMsg(Happening::Msg(msg)));
        let frame_origin = FrameOrigin::default();
        let wire = Wire::listen(&extensions, &frames, &frame_origin, dispatch.clone());
        let mut model = Model::new(wire::now(), Choices::from_query(&wire::query()), extensions);
        if let Some(kept) = session::restored() {
            model.restore(wire::now(), kept);
        }
        if let Some(address) = model.choices.scenario.clone() {
            let dispatch = dispatch.clone();
            spawn_local(async move {
                dispatch.emit(Msg::ScenarioRead { text: files::fetch(&address).await, play: true });
            });
        }
        spawn_local({
            let dispatch = dispatch.clone();
            async move { dispatch.emit(Msg::OtherNameKnown(wire::ask_other_name().await)) }
        });
        let model = Rc::new(RefCell::new(model));
        let leaving = session::on_leaving({
            let model = Rc::clone(&model);
            move || session::keep(&model.borrow().kept())
        });
        Self {
            model,
            dispatch,
            frames,
            wire,
            frame_origin,
            timer: None,
            frames_drawn: FramesDrawn::default(),
            _leaving: leaving,
        }
    }

    fn update(&mut self, context: &Context<Self>, SimulatorMsg(happening): Self::Message) -> bool {
        let Happening::Msg(msg) = happening else { return self.frame_began() };
        if msg == Msg::Elapsed {
            self.timer = None;
        }
        let is_received = matches!(msg, Msg::Received { .. });
        let effects = self.model.borrow_mut().update(wire::now(), msg);
        let frame_origin = self.model.borrow().frame_origin();
        if self.frame_origin != frame_origin {
            self.frame_origin = frame_origin;
            self.listen(&context.props().extensions);
        }
        for effect in effects {
            self.carry_out(effect);
        }
        self.set_timer();
        !is_received || self.draws_at_once(context)
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
        self.wire = Wire::listen(extensions, &self.frames, &self.frame_origin, self.dispatch.clone());
    }

    /// What the frame of an extension is drawn from; nothing where there is no extension.
    fn slot(&self, placement: PlacementKind) -> Option<FrameSlot> {
        let model = self.model.borrow();
        let (extension, frame) = (model.extension(placement)?, model.frame(placement)?);
        Some(FrameSlot {
            placement,
            node: self.frames.get(&placement).cloned().unwrap_or_default(),
            load: frame.load.number,
            address: match &self.frame_origin {
                FrameOrigin::Undecided => FrameAddress::Undecided,
                origin => wire::frame_url(&extension.src, origin, frame.load)
                    .map_or(FrameAddress::Invalid, |url| FrameAddress::Url(url.into())),
            },
            progress: frame.progress,
        })
    }

    fn carry_out(&self, effect: Effect) {
        let dispatch = self.dispatch.clone();
        match effect {
            Effect::Post { placement, value } => {
                let wrong_origin = self.model.borrow().frame(placement).is_some_and(|frame| frame.load.wrong_origin);
                if let Err(reason) = self.wire.post(placement, &value, wrong_origin) {
                    dispatch.emit(Msg::PostFailed { placement, reason });
                }
            }
            Effect::Authorize { attempt } => {
                let Some(origin) = self.wire.server(PlacementKind::Details).map(str::to_owned) else { return };
                spawn_local(async move {
                    let result = authorize(&origin).await;
                    dispatch.emit(Msg::AuthorizeAnswered { attempt, result });
                });
            }
            Effect::SaveFile { name, text } => {
                if let Err(reason) = files::save(&name, &text) {
                    dispatch.emit(Msg::ScenarioRead { text: Err(reason), play: false });
                }
            }
            Effect::SaveChoices => wire::set_query(&self.model.borrow().choices.to_query(&wire::query())),
        }
    }

    /// Whether what was received is drawn now, or else at the next animation frame.
    fn draws_at_once(&mut self, context: &Context<Self>) -> bool {
        if self.frames_drawn.next.is_some() {
            self.frames_drawn.waits = true;
            return false;
        }
        let link = context.link().clone();
        let began = move |_| link.send_message(SimulatorMsg(Happening::FrameBegan));
        self.frames_drawn.next = Some(request_animation_frame(began));
        true
    }

    fn frame_began(&mut self) -> bool {
        std::mem::take(&mut self.frames_drawn).waits
    }

    fn set_timer(&mut self) {
        let deadline = self.model.borrow().next_deadline();
        if self.timer.as_ref().map(|(deadline, _)| *deadline) == deadline {
            return;
        }
        self.timer = deadline.map(|deadline| {
            // Timers count whole milliseconds, and one too early would be for nothing.
            let wait = deadline.saturating_sub(wire::now()).as_millis().saturating_add(1);
            let dispatch = self.dispatch.clone();
            (deadline, Timeout::new(u32::try_from(wait).unwrap_or(u32::MAX), move || dispatch.emit(Msg::Elapsed)))
        });
    }
}
