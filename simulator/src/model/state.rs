//! The simulator's state.

use std::{collections::BTreeMap, rc::Rc, time::Duration};

use livechat_protocol::{PlacementKind, SafeUrl, section::Section};
use serde_json::{Map, Value};

use super::{
    frame_origin::{FrameOrigin, OtherName},
    parts::{
        activity::Activity,
        authorizing::Authorizing,
        conversations::{Conversations, Draft},
        extension_frame::ExtensionFrame,
        fake_livechat::FakeLivechat,
        purchases::{Purchase, Purchases},
        scenarios::Scenarios,
        sections::Sections,
        toasts::{ShownToast, Toasts},
    },
    samples::{Customer, Message, Ticket, customers, tickets},
    turn::Turn,
};
use crate::{
    choices::{Choices, View},
    extension::SimulatedExtension,
    log::Log,
};

/// The state of the simulator.
pub(crate) struct Model {
    pub(crate) choices: Choices,
    pub(crate) customers: Rc<[Rc<Customer>]>,
    pub(crate) tickets: Rc<[Rc<Ticket>]>,
    pub(crate) log: Log,
    pub(crate) scenarios: Scenarios,
    pub(crate) activity: Activity,
    /// The badge of the fullscreen extension.
    pub(crate) badge: Option<u32>,
    /// The filters of the reports.
    pub(crate) reports_filters: Option<Rc<Map<String, Value>>>,
    /// The target of the settings extension's redirect.
    pub(crate) redirect: Option<SafeUrl>,
    /// Whether the support chat is open.
    pub(crate) support: bool,
    /// The page's other loopback name.
    pub(crate) other_name: OtherName,
    pub(super) extensions: Rc<[SimulatedExtension]>,
    pub(super) frames: BTreeMap<PlacementKind, ExtensionFrame>,
    /// The id of the customer or ticket that was last open in each view.
    pub(super) opened: BTreeMap<View, String>,
    pub(super) authorizing: Authorizing,
    pub(super) conversations: Conversations,
    pub(crate) fake: FakeLivechat,
    pub(super) sections: Sections,
    pub(super) purchases: Purchases,
    pub(super) toasts: Toasts,
    pub(super) turn: Turn,
}

impl Model {
    pub(crate) fn new(now: Duration, choices: Choices, extensions: Rc<[SimulatedExtension]>) -> Self {
        let mut model = Self {
            choices,
            customers: customers().into(),
            tickets: tickets().into(),
            log: Log::default(),
            scenarios: Scenarios::default(),
            activity: Activity::default(),
            badge: None,
            reports_filters: None,
            redirect: None,
            support: false,
            other_name: OtherName::default(),
            extensions: Rc::new([]),
            frames: BTreeMap::new(),
            opened: BTreeMap::new(),
            authorizing: Authorizing::default(),
            conversations: Conversations::default(),
            fake: FakeLivechat::default(),
            sections: Sections::default(),
            purchases: Purchases::default(),
            toasts: Toasts::default(),
            turn: Turn::at(now),
        };
        // The address may name a customer or ticket that does not exist.
        model.choices.customer = model.open_customer().map(|customer| customer.profile.id.clone());
        model.choices.ticket = model.open_ticket().map(|ticket| ticket.info.id.clone());
        if let Some(id) = model.open_id().map(str::to_owned) {
            model.opened.insert(model.choices.view, id);
        }
        model.log.set_filter(model.choices.filter.clone());
        model.set_extensions(extensions);
        model
    }

    /// Returns the extension in that placement.
    pub(crate) fn extension(&self, placement: PlacementKind) -> Option<&SimulatedExtension> {
        // The first counts.
        self.extensions.iter().find(|extension| extension.placement == placement)
    }

    /// The placements with extensions.
    pub(crate) fn placements(&self) -> Rc<[PlacementKind]> {
        self.frames.keys().copied().collect()
    }

    /// Returns the iframe of the extension in that placement.
    pub(crate) fn frame(&self, placement: PlacementKind) -> Option<&ExtensionFrame> {
        self.frames.get(&placement)
    }

    /// Where the extensions load from.
    pub(crate) fn frame_origin(&self) -> FrameOrigin {
        FrameOrigin::new(self.choices.same_origin, &self.other_name)
    }

    /// The open customer.
    pub(crate) fn open_customer(&self) -> Option<&Rc<Customer>> {
        let id = self.choices.customer.as_deref()?;
        self.customers.iter().find(|customer| customer.view == self.choices.view && customer.profile.id == id)
    }

    /// Whether the message box extension is visible.
    pub(crate) fn shows_message_box(&self) -> bool {
        self.choices.message_box && self.open_customer().is_some() && self.frame(PlacementKind::MessageBox).is_some()
    }

    /// The open ticket.
    pub(crate) fn open_ticket(&self) -> Option<&Rc<Ticket>> {
        let id = self.choices.ticket.as_deref().filter(|_| self.choices.view == View::Tickets)?;
        self.tickets.iter().find(|ticket| ticket.info.id == id)
    }

    /// The id of the open customer or ticket.
    pub(crate) fn open_id(&self) -> Option<&str> {
        let customer = self.open_customer().map(|customer| &*customer.profile.id);
        customer.or_else(|| self.open_ticket().map(|ticket| &*ticket.info.id))
    }

    /// The content of the message input.
    pub(crate) fn draft(&self) -> Draft {
        self.open_id().and_then(|id| self.conversations.drafts.get(id)).cloned().unwrap_or_default()
    }

    /// The messages after the transcript.
    pub(crate) fn said(&self) -> &[Message] {
        self.open_id().and_then(|id| self.conversations.said.get(id)).map_or(&[], Vec::as_slice)
    }

    /// The draft as the customer; `None` if that input is folded.
    pub(crate) fn customer_draft(&self) -> Option<&str> {
        self.conversations.customer_input.then_some(&*self.conversations.customer_draft)
    }

    /// The sections to render.
    pub(crate) fn sections(&self) -> Rc<[Section]> {
        self.sections.drawn()
    }

    /// The visible toasts, newest last.
    pub(crate) fn toasts(&self) -> &[ShownToast] {
        self.toasts.shown()
    }

    /// The purchase that the user is asked to confirm.
    pub(crate) fn purchase(&self) -> Option<&Rc<Purchase>> {
        self.purchases.asked()
    }

    /// When [`Msg::Elapsed`](super::Msg::Elapsed) is due.
    pub(crate) fn next_deadline(&self) -> Option<Duration> {
        let frames = self.frames.values().filter_map(ExtensionFrame::next_deadline);
        let others = [self.authorizing.deadline(), self.fake.by, self.toasts.deadline(), self.scenarios.deadline()];
        frames.chain(others.into_iter().flatten()).min()
    }
}
