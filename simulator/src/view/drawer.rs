//! The drawer at the foot of the page: messages, faults, scenario and activity.

use std::rc::Rc;

use livechat_protocol::{Faults, PlacementKind};
use yew::prelude::*;

use super::{
    activity_list::ActivityList,
    fake_panel::FakePanel,
    faults_panel::FaultsPanel,
    icon::{Icon, icon},
    inspector::Inspector,
    own_event::OwnEvent,
    recording::Recording,
    scenario_panel::ScenarioPanel,
    splitter::{Edge, Splitter},
};
use crate::{
    choices::{DRAWER, Drawer},
    log::{Filter, Log},
    model::{Activity, FakeView, Msg, OtherName},
};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct DrawerViewProps {
    /// The open part; `None` if the drawer is folded.
    pub(crate) open: Option<Drawer>,
    pub(crate) height: u32,
    pub(crate) log: Log,
    pub(crate) filter: Filter,
    pub(crate) activity: Activity,
    pub(crate) faults: Faults,
    /// The fake LiveChat, if an extension signs in.
    pub(crate) fake: Option<FakeView>,
    /// The number of faults, including the fake's.
    pub(crate) fault_count: usize,
    pub(crate) same_origin: bool,
    pub(crate) other_name: OtherName,
    pub(crate) placements: Rc<[PlacementKind]>,
    pub(crate) recording: Recording,
    pub(crate) dispatch: Callback<Msg>,
}

/// The drawer with its open part.
#[component]
pub(crate) fn DrawerView(props: &DrawerViewProps) -> Html {
    let dispatch = &props.dispatch;
    let toggle = |drawer: Drawer, name: &'static str, count: Option<usize>, alert: bool| {
        let is_open = props.open == Some(drawer);
        html! {
            <button
                type="button"
                class="sim-quiet"
                aria-expanded={is_open.to_string()}
                aria-controls="sim-drawer"
                onclick={dispatch.reform(move |_| Msg::DrawerToggled(drawer))}
            >
                { icon(if is_open { Icon::Fold } else { Icon::Unfold }) }{ name }
                if let Some(count) = count {
                    <span class={classes!("sim-count", alert.then_some("sim-count-alert"))}>{ count }</span>
                }
            </button>
        }
    };
    let faults = props.fault_count;
    let content = match props.open {
        None => Html::default(),
        Some(Drawer::Messages) => html! {
            <Inspector log={props.log.clone()} filter={props.filter.clone()} {dispatch} />
        },
        Some(Drawer::Faults) => html! {
            <div class="sim-columns">
                <FaultsPanel
                    faults={props.faults}
                    same_origin={props.same_origin}
                    other_name={props.other_name.clone()}
                    replaying={props.recording.replay.is_some()}
                    {dispatch}
                />
                <OwnEvent placements={props.placements.clone()} {dispatch} />
                if let Some(fake) = &props.fake {
                    <FakePanel fake={fake.clone()} {dispatch} />
                }
            </div>
        },
        Some(Drawer::Scenario) => html! { <ScenarioPanel recording={props.recording.clone()} {dispatch} /> },
        Some(Drawer::Activity) => html! { <ActivityList activity={props.activity.clone()} {dispatch} /> },
    };
    html! {
        <section class="sim-drawer" aria-label="Inspector">
            if props.open.is_some() {
                <Splitter
                    label="Height of the inspector"
                    edge={Edge::Top}
                    size={props.height}
                    range={DRAWER}
                    onresize={dispatch.reform(Msg::DrawerResized)}
                />
            }
            <div class="sim-drawer-head">
                { toggle(Drawer::Messages, "Messages", Some(props.log.len()), false) }
                { toggle(Drawer::Faults, "Faults", (faults > 0).then_some(faults), true) }
                { toggle(Drawer::Scenario, "Scenario", None, false) }
                { toggle(Drawer::Activity, "Activity", Some(props.activity.len()), false) }
            </div>
            <div id="sim-drawer" class="sim-drawer-body" hidden={props.open.is_none()}>{ content }</div>
        </section>
    }
}
