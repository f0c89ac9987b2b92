//! The step that the tester is doing.

use std::collections::BTreeMap;

use web_sys::HtmlElement;
use yew::prelude::*;
use yew_livechat::prelude::*;

use super::{client_id::ClientId, questions::Questions};
use crate::{
    observation::{CallOutcome, Observed},
    observer::UseRecordHandle,
    record::Record,
    rules::{Rule, rules_of},
    steps::{Action, Step},
};

#[derive(PartialEq, Properties)]
pub(super) struct CurrentStepProps {
    pub(super) step: &'static Step,
    pub(super) handle: UseRecordHandle,
    pub(super) onaction: Callback<Action>,
    pub(super) needs_client_id: bool,
    /// Whether it follows a step whose button had the focus.
    pub(super) takes_focus: bool,
}

/// The step, with its buttons and what was observed so far.
#[component]
pub(super) fn CurrentStep(props: &CurrentStepProps) -> Html {
    let CurrentStepProps { step, handle, onaction, needs_client_id, takes_focus } = props;
    let heading = use_node_ref();
    use_effect_with((), {
        let (heading, takes_focus) = (heading.clone(), *takes_focus);
        move |()| {
            if let (true, Some(heading)) = (takes_focus, heading.cast::<HtmlElement>()) {
                // It fails only for an element that cannot have the focus.
                let _ = heading.focus();
            }
        }
    });
    let acted = handle.record().progress(step.id).is_some_and(|progress| progress.acted.is_some());
    let is_ready = acted || step.action.is_none();
    let observes = rules_of(step.id).any(|(_, rule)| matches!(rule, Rule::Observed(_)));
    let asks_for_id = *needs_client_id && matches!(step.action, Some(Action::SignIn | Action::CallApi));
    let act = |action: Action| {
        let (handle, onaction) = (handle.clone(), onaction.clone());
        move |_| {
            handle.change(|record, placement, at| record.act(placement, at));
            onaction.emit(action);
        }
    };
    let advance = |change: fn(&mut Record, yew_livechat::protocol::PlacementKind, u64)| {
        let handle = handle.clone();
        move |_| handle.advance(change)
    };
    let mark = advance(|record, placement, at| {
        record.observe(placement, at, Observed::Marked);
        record.finish(placement, at);
    });
    let kind_of = |is_main: bool| if is_main { ButtonKind::Primary } else { ButtonKind::Secondary };
    html! {
        <section class="check-step" aria-labelledby="step">
            <Stack>
                <h2 id="step" tabindex="-1" ref={heading}>{ step.title }</h2>
                <ol>{ for step.instructions.iter().map(|line| html! { <li>{ *line }</li> }) }</ol>
                if asks_for_id {
                    <ClientId />
                } else if let Some(action) = step.action {
                    <Button kind={kind_of(!acted)} onclick={act(action)}>{ action.label() }</Button>
                }
                { seen(handle.record(), step) }
                if is_ready && !asks_for_id {
                    <Questions step={step.id} handle={handle.clone()} />
                }
                <Row>
                    if let (true, Some(label)) = (is_ready, step.mark) {
                        <Button kind={ButtonKind::Primary} onclick={mark}>{ label }</Button>
                    } else if is_ready && observes && !asks_for_id {
                        <Button
                            kind={ButtonKind::Primary}
                            onclick={advance(|record, placement, at| record.finish(placement, at))}
                        >
                            { "Done" }
                        </Button>
                    }
                    <Button onclick={advance(|record, placement, at| record.skip(placement, at))}>{ "Skip" }</Button>
                </Row>
            </Stack>
        </section>
    }
}

/// What was observed during the step, with how often.
fn seen(record: &Record, step: &Step) -> Html {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for observation in record.of_step(step.id) {
        *counts.entry(words(&observation.what)).or_default() += 1;
    }
    let item = |(text, count): (&String, &usize)| {
        let times = if *count > 1 { format!(" ×{count}") } else { String::new() };
        html! { <li key={text.clone()}>{ text.clone() }{ times }</li> }
    };
    html! {
        <div class="check-seen" role="status">
            if !counts.is_empty() {
                <p>{ "Seen so far:" }</p>
                <ul>{ for counts.iter().map(item) }</ul>
            }
        </div>
    }
}

fn words(what: &Observed) -> String {
    match what {
        Observed::Event { name, .. } => name.clone(),
        Observed::Command { name, error: None } => format!("{name}: acknowledged"),
        Observed::Command { name, error: Some(error) } => format!("{name}: {error}"),
        Observed::Call { name, outcome, status, .. } => match (outcome, status) {
            (CallOutcome::Succeeded, _) => format!("{name}: succeeded"),
            (CallOutcome::Refused, Some(status)) => format!("{name}: refused with status {status}"),
            (CallOutcome::Refused, None) => format!("{name}: refused"),
            (CallOutcome::Unreadable, _) => format!("{name}: no answer"),
        },
        Observed::SignIn { error: None, .. } => "signed in".to_owned(),
        Observed::SignIn { error: Some(error), .. } => error.clone(),
        Observed::Marked => "marked".to_owned(),
    }
}
