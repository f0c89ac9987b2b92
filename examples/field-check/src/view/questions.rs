//! The questions of a step.

use yew::prelude::*;
use yew_livechat::prelude::*;

use crate::{
    observer::UseRecordHandle,
    rules::{Rule, rules_of},
};

#[derive(PartialEq, Properties)]
pub(super) struct QuestionsProps {
    pub(super) step: &'static str,
    pub(super) handle: UseRecordHandle,
}

/// The questions that only a person can answer.
#[component]
pub(super) fn Questions(props: &QuestionsProps) -> Html {
    let QuestionsProps { step, handle } = props;
    let question = |(entry, rule): (&'static str, Rule)| {
        let Rule::Asked { question, .. } = rule else { return Html::default() };
        let answer = |yes: bool| {
            let handle = handle.clone();
            move |_| handle.advance(|record, placement, at| record.answer(placement, at, entry, yes))
        };
        html! {
            <div key={entry} role="group" aria-labelledby={entry}>
                <Stack>
                    <p id={entry}>{ question }</p>
                    <Row>
                        <Button onclick={answer(true)}>{ "Yes" }</Button>
                        <Button onclick={answer(false)}>{ "No" }</Button>
                    </Row>
                </Stack>
            </div>
        }
    };
    html! { <>{ for rules_of(step).map(question) }</> }
}
