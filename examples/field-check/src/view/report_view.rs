//! The report about all placements.

use yew::prelude::*;
use yew_livechat::prelude::*;

use super::{check::name, finished_steps::VerdictWord};
use crate::{
    clock, file,
    report::{Report, Row as ReportRow},
    steps::steps_of,
    stored::{Everything, use_everything},
};

#[derive(PartialEq, Properties)]
pub(super) struct ReportViewProps {
    /// Whether it is expanded.
    pub(super) open: bool,
}

/// The report, with the buttons that copy and save it.
#[component]
pub(super) fn ReportView(props: &ReportViewProps) -> Html {
    let everything = use_everything();
    let asks = use_state(|| false);
    let failed = use_state(|| None::<String>);
    let report = Report::new(&everything.records(), clock::date());
    let save = |name: &'static str, kind: &'static str, text: String| {
        let failed = failed.clone();
        move |_| failed.set(file::save(name, kind, &text).err())
    };
    let json = format!("{:#}", report.to_json(&everything.recordings()));
    let markdown = report.to_markdown();
    let row = |ReportRow { entry, finding }: &ReportRow| {
        html! {
            <li key={entry.id}>
                <code>{ entry.id }</code>{ " " }<VerdictWord verdict={finding.verdict} />
                <p>{ &finding.evidence }</p>
            </li>
        }
    };
    let set_asks = |value: bool| {
        let asks = asks.clone();
        move |_| asks.set(value)
    };
    let clear = {
        let (asks, everything) = (asks.clone(), everything.clone());
        move |_| {
            everything.clear();
            asks.set(false);
        }
    };
    html! {
        <Section heading="Report" collapsible=true open={props.open}>
            <Stack>
                <p>{ report.summary() }</p>
                { open_placements(&everything) }
                if !everything.is_persistent() {
                    <InlineMessage kind={MessageKind::Warning}>
                        { "Your browser blocks storage. Save the report in each placement before you leave it." }
                    </InlineMessage>
                }
                <Row>
                    <CopyButton text={markdown.clone()} label="Copy the report" />
                    <Button onclick={save("field-check.md", "text/markdown", markdown)}>{ "Save as Markdown" }</Button>
                    <Button onclick={save("field-check.json", "application/json", json)}>
                        { "Save with recording" }
                    </Button>
                </Row>
                if let Some(error) = &*failed {
                    <InlineMessage kind={MessageKind::Error}>{ error }</InlineMessage>
                }
                <ul class="check-list">{ for report.rows.iter().map(row) }</ul>
                if *asks {
                    <InlineMessage kind={MessageKind::Warning}>{ "This deletes the answers of all placements." }</InlineMessage>
                    <Row>
                        <Button kind={ButtonKind::Destructive} onclick={clear}>{ "Delete all" }</Button>
                        <Button onclick={set_asks(false)}>{ "Cancel" }</Button>
                    </Row>
                } else {
                    <Button onclick={set_asks(true)}>{ "Start over" }</Button>
                }
            </Stack>
        </Section>
    }
}

/// The placements with steps that are left.
fn open_placements(everything: &Everything) -> Html {
    let records = everything.records();
    let open = records.iter().filter_map(|(placement, record)| {
        let left = steps_of(*placement).filter(|step| !record.has_ended(step.id)).count();
        (left > 0).then(|| html! { <li key={placement.as_str()}>{ format!("{}: {left}", name(*placement)) }</li> })
    });
    let open: Vec<Html> = open.collect();
    if open.is_empty() {
        return Html::default();
    }
    html! { <><p>{ "Steps that are left:" }</p><ul>{ open }</ul></> }
}
