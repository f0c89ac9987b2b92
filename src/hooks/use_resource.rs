//! Data that is loaded.

use std::{cell::RefCell, future::Future, ops::Deref, rc::Rc};

use yew::{platform::spawn_local, prelude::*};

use super::resource::{Answers, Resource};

/// A resource, and the methods to reload and set it. Dereferences to the [`Resource`].
#[derive(Debug)]
pub struct UseResourceHandle<T, E> {
    resource: Resource<T, E>,
    reload: Callback<()>,
    set: Callback<T>,
}

impl<T, E> UseResourceHandle<T, E> {
    /// Loads it again. The current value stays until the new answer arrives.
    pub fn reload(&self) {
        self.reload.emit(());
    }

    /// Sets the value, for example to the one that a server has just saved.
    ///
    /// The value belongs to the `deps` or customer that this handle was created for: an older handle sets the value
    /// of the earlier customer. The answer to a request in flight for the same key is dropped. If there is nothing to
    /// load, nothing is set.
    pub fn set(&self, value: T) {
        self.set.emit(value);
    }
}

impl<T, E> Clone for UseResourceHandle<T, E> {
    fn clone(&self) -> Self {
        Self { resource: self.resource.clone(), reload: self.reload.clone(), set: self.set.clone() }
    }
}

impl<T: PartialEq, E: PartialEq> PartialEq for UseResourceHandle<T, E> {
    fn eq(&self, other: &Self) -> bool {
        self.resource == other.resource && self.reload == other.reload && self.set == other.set
    }
}

impl<T, E> Deref for UseResourceHandle<T, E> {
    type Target = Resource<T, E>;

    fn deref(&self) -> &Self::Target {
        &self.resource
    }
}

/// Loads data, and loads it again whenever `deps` change.
///
/// The returned resource always belongs to the current `deps`: an answer that arrives after they changed is dropped.
/// Going back to earlier `deps` shows the cached answer immediately and loads it again. The last 32 answers are
/// cached while the component is mounted. If a refresh fails, the previous answer stays. The latest `load` is used.
///
/// For data about the customer that the agent has open, use [`use_customer_resource`](crate::use_customer_resource).
///
/// Re-renders when a load begins, when its answer arrives, and when the resource is [set](UseResourceHandle::set).
/// Needs no provider.
///
/// ```
/// use yew::prelude::*;
/// use yew_livechat::prelude::*;
///
/// async fn search(words: String) -> Result<Vec<String>, String> {
///     // … a request to your API
///     # Ok(vec![words])
/// }
///
/// #[component]
/// fn Articles() -> Html {
///     let words = use_state(String::new);
///     let found = use_resource((*words).clone(), search);
///     let articles = match &*found {
///         Resource::Ready { value, .. } => html! { for article in value.iter() { <p>{ article }</p> } },
///         Resource::Failed(error) => html! { <InlineMessage>{ error }</InlineMessage> },
///         Resource::Idle | Resource::Loading => html! { <Loader /> },
///     };
///     let value = (*words).clone();
///     let oninput = move |text| words.set(text);
///     html! { <><TextField label="Search" {value} {oninput} />{ articles }</> }
/// }
/// ```
#[hook]
pub fn use_resource<D, T, E, F, L>(deps: D, load: F) -> UseResourceHandle<T, E>
where
    D: Clone + PartialEq + 'static,
    T: 'static,
    E: 'static,
    F: Fn(D) -> L + 'static,
    L: Future<Output = Result<T, E>> + 'static,
{
    use_keyed(Some(deps), load)
}

/// Loads by key; without a key there is nothing to load.
#[hook]
pub(super) fn use_keyed<K, T, E, F, L>(key: Option<K>, load: F) -> UseResourceHandle<T, E>
where
    K: Clone + PartialEq + 'static,
    T: 'static,
    E: 'static,
    F: Fn(K) -> L + 'static,
    L: Future<Output = Result<T, E>> + 'static,
{
    let answers = use_memo((), |()| RefCell::new(Answers::<K, T, E>::new()));
    let update = use_force_update();
    // Counted outside of any render: an old handle must still count up.
    let reloads = use_mut_ref(|| 0_u32);
    let latest = use_mut_ref(|| None::<Rc<F>>);
    *latest.borrow_mut() = Some(Rc::new(load));

    let reload_count = *reloads.borrow();
    use_effect_with((key.clone(), reload_count), {
        let (answers, update) = (Rc::clone(&answers), update.clone());
        move |(key, _)| {
            let load = latest.borrow().clone();
            if let (Some(key), Some(load)) = (key.clone(), load) {
                let request = answers.borrow_mut().begin(key.clone());
                let (loading, answers, update) = (load(key), Rc::clone(&answers), update.clone());
                // Shows that a refresh is in progress.
                update.force_update();
                spawn_local(async move {
                    let answer = loading.await;
                    let wanted = answers.borrow_mut().end(request, answer);
                    if wanted {
                        update.force_update();
                    }
                });
            }
            move || answers.borrow_mut().forget_request()
        }
    });

    let resource = key.as_ref().map_or(Resource::Idle, |key| answers.borrow().of(key));
    let reload = use_callback((), {
        let update = update.clone();
        move |(), ()| {
            *reloads.borrow_mut() += 1;
            update.force_update();
        }
    });
    let set = use_callback(key, move |value, key| {
        if let Some(key) = key {
            answers.borrow_mut().set(key.clone(), value);
            update.force_update();
        }
    });
    UseResourceHandle { resource, reload, set }
}
