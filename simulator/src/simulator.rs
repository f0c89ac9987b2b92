//! The component: carries what happens to the model, and out what the model wants.

use std::time::Duration;

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    authorize::authorize,
    choices::Choices,
    customers::customers,
    effect::Effect,
    model::Model,
    msg::Msg,
    view,
    wire::{self, Wire},
};

/// The properties of [`Simulator`].
#[derive(Clone, PartialEq, Properties)]
pub struct SimulatorProps {
    /// The extensions, at most one for each placement.
    pub extensions: std::rc::Rc<[SimulatedExtension]>,
}

/// One extension, and where the simulator loads it from.
#[derive(Clone, Debug, PartialEq)]
pub struct SimulatedExtension {
    /// Where it stands.
    pub placement: livechat_protocol::PlacementKind,
    /// The URL of its page. The simulator adds `plugin_id`, `theme`, and `connection` where it is plain.
    pub src: AttrValue,
    /// The sections that the Developer Console's initial state declares.
    pub sections: Vec<livechat_protocol::section::Section>,
}

impl SimulatorProps {
    fn src(&self) -> AttrValue {
        self.extensions.first().map(|extension| extension.src.clone()).unwrap_or_default()
    }
}

/// The Agent App, as far as an extension can tell. Fills the page; its choices are kept in the page's address.
///
/// The crate's page has an example.
pub struct Simulator {
    model: Model,
    /// One and the same for ever, so that nothing renders on its account.
    dispatch: Callback<Msg>,
    frame: NodeRef,
    wire: Option<Wire>,
    /// Runs until the model's next deadline.
    timer: Option<(Duration, Timeout)>,
}

/// What happens to a [`Simulator`]; there is nothing to do with it from outside.
#[doc(hidden)]
pub struct SimulatorMsg(Msg);

impl Component for Simulator {
    type Message = SimulatorMsg;
    type Properties = SimulatorProps;

    fn create(context: &Context<Self>) -> Self {
        let frame = NodeRef::default();
        let dispatch = context.link().callback(SimulatorMsg);
        let wire = Wire::listen(frame.clone(), &context.props().src(), dispatch.clone());
        let model = Model::new(Choices::from_query(&wire::query()), customers());
        Self { model, dispatch, frame, wire, timer: None }
    }

    fn update(&mut self, _: &Context<Self>, SimulatorMsg(msg): Self::Message) -> bool {
        if msg == Msg::Elapsed {
            self.timer = None;
        }
        for effect in self.model.update(wire::now(), msg) {
            self.carry_out(effect);
        }
        self.set_timer();
        true
    }

    fn changed(&mut self, context: &Context<Self>, old: &Self::Properties) -> bool {
        let src = &context.props().src();
        if *src != old.src() {
            self.wire = Wire::listen(self.frame.clone(), src, self.dispatch.clone());
            self.dispatch.emit(Msg::ReloadRequested);
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let url = wire::frame_url(&context.props().src(), self.model.frame);
        view::page(&self.model, &self.frame, url, &self.dispatch)
    }
}

impl Simulator {
    fn carry_out(&self, effect: Effect) {
        let dispatch = self.dispatch.clone();
        match (effect, &self.wire) {
            (Effect::Post(value), Some(wire)) => {
                if let Err(reason) = wire.post(&value) {
                    dispatch.emit(Msg::PostFailed(reason));
                }
            }
            (Effect::Authorize { attempt }, Some(wire)) => {
                let origin = wire.origin().to_owned();
                spawn_local(async move {
                    let result = authorize(&origin).await;
                    dispatch.emit(Msg::AuthorizeAnswered { attempt, result });
                });
            }
            (Effect::Post(_) | Effect::Authorize { .. }, None) => {}
            (Effect::SaveChoices, _) => wire::set_query(&self.model.choices.to_query(&wire::query())),
        }
    }

    fn set_timer(&mut self) {
        let deadline = self.model.next_deadline();
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
