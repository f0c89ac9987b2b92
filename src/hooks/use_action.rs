//! An operation that a click starts and that takes a while.

use std::{cell::RefCell, future::Future, ops::Deref, rc::Rc};

use yew::{platform::spawn_local, prelude::*};

/// The state of an operation that takes a while.
#[derive(Debug, PartialEq)]
pub enum Action<T, E> {
    /// It has not been run.
    Idle,
    /// It is running.
    Running,
    /// It succeeded.
    Done(Rc<T>),
    /// It failed.
    Failed(Rc<E>),
}

impl<T, E> Action<T, E> {
    /// Whether it is running.
    #[must_use]
    pub fn is_running(&self) -> bool {
        matches!(self, Self::Running)
    }

    /// The error of the latest run, until it is run again.
    #[must_use]
    pub fn error(&self) -> Option<&E> {
        match self {
            Self::Failed(error) => Some(error),
            Self::Idle | Self::Running | Self::Done(_) => None,
        }
    }
}

impl<T, E> Clone for Action<T, E> {
    fn clone(&self) -> Self {
        match self {
            Self::Idle => Self::Idle,
            Self::Running => Self::Running,
            Self::Done(value) => Self::Done(Rc::clone(value)),
            Self::Failed(error) => Self::Failed(Rc::clone(error)),
        }
    }
}

/// An action, and the methods to run and reset it. Dereferences to the [`Action`].
#[derive(Debug)]
pub struct UseActionHandle<A, T, E> {
    action: Action<T, E>,
    run: Callback<A>,
    reset: Callback<()>,
}

impl<A, T, E> UseActionHandle<A, T, E> {
    /// Runs it. If several runs overlap, only the outcome of the last one is shown.
    pub fn run(&self, argument: A) {
        self.run.emit(argument);
    }

    /// Makes it idle again, for example when the person has edited the field that caused the error. A run in progress
    /// continues, but its outcome is not shown.
    pub fn reset(&self) {
        self.reset.emit(());
    }
}

impl<A, T, E> Clone for UseActionHandle<A, T, E> {
    fn clone(&self) -> Self {
        Self { action: self.action.clone(), run: self.run.clone(), reset: self.reset.clone() }
    }
}

impl<A, T: PartialEq, E: PartialEq> PartialEq for UseActionHandle<A, T, E> {
    fn eq(&self, other: &Self) -> bool {
        self.action == other.action && self.run == other.run && self.reset == other.reset
    }
}

impl<A, T, E> Deref for UseActionHandle<A, T, E> {
    type Target = Action<T, E>;

    fn deref(&self) -> &Self::Target {
        &self.action
    }
}

/// The latest run, and the `deps` that it belongs to.
struct Runs<D, T, E> {
    /// Counts runs: the outcome of any but the latest is stale.
    count: u64,
    last: Option<(D, Action<T, E>)>,
}

impl<D: PartialEq, T, E> Runs<D, T, E> {
    fn begin(&mut self, deps: D) -> u64 {
        self.count += 1;
        self.last = Some((deps, Action::Running));
        self.count
    }

    /// Stores the outcome of a run; returns `false` if it is no longer needed.
    fn end(&mut self, run: u64, outcome: Result<T, E>) -> bool {
        match &mut self.last {
            Some((_, action)) if run == self.count => {
                *action = match outcome {
                    Ok(value) => Action::Done(Rc::new(value)),
                    Err(error) => Action::Failed(Rc::new(error)),
                };
                true
            }
            _ => false,
        }
    }

    fn reset(&mut self) {
        self.count += 1;
        self.last = None;
    }

    fn of(&self, deps: &D) -> Action<T, E> {
        self.last.as_ref().filter(|(of, _)| of == deps).map_or(Action::Idle, |(_, action)| action.clone())
    }
}

/// Runs an operation that takes a while, such as saving, and returns whether it is running and how it ended.
///
/// `deps` identify what the operation is about, such as the customer's id. When they change, the action becomes idle
/// again, and the outcome of an earlier run is not shown. Pass `()` if it is always about the same thing. The latest
/// `act` is used. A run continues to its end even if the component unmounts, so put follow-up work into `act`.
///
/// Re-renders when a run begins, when it ends, and when the action is [reset](UseActionHandle::reset). Needs no
/// provider.
///
/// ```
/// use yew::prelude::*;
/// use yew_livechat::prelude::*;
///
/// async fn save(customer: String, note: String) -> Result<(), String> {
///     // … a request to your API
///     # let _ = (customer, note); Ok(())
/// }
///
/// #[derive(PartialEq, Properties)]
/// struct NoteProps {
///     customer: AttrValue,
/// }
///
/// #[component]
/// fn Note(props: &NoteProps) -> Html {
///     let note = use_state(String::new);
///     let details = use_details();
///     let saving = use_action(props.customer.clone(), move |customer: AttrValue, note: String| {
///         let details = details.clone();
///         async move {
///             save(customer.to_string(), note).await?;
///             details.toast_success("The note is saved");
///             Ok::<_, String>(())
///         }
///     });
///     let busy = saving.is_running();
///     let error = saving.error().cloned();
///     let onclick = {
///         let note = note.clone();
///         move |_| saving.run((*note).clone())
///     };
///     let oninput = {
///         let note = note.clone();
///         move |text| note.set(text)
///     };
///     html! {
///         <>
///             <TextArea label="Note" value={(*note).clone()} {oninput} />
///             <Button {busy} {onclick}>{ "Save" }</Button>
///             if let Some(error) = error { <InlineMessage kind={MessageKind::Error}>{ error }</InlineMessage> }
///         </>
///     }
/// }
/// ```
#[hook]
pub fn use_action<D, A, T, E, F, R>(deps: D, act: F) -> UseActionHandle<A, T, E>
where
    D: Clone + PartialEq + 'static,
    A: 'static,
    T: 'static,
    E: 'static,
    F: Fn(D, A) -> R + 'static,
    R: Future<Output = Result<T, E>> + 'static,
{
    let runs = use_memo((), |()| RefCell::new(Runs::<D, T, E> { count: 0, last: None }));
    let update = use_force_update();
    let latest = use_mut_ref(|| None::<Rc<F>>);
    *latest.borrow_mut() = Some(Rc::new(act));

    let action = runs.borrow().of(&deps);
    let run = use_callback(deps, {
        let (runs, update) = (Rc::clone(&runs), update.clone());
        move |argument, deps| {
            let Some(act) = latest.borrow().clone() else { return };
            let run = runs.borrow_mut().begin(deps.clone());
            let (acting, runs, update) = (act(deps.clone(), argument), Rc::clone(&runs), update.clone());
            update.force_update();
            spawn_local(async move {
                let outcome = acting.await;
                let wanted = runs.borrow_mut().end(run, outcome);
                if wanted {
                    update.force_update();
                }
            });
        }
    });
    let reset = use_callback((), move |(), ()| {
        runs.borrow_mut().reset();
        update.force_update();
    });
    UseActionHandle { action, run, reset }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs() -> Runs<&'static str, u8, &'static str> {
        Runs { count: 0, last: None }
    }

    #[test]
    fn the_end_of_an_earlier_run_does_not_replace_the_later_one() {
        let mut runs = runs();
        let (first, second) = (runs.begin("mary"), runs.begin("mary"));
        assert!(!runs.end(first, Err("lost")));
        assert_eq!(runs.of(&"mary"), Action::Running);
        assert!(runs.end(second, Ok(2)));
        assert_eq!(runs.of(&"mary"), Action::Done(Rc::new(2)));
    }

    #[test]
    fn an_outcome_for_other_deps_is_not_shown() {
        let mut runs = runs();
        let run = runs.begin("mary");
        assert_eq!(runs.of(&"ann"), Action::Idle);
        assert!(runs.end(run, Err("lost")));
        assert_eq!(runs.of(&"ann"), Action::Idle);
        assert_eq!(runs.of(&"mary").error(), Some(&"lost"));
    }

    #[test]
    fn a_reset_action_stays_idle_when_its_run_ends() {
        let mut runs = runs();
        let run = runs.begin("mary");
        runs.reset();
        assert!(!runs.end(run, Ok(1)));
        assert_eq!(runs.of(&"mary"), Action::Idle);
    }
}
