//! The check in one placement.

use yew::prelude::*;
use yew_livechat::{prelude::*, protocol::PlacementKind};

use super::{current_step::CurrentStep, finished_steps::FinishedSteps, report_view::ReportView};
use crate::{
    observer::UseRecordHandle,
    steps::{Action, steps_of},
};

#[derive(PartialEq, Properties)]
pub(crate) struct CheckProps {
    pub(crate) handle: UseRecordHandle,
    pub(crate) onaction: Callback<Action>,
    /// Whether Sign in with LiveChat needs the client id of the tester's app.
    #[prop_or_default]
    pub(crate) needs_client_id: bool,
}

/// The steps of the placement, and the report about all placements.
#[component]
pub(crate) fn Check(props: &CheckProps) -> Html {
    let CheckProps { handle, onaction, needs_client_id } = props;
    let placement = handle.placement;
    let record = handle.record();
    let current = record.current(placement);
    // The step that is open when the page is loaded leaves the focus in the Agent App.
    let initial = use_memo((), |()| current.map(|step| step.id));
    let all = steps_of(placement).count();
    let done = steps_of(placement).filter(|step| record.has_ended(step.id)).count();
    let words = format!("{done} of {all}");
    // No placement has that many steps.
    let (value, max) = (u32::try_from(done).ok(), u32::try_from(all).unwrap_or(u32::MAX));
    html! {
        <main class="check">
            <Stack gap={Gap::Large}>
                <h1>{ "Field check" }</h1>
                <ProgressBar label={format!("Steps in {}", name(placement))} {value} {max} text={words} />
                if let Some(step) = current {
                    <CurrentStep
                        key={step.id}
                        {step}
                        takes_focus={*initial != Some(step.id)}
                        handle={handle.clone()}
                        onaction={onaction.clone()}
                        needs_client_id={*needs_client_id}
                    />
                } else {
                    <InlineMessage kind={MessageKind::Success}>{ next(placement) }</InlineMessage>
                }
                if done > 0 {
                    <FinishedSteps handle={handle.clone()} />
                }
                <ReportView open={done == all} />
            </Stack>
        </main>
    }
}

/// The placement in the Agent App's words.
pub(super) fn name(placement: PlacementKind) -> &'static str {
    match placement {
        PlacementKind::Details => "the customer details",
        PlacementKind::MessageBox => "the message box",
        PlacementKind::Fullscreen => "the fullscreen app",
        PlacementKind::Settings => "the settings",
    }
}

/// Where to go when this placement is done.
fn next(placement: PlacementKind) -> &'static str {
    match placement {
        PlacementKind::Details => "Done here. Open Field check in the message box next.",
        PlacementKind::MessageBox => {
            "Done here. Open Field check in fullscreen next: Apps, in the Agent App's navigation."
        }
        PlacementKind::Fullscreen => "Done here. Open the settings of Field check next.",
        PlacementKind::Settings => "Done here. Send the report below.",
    }
}
