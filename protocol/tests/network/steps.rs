//! What can happen to two windows and the network between them.

use livechat_protocol::{Answering, RemoteError, limits};
use proptest::prelude::*;

/// One thing that happens.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// That many milliseconds pass.
    Wait(u64),
    /// The iframe reloads: the host begins a new connection.
    Load,
    /// The app renders.
    Render,
    /// The app sends that many commands.
    Send(usize),
    /// The app asks for a new session.
    Refresh,
    /// The host shows the profile with that number.
    Show(u32),
    /// The host answers differently from now on.
    Answer(Answering),
    /// The network delivers that many messages to each end, in order.
    Deliver(usize),
    /// It delivers one to the extension ahead of earlier ones.
    HurryToExtension(usize),
    /// It delivers one to the host ahead of earlier ones.
    HurryToHost(usize),
    /// It loses one.
    LoseToExtension(usize),
    /// It loses one.
    LoseToHost(usize),
    /// It delivers one again, later.
    DoubleToExtension(usize),
    /// It delivers one again, later.
    DoubleToHost(usize),
    /// A sender other than the host posts a message.
    Forge(Sender, Forgery),
    /// The host's window posts something outside the connection.
    Babble(Babble),
}

/// The sender of a forgery: never a window that both is the parent and has the host's origin.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Sender {
    Sibling,
    Script,
    Attacker,
    Insecure,
    OtherHost,
}

/// The forged message: one that would count if the host had sent it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Forgery {
    Handshake(i64),
    Profile,
    PlainProfile,
    Answer(i64),
}

/// A message from the host's own window that does not belong to the connection.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Babble {
    OtherLinkProfile,
    OtherLinkAnswer(i64),
    Malformed,
    Nonsense,
    UnknownAnswer,
}

fn answering() -> impl Strategy<Value = Answering> {
    prop_oneof![
        Just(Answering::Accept),
        Just(Answering::Refuse(RemoteError { message: "no".into(), code: None })),
        Just(Answering::Silent),
    ]
}

fn sender() -> impl Strategy<Value = Sender> {
    use Sender::{Attacker, Insecure, OtherHost, Script, Sibling};
    prop::sample::select(&[Sibling, Script, Attacker, Insecure, OtherHost][..])
}

fn forgery() -> impl Strategy<Value = Forgery> {
    prop_oneof![
        (0..4_i64).prop_map(Forgery::Handshake),
        Just(Forgery::Profile),
        Just(Forgery::PlainProfile),
        (0..8_i64).prop_map(Forgery::Answer),
    ]
}

fn babble() -> impl Strategy<Value = Babble> {
    prop_oneof![
        Just(Babble::OtherLinkProfile),
        (0..8_i64).prop_map(Babble::OtherLinkAnswer),
        Just(Babble::Malformed),
        Just(Babble::Nonsense),
        Just(Babble::UnknownAnswer),
    ]
}

/// Any step; the numbers are relative frequencies.
pub(crate) fn step() -> impl Strategy<Value = Step> {
    let place = 0..8_usize;
    prop_oneof![
        800 => (0..4_000_u64).prop_map(Step::Wait),
        400 => Just(Step::Load),
        300 => Just(Step::Render),
        900 => (1..4_usize).prop_map(Step::Send),
        // Rare, because it is slow: more commands than the queue holds.
        1 => Just(Step::Send(limits::QUEUED_COMMANDS + 10)),
        100 => Just(Step::Refresh),
        500 => (0..100_u32).prop_map(Step::Show),
        200 => answering().prop_map(Step::Answer),
        2_500 => (1..6_usize).prop_map(Step::Deliver),
        200 => place.clone().prop_map(Step::HurryToExtension),
        200 => place.clone().prop_map(Step::HurryToHost),
        200 => place.clone().prop_map(Step::LoseToExtension),
        200 => place.clone().prop_map(Step::LoseToHost),
        200 => place.clone().prop_map(Step::DoubleToExtension),
        200 => place.prop_map(Step::DoubleToHost),
        400 => (sender(), forgery()).prop_map(|(sender, forgery)| Step::Forge(sender, forgery)),
        300 => babble().prop_map(Step::Babble),
    ]
}
