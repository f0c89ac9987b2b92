//! The shared logic of lists of options: which option is active, and how a person moves and chooses.

use std::{cell::RefCell, rc::Rc};

use web_sys::Element;
use yew::{html::ChildrenRenderer, prelude::*, virtual_dom::VChild};

use crate::{
    id::use_id,
    listbox::{ListboxOption, ListboxOptionProps},
    scroll,
};

/// The options of a list. One is active: keys move from there, and Enter chooses it. The focus is on the list or on a
/// field, never on an option.
#[derive(Clone)]
pub(crate) struct Options {
    pub(crate) id: AttrValue,
    /// The list.
    pub(crate) node: NodeRef,
    pub(crate) all: Rc<[Rc<ListboxOptionProps>]>,
    chosen: Option<usize>,
    /// The value of the option that the person moved to. Not a state: several keys may be pressed before Yew renders.
    moved_to: Rc<RefCell<Option<AttrValue>>>,
    update: UseForceUpdateHandle,
    onchoose: Callback<AttrValue>,
}

/// The move that a key makes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Step {
    Next,
    Previous,
    First,
    Last,
}

/// The options among these children. `chosen` is the value of the chosen one.
#[hook]
pub(crate) fn use_options(
    children: &ChildrenRenderer<VChild<ListboxOption>>,
    chosen: &AttrValue,
    onchoose: Callback<AttrValue>,
) -> Options {
    let all: Rc<[_]> = children.iter().map(|option| Rc::clone(&option.props)).collect();
    let options = Options {
        id: use_id(),
        node: use_node_ref(),
        chosen: all.iter().position(|option| option.value == *chosen),
        all,
        moved_to: use_mut_ref(|| None),
        update: use_force_update(),
        onchoose,
    };
    use_effect_with((options.active(), options.all.len()), {
        let list = options.node.clone();
        move |&(active, _)| {
            if let Some(active) = active {
                scroll::to_child(&list, active);
            }
        }
    });
    options
}

impl Options {
    /// The option that the person moved to, or the chosen one, or the first.
    pub(crate) fn active(&self) -> Option<usize> {
        let moved_to = self.moved_to.borrow();
        let moved_to = moved_to.as_ref().and_then(|value| self.all.iter().position(|option| option.value == *value));
        let is_enabled = |index: &usize| !self.all[*index].disabled;
        moved_to.filter(is_enabled).or(self.chosen.filter(is_enabled)).or_else(|| self.step(Step::First))
    }

    /// The target of a move. Disabled options are skipped.
    fn step(&self, step: Step) -> Option<usize> {
        let disabled: Vec<_> = self.all.iter().map(|option| option.disabled).collect();
        match step {
            Step::First | Step::Last => next(&disabled, step, 0),
            Step::Next | Step::Previous => next(&disabled, step, self.active()?),
        }
    }

    /// Makes the target of a move active, if there is one.
    pub(crate) fn go(&self, step: Step) {
        if let Some(index) = self.step(step) {
            self.move_to(index);
        }
    }

    /// Makes an option active, and scrolls it into view.
    pub(crate) fn move_to(&self, index: usize) {
        let Some(option) = self.all.get(index) else { return };
        self.moved_to.replace(Some(option.value.clone()));
        if let Some(list) = self.node.cast::<Element>() {
            scroll::follow(&list, index);
        }
        self.update.force_update();
    }

    /// Makes the first of the next options active.
    pub(crate) fn start_again(&self) {
        self.moved_to.replace(None);
    }

    /// Chooses an option, unless it is disabled.
    pub(crate) fn choose(&self, index: usize) {
        if let Some(option) = self.all.get(index).filter(|option| !option.disabled) {
            self.moved_to.replace(Some(option.value.clone()));
            self.update.force_update();
            self.onchoose.emit(option.value.clone());
        }
    }

    /// The `aria-activedescendant` of the list or the field.
    pub(crate) fn active_id(&self) -> Option<String> {
        self.active().map(|index| self.option_id(index))
    }

    /// The options as elements, one of which is marked as selected.
    pub(crate) fn view(&self, selected: Option<usize>) -> Html {
        let active = self.active();
        let choose = |index: usize| {
            let options = self.clone();
            move |_| options.choose(index)
        };
        html! {
            for (index, option) in self.all.iter().enumerate() {
                <li
                    key={&*option.value}
                    id={self.option_id(index)}
                    class={classes!("lc-option", (active == Some(index)).then_some("lc-option-active"))}
                    role="option"
                    aria-selected={(selected == Some(index)).to_string()}
                    aria-disabled={option.disabled.then_some("true")}
                    onclick={choose(index)}
                >
                    <span class="lc-list-item-title" dir="auto">{ &option.title }</span>
                    if let Some(description) = &option.description {
                        <span class="lc-list-item-description" dir="auto">{ description }</span>
                    }
                </li>
            }
        }
    }

    /// The option that was chosen.
    pub(crate) fn chosen(&self) -> Option<usize> {
        self.chosen
    }

    fn option_id(&self, index: usize) -> String {
        format!("{}-{index}", self.id)
    }
}

/// Whether a modifier key leaves the arrow keys to the browser.
pub(crate) fn has_modifier(event: &KeyboardEvent) -> bool {
    event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key()
}

/// The nearest option that is not disabled. Does not wrap around: a held key stops at the end.
fn next(disabled: &[bool], step: Step, active: usize) -> Option<usize> {
    let is_enabled = |index: &usize| !disabled[*index];
    match step {
        Step::First => (0..disabled.len()).find(is_enabled),
        Step::Last => (0..disabled.len()).rfind(is_enabled),
        Step::Next => (active + 1..disabled.len()).find(is_enabled),
        Step::Previous => (0..active).rfind(is_enabled),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_pass_over_disabled_options_and_stop_at_the_ends() {
        let disabled = [true, false, true, false, false, true];
        for (step, active, wanted) in [
            (Step::First, 3, Some(1)),
            (Step::Last, 1, Some(4)),
            (Step::Next, 1, Some(3)),
            (Step::Next, 4, None),
            (Step::Previous, 3, Some(1)),
            (Step::Previous, 1, None),
        ] {
            assert_eq!(next(&disabled, step, active), wanted, "{step:?} from {active}");
        }
        for step in [Step::First, Step::Last, Step::Next, Step::Previous] {
            assert_eq!(next(&[], step, 0), None, "{step:?} of none");
            assert_eq!(next(&[true, true], step, 0), None, "{step:?} of disabled ones");
        }
    }
}
