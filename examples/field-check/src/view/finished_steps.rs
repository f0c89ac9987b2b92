//! The steps that are done.

use yew::prelude::*;
use yew_livechat::prelude::*;

use crate::{
    finding::Verdict,
    observer::UseRecordHandle,
    rules::{self, rules_of},
    steps::{Step, steps_of},
};

#[derive(PartialEq, Properties)]
pub(super) struct FinishedStepsProps {
    pub(super) handle: UseRecordHandle,
}

/// The steps that are done or skipped, with the verdicts.
#[component]
pub(super) fn FinishedSteps(props: &FinishedStepsProps) -> Html {
    let handle = &props.handle;
    let record = handle.record();
    let row = |step: &'static Step| {
        let repeat = {
            let handle = handle.clone();
            move |_| handle.change(|record, _, _| record.repeat(step.id))
        };
        let verdicts = rules_of(step.id).map(|(entry, _)| {
            let finding = rules::find(entry, step.id, record);
            html! { <li key={entry}><code>{ entry }</code>{ " " }<VerdictWord verdict={finding.verdict} /></li> }
        });
        html! {
            <li key={step.id}>
                <Row justify={Justify::SpaceBetween}>
                    <strong>{ step.title }</strong>
                    <Button title={format!("Do “{}” again", step.title)} onclick={repeat}>{ "Again" }</Button>
                </Row>
                <ul>{ for verdicts }</ul>
            </li>
        }
    };
    html! {
        <Section heading="Finished steps" collapsible=true open=false>
            <ul class="check-list">{ for steps_of(handle.placement).filter(|step| record.has_ended(step.id)).map(row) }</ul>
        </Section>
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct VerdictWordProps {
    pub(super) verdict: Verdict,
}

/// A verdict in its color.
#[component]
pub(super) fn VerdictWord(props: &VerdictWordProps) -> Html {
    let class = match props.verdict {
        Verdict::Confirmed => "check-confirmed",
        Verdict::Refuted => "check-refuted",
        Verdict::NotSeen => "check-not-seen",
    };
    html! { <span {class}>{ props.verdict.as_str() }</span> }
}
