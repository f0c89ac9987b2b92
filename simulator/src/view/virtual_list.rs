//! A long list that renders only its visible rows.

use web_sys::Element;
use yew::prelude::*;

/// The height of a row in pixels, as in the style sheet.
pub(crate) const ROW: i32 = 24;
/// How many rows are rendered above and below the visible ones, for smooth scrolling.
const SPARE: i32 = 12;
/// The distance from the end, in pixels, that still counts as the end.
const CLOSE: i32 = 8;
/// The number of rows rendered before the height is known.
const FIRST_HEIGHT: i32 = 480;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct VirtualListProps {
    pub(crate) id: &'static str,
    pub(crate) label: &'static str,
    /// The number of rows.
    pub(crate) len: usize,
    /// Renders a row.
    pub(crate) row: Callback<usize, Html>,
    pub(crate) selected: Option<usize>,
    pub(crate) onselect: Callback<usize>,
    /// Whether the list follows new rows, unless the user has scrolled up.
    pub(crate) follows: bool,
}

/// A list with one selectable row: by click, arrow keys, Page Up, Page Down, Home and End.
#[component]
pub(crate) fn VirtualList(props: &VirtualListProps) -> Html {
    let list = use_node_ref();
    let scrolled = use_state(|| 0);
    let height = use_state(|| FIRST_HEIGHT);
    let follows = use_mut_ref(|| true);
    // The last scroll position: only scrolling up is the user's doing.
    let last_top = use_mut_ref(|| 0);
    let len = i32::try_from(props.len).unwrap_or(i32::MAX / ROW);
    {
        let (list, height) = (list.clone(), height.clone());
        // After every render: the drawer may have been resized.
        use_effect(move || {
            if let Some(list) = list.cast::<Element>()
                && list.client_height() > 0
                && list.client_height() != *height
            {
                height.set(list.client_height());
            }
        });
    }
    {
        let (list, follows, keeps) = (list.clone(), follows.clone(), props.follows);
        use_effect_with((len, *height), move |_| {
            if keeps
                && *follows.borrow()
                && let Some(list) = list.cast::<Element>()
            {
                list.set_scroll_top(list.scroll_height());
            }
        });
    }
    let onscroll = {
        let (list, scrolled) = (list.clone(), scrolled.clone());
        move |_: Event| {
            let Some(list) = list.cast::<Element>() else { return };
            let top = list.scroll_top();
            let before = last_top.replace(top);
            if list.scroll_height() - top - list.client_height() <= CLOSE {
                *follows.borrow_mut() = true;
            } else if top < before {
                *follows.borrow_mut() = false;
            }
            scrolled.set(top);
        }
    };
    {
        let (list, selected) = (list.clone(), props.selected);
        // Scrolls to a newly selected row, but stays in place when the list grows.
        use_effect_with(selected, move |selected| {
            if let (Some(list), Some(index)) = (list.cast::<Element>(), *selected) {
                let top = i32::try_from(index).unwrap_or(i32::MAX / ROW).saturating_mul(ROW);
                if top < list.scroll_top() {
                    list.set_scroll_top(top);
                } else if top + ROW > list.scroll_top() + list.client_height() {
                    list.set_scroll_top(top + ROW - list.client_height());
                }
            }
        });
    }
    let onkeydown = {
        let (onselect, selected, len) = (props.onselect.clone(), props.selected, props.len);
        let page = usize::try_from((*height / ROW - 1).max(1)).unwrap_or(1);
        move |event: KeyboardEvent| {
            let Some(last) = len.checked_sub(1) else { return };
            let next = match (&*event.key(), selected) {
                ("ArrowDown", Some(index)) => index + 1,
                ("ArrowUp", Some(index)) => index.saturating_sub(1),
                ("PageDown", Some(index)) => index + page,
                ("PageUp", Some(index)) => index.saturating_sub(page),
                ("Home", _) => 0,
                ("End" | "ArrowUp" | "PageUp", _) => last,
                ("ArrowDown" | "PageDown", None) => 0,
                _ => return,
            };
            event.prevent_default();
            onselect.emit(next.min(last));
        }
    };
    let first = (*scrolled / ROW - SPARE).clamp(0, len);
    let end = ((*scrolled + *height) / ROW + 1 + SPARE).clamp(first, len);
    let rows = (first..end).filter_map(|index| usize::try_from(index).ok());
    let option = |index: usize| format!("{}-{index}", props.id);
    let active = props.selected.filter(|index| i32::try_from(*index).is_ok_and(|index| (first..end).contains(&index)));
    html! {
        <div
            id={props.id}
            ref={list}
            class="sim-virtual"
            role="listbox"
            tabindex="0"
            aria-label={props.label}
            aria-activedescendant={active.map(option)}
            {onscroll}
            {onkeydown}
        >
            <div class="sim-virtual-rows" role="presentation" style={format!("block-size: {}px", len.saturating_mul(ROW))}>
                for index in rows {
                    <div
                        key={index}
                        id={option(index)}
                        class="sim-virtual-row"
                        role="option"
                        aria-selected={(props.selected == Some(index)).to_string()}
                        aria-posinset={(index + 1).to_string()}
                        aria-setsize={props.len.to_string()}
                        style={format!("inset-block-start: {}px", index * ROW.unsigned_abs() as usize)}
                        onclick={props.onselect.reform(move |_| index)}
                    >
                        { props.row.emit(index) }
                    </div>
                }
            </div>
        </div>
    }
}
