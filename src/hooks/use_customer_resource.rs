//! Something that is loaded for the current customer.

use std::{cell::RefCell, collections::VecDeque, future::Future, ops::Deref, rc::Rc};

use livechat_protocol::{Chat, CustomerProfile};
use yew::{platform::spawn_local, prelude::*};

use super::use_customer_profile::use_customer_profile;

/// How many customers' answers are kept.
const KEPT: usize = 32;

/// What a resource belongs to.
///
/// A customer who comes back has another thread in the same chat, and the archives show older threads of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CustomerKey {
    /// The customer: [`CustomerProfile::id`].
    #[default]
    Customer,
    /// The customer's chat, which stays the same from one conversation to the next: [`Chat::chat_id`].
    Chat,
    /// The thread, which changes with each conversation: [`Chat::id`].
    Thread,
}

/// A key's value for one customer. Two customers never share one, whatever their chats say.
type Key = (String, Option<String>);

impl CustomerKey {
    /// `None` for a customer without a chat, where the key is one.
    fn of(self, customer: &CustomerProfile) -> Option<Key> {
        let Chat { id: thread, chat_id: chat, .. } = &customer.chat;
        // An empty id names no chat: all chats without an id would share the answers.
        let named = |id: &Option<String>| id.clone().filter(|id| !id.is_empty());
        let part = match self {
            Self::Customer => None,
            Self::Chat => Some(named(chat)?),
            Self::Thread => Some(named(thread)?),
        };
        Some((customer.id.clone(), part))
    }
}

/// What is known of something that is loaded for the current customer.
#[derive(Debug, PartialEq)]
pub enum CustomerResource<T, E> {
    /// No customer is shown, or one without a chat where the key is one: there is nothing to load.
    NoCustomer,
    /// The first answer for this customer is awaited.
    Loading,
    /// The answer for this customer.
    Ready {
        /// What was loaded.
        value: Rc<T>,
        /// Whether it is being loaded again.
        refreshing: bool,
    },
    /// Loading failed, and there is no earlier answer for this customer.
    Failed(Rc<E>),
}

impl<T, E> Clone for CustomerResource<T, E> {
    fn clone(&self) -> Self {
        match self {
            Self::NoCustomer => Self::NoCustomer,
            Self::Loading => Self::Loading,
            Self::Ready { value, refreshing } => Self::Ready { value: Rc::clone(value), refreshing: *refreshing },
            Self::Failed(error) => Self::Failed(Rc::clone(error)),
        }
    }
}

/// A resource, and how to load it again.
pub struct UseCustomerResourceHandle<T, E> {
    resource: CustomerResource<T, E>,
    reload: Callback<()>,
}

impl<T, E> UseCustomerResourceHandle<T, E> {
    /// Loads it again for the current customer. What there is stays until the new answer comes.
    pub fn reload(&self) {
        self.reload.emit(());
    }
}

impl<T, E> Clone for UseCustomerResourceHandle<T, E> {
    fn clone(&self) -> Self {
        Self { resource: self.resource.clone(), reload: self.reload.clone() }
    }
}

impl<T: PartialEq, E: PartialEq> PartialEq for UseCustomerResourceHandle<T, E> {
    fn eq(&self, other: &Self) -> bool {
        self.resource == other.resource && self.reload == other.reload
    }
}

impl<T, E> Deref for UseCustomerResourceHandle<T, E> {
    type Target = CustomerResource<T, E>;

    fn deref(&self) -> &Self::Target {
        &self.resource
    }
}

/// The answers, latest customer last, and the one request whose answer is still wanted.
struct Answers<T, E> {
    kept: VecDeque<(Key, Rc<T>)>,
    failed: Option<(Key, Rc<E>)>,
    /// Counts requests; an answer to any but the last one is stale.
    requests: u64,
    /// What the last request was for, while it is under way.
    under_way: Option<Key>,
}

impl<T, E> Answers<T, E> {
    fn new() -> Self {
        Self { kept: VecDeque::new(), failed: None, requests: 0, under_way: None }
    }

    fn begin(&mut self, key: Key) -> u64 {
        self.requests += 1;
        self.under_way = Some(key);
        self.requests
    }

    /// Takes an answer in; `false` if nobody wants it any more.
    fn end(&mut self, request: u64, answer: Result<T, E>) -> bool {
        if request != self.requests {
            return false;
        }
        let Some(key) = self.under_way.take() else { return false };
        match answer {
            Ok(value) => {
                self.failed = None;
                self.kept.retain(|(kept, _)| *kept != key);
                self.kept.push_back((key, Rc::new(value)));
                if self.kept.len() > KEPT {
                    self.kept.pop_front();
                }
            }
            Err(error) => self.failed = Some((key, Rc::new(error))),
        }
        true
    }

    /// The agent looks at somebody else, or at nobody.
    fn forget_request(&mut self) {
        self.requests += 1;
        self.under_way = None;
        self.failed = None;
    }

    fn of(&self, key: &Key) -> CustomerResource<T, E> {
        let failed = self.failed.as_ref().filter(|(failed, _)| failed == key);
        let kept = self.kept.iter().find(|(kept, _)| kept == key);
        let refreshing = self.under_way.as_ref() == Some(key);
        match (kept, failed) {
            (Some((_, value)), _) => CustomerResource::Ready { value: Rc::clone(value), refreshing },
            (None, Some((_, error))) if !refreshing => CustomerResource::Failed(Rc::clone(error)),
            _ => CustomerResource::Loading,
        }
    }
}

/// Loads something for the customer whose profile the agent has open, as an order list of your own API.
///
/// What it returns is always about the current customer: an answer that comes after the agent switched chats is
/// dropped. Going back to a customer shows the earlier answer at once and loads it again. The answers of the last 32
/// customers are kept as long as the component is mounted. A failed refresh keeps the earlier answer.
///
/// Loads when another customer is shown and when [`reload`](UseCustomerResourceHandle::reload) is called, not when the
/// profile of the same customer changes: for something that belongs to the chat or the thread use
/// [`use_customer_resource_by`]. The latest `load` is used.
///
/// Re-renders when the profile changes, when a load begins and when its answer comes.
///
/// # Panics
/// Outside a provider; the message says what to do.
///
/// # Examples
/// ```
/// use yew::prelude::*;
/// use yew_livechat::prelude::*;
///
/// async fn orders_of(customer: &CustomerProfile) -> Result<Vec<String>, String> {
///     // … a request to your own API
///     # Ok(vec![customer.id.clone()])
/// }
///
/// #[component]
/// fn Orders() -> Html {
///     let orders = use_customer_resource(|customer| async move { orders_of(&customer).await });
///     match &*orders {
///         CustomerResource::NoCustomer => html! {},
///         CustomerResource::Loading => html! { <Loader /> },
///         CustomerResource::Ready { value, .. } => html! { for order in value.iter() { <p>{ order }</p> } },
///         CustomerResource::Failed(error) => html! { <p>{ error }</p> },
///     }
/// }
/// ```
#[hook]
pub fn use_customer_resource<T, E, F, L>(load: F) -> UseCustomerResourceHandle<T, E>
where
    T: 'static,
    E: 'static,
    F: Fn(Rc<CustomerProfile>) -> L + 'static,
    L: Future<Output = Result<T, E>> + 'static,
{
    use_customer_resource_by(CustomerKey::Customer, load)
}

/// Loads something for the customer, the chat or the thread that the agent has open.
///
/// As [`use_customer_resource`], which is this hook with [`CustomerKey::Customer`], but it also loads when the same
/// customer is shown with another chat or thread, and keeps the answers of each apart. With a key that the profile
/// does not have, there is nothing to load, and the resource is [`NoCustomer`](CustomerResource::NoCustomer).
///
/// Re-renders when the profile changes, when a load begins and when its answer comes.
///
/// # Panics
/// Outside a provider; the message says what to do.
///
/// # Examples
/// ```
/// use yew::prelude::*;
/// use yew_livechat::prelude::*;
///
/// async fn notes_of(thread: Option<String>) -> Result<Vec<String>, String> {
///     // … a request to your own API
///     # Ok(vec![thread.unwrap_or_default()])
/// }
///
/// #[component]
/// fn Notes() -> Html {
///     let notes = use_customer_resource_by(CustomerKey::Thread, |customer| notes_of(customer.chat.id.clone()));
///     match &*notes {
///         CustomerResource::Ready { value, .. } => html! { for note in value.iter() { <p>{ note }</p> } },
///         _ => html! {},
///     }
/// }
/// ```
#[hook]
pub fn use_customer_resource_by<T, E, F, L>(key: CustomerKey, load: F) -> UseCustomerResourceHandle<T, E>
where
    T: 'static,
    E: 'static,
    F: Fn(Rc<CustomerProfile>) -> L + 'static,
    L: Future<Output = Result<T, E>> + 'static,
{
    let customer = use_customer_profile().shown();
    let answers = use_memo(key, |_| RefCell::new(Answers::<T, E>::new()));
    let update = use_force_update();
    // Counted outside of any render: a handle that somebody has kept for long still counts on.
    let reloads = use_mut_ref(|| 0_u32);
    let latest = use_mut_ref(|| None::<Rc<F>>);
    *latest.borrow_mut() = Some(Rc::new(load));

    let of = customer.as_deref().and_then(|customer| key.of(customer));
    let reload_count = *reloads.borrow();
    use_effect_with((key, of.clone(), reload_count), {
        let (answers, update) = (Rc::clone(&answers), update.clone());
        move |(_, of, _)| {
            let load = latest.borrow().clone();
            if let (Some(of), Some(customer), Some(load)) = (of.clone(), customer, load) {
                let request = answers.borrow_mut().begin(of);
                let (loading, answers, update) = (load(customer), Rc::clone(&answers), update.clone());
                // What is being refreshed shows that it is.
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

    let resource = of.map_or(CustomerResource::NoCustomer, |of| answers.borrow().of(&of));
    let reload = use_callback((), move |(), ()| {
        *reloads.borrow_mut() += 1;
        update.force_update();
    });
    UseCustomerResourceHandle { resource, reload }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_names_one_chat_of_one_customer_and_an_empty_id_names_none() {
        let of = |key: CustomerKey, customer: &str, chat: &str| {
            let mut profile = CustomerProfile::new(customer);
            profile.chat.id = Some(chat.to_owned());
            profile.chat.chat_id = Some(chat.to_owned());
            key.of(&profile)
        };
        for key in [CustomerKey::Chat, CustomerKey::Thread] {
            assert_eq!(of(key, "C1", "T1"), Some(("C1".to_owned(), Some("T1".to_owned()))));
            assert_ne!(of(key, "C1", "T1"), of(key, "C2", "T1"));
            assert_eq!(of(key, "C1", ""), None);
        }
        assert_eq!(of(CustomerKey::Customer, "C1", ""), Some(("C1".to_owned(), None)));
    }
}
