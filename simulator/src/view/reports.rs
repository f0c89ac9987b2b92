//! The host's reports, reduced to what extensions can affect.

use std::rc::Rc;

use serde_json::{Map, Value};
use yew::prelude::*;
use yew_livechat_components::{EmptyState, Property, PropertyList};

use super::format::value_text;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ReportsProps {
    /// Whether they are visible.
    pub(crate) shown: bool,
    pub(crate) filters: Option<Rc<Map<String, Value>>>,
}

/// The filters that `set_reports_filters` has set.
#[component]
pub(crate) fn Reports(props: &ReportsProps) -> Html {
    let filters = props.filters.as_deref().filter(|filters| !filters.is_empty());
    html! {
        <main class="sim-page" aria-label="Reports" hidden={!props.shown}>
            <div class="sim-head"><h2>{ "Reports" }</h2></div>
            <div class="sim-page-body">
                if let Some(filters) = filters {
                    <h3 class="sim-page-title">{ "Filters" }</h3>
                    <PropertyList>
                        for (name, value) in filters {
                            <Property label={name.clone()} value={value_text(value)} />
                        }
                    </PropertyList>
                } else {
                    <EmptyState level=3 title="No filters are set">
                        { "The fullscreen extension sets them with set_reports_filters." }
                    </EmptyState>
                }
            </div>
        </main>
    }
}
