//! Something that is loaded for the current customer.

use std::{future::Future, rc::Rc};

use livechat_protocol::{Chat, CustomerProfile};
use yew::prelude::*;

use super::{
    use_customer_profile::use_customer_profile,
    use_resource::{UseResourceHandle, use_keyed},
};

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
type Key = (CustomerKey, String, Option<String>);

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
        Some((self, customer.id.clone(), part))
    }
}

/// Loads something for the customer whose profile the agent has open, as an order list of your own API.
///
/// What it returns is always about the current customer: an answer that comes after the agent switched chats is
/// dropped. Going back to a customer shows the earlier answer at once and loads it again. The answers of the last 32
/// customers are kept as long as the component is mounted. A failed refresh keeps the earlier answer.
///
/// Loads when another customer is shown and when [`reload`](UseResourceHandle::reload) is called, not when the
/// profile of the same customer changes: for something that belongs to the chat or the thread use
/// [`use_customer_resource_by`], and for something that depends on a setting as well [`use_customer_resource_with`]. The
/// latest `load` is used.
///
/// Re-renders when the profile changes, when a load begins, when its answer comes, and when it is
/// [set](UseResourceHandle::set).
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
///         Resource::Idle => html! {},
///         Resource::Loading => html! { <Loader /> },
///         Resource::Ready { value, .. } => html! { for order in value.iter() { <p>{ order }</p> } },
///         Resource::Failed(error) => html! { <p>{ error }</p> },
///     }
/// }
/// ```
#[hook]
pub fn use_customer_resource<T, E, F, L>(load: F) -> UseResourceHandle<T, E>
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
/// does not have, there is nothing to load, and the resource is [`Idle`](Resource::Idle).
///
/// Re-renders when the profile changes, when a load begins, when its answer comes, and when it is
/// [set](UseResourceHandle::set).
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
///         Resource::Ready { value, .. } => html! { for note in value.iter() { <p>{ note }</p> } },
///         _ => html! {},
///     }
/// }
/// ```
#[hook]
pub fn use_customer_resource_by<T, E, F, L>(key: CustomerKey, load: F) -> UseResourceHandle<T, E>
where
    T: 'static,
    E: 'static,
    F: Fn(Rc<CustomerProfile>) -> L + 'static,
    L: Future<Output = Result<T, E>> + 'static,
{
    use_keyed_by_customer(key, (), move |customer, ()| load(customer))
}

/// Loads something for the current customer that depends on something else too, such as a setting of the agent's.
///
/// As [`use_customer_resource`], but it also loads when `deps` have changed, and keeps the answers for each apart.
///
/// Re-renders when the profile changes, when a load begins, when its answer comes, and when it is
/// [set](UseResourceHandle::set).
///
/// # Panics
/// Outside a provider; the message says what to do.
///
/// # Examples
/// ```
/// use yew::prelude::*;
/// use yew_livechat::prelude::*;
///
/// async fn orders_of(customer: &CustomerProfile, cancelled: bool) -> Result<Vec<String>, String> {
///     // … a request to your own API
///     # Ok(vec![format!("{} {cancelled}", customer.id)])
/// }
///
/// #[component]
/// fn Orders() -> Html {
///     let cancelled = use_stored("list-cancelled-orders", || false);
///     let orders = use_customer_resource_with(*cancelled, |customer, cancelled| async move {
///         orders_of(&customer, cancelled).await
///     });
///     html! { for order in orders.value().iter().flat_map(|orders| orders.iter()) { <p>{ order }</p> } }
/// }
/// ```
#[hook]
pub fn use_customer_resource_with<D, T, E, F, L>(deps: D, load: F) -> UseResourceHandle<T, E>
where
    D: Clone + PartialEq + 'static,
    T: 'static,
    E: 'static,
    F: Fn(Rc<CustomerProfile>, D) -> L + 'static,
    L: Future<Output = Result<T, E>> + 'static,
{
    use_keyed_by_customer(CustomerKey::Customer, deps, load)
}

#[hook]
fn use_keyed_by_customer<D, T, E, F, L>(key: CustomerKey, deps: D, load: F) -> UseResourceHandle<T, E>
where
    D: Clone + PartialEq + 'static,
    T: 'static,
    E: 'static,
    F: Fn(Rc<CustomerProfile>, D) -> L + 'static,
    L: Future<Output = Result<T, E>> + 'static,
{
    let customer = use_customer_profile().shown();
    let of = customer.and_then(|customer| Some(Of { key: key.of(&customer)?, deps, customer }));
    use_keyed(of, move |of: Of<D>| load(of.customer, of.deps))
}

/// What an answer belongs to, and the profile to load by.
#[derive(Clone)]
struct Of<D> {
    key: Key,
    deps: D,
    customer: Rc<CustomerProfile>,
}

/// Whatever else has changed in the profile.
impl<D: PartialEq> PartialEq for Of<D> {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key && self.deps == other.deps
    }
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
            assert_eq!(of(key, "C1", "T1"), Some((key, "C1".to_owned(), Some("T1".to_owned()))));
            assert_ne!(of(key, "C1", "T1"), of(key, "C2", "T1"));
            assert_eq!(of(key, "C1", ""), None);
        }
        assert_eq!(of(CustomerKey::Customer, "C1", ""), Some((CustomerKey::Customer, "C1".to_owned(), None)));
    }
}
