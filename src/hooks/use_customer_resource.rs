//! Data that is loaded for the current customer.

use std::{future::Future, rc::Rc};

use livechat_protocol::{Chat, CustomerProfile};
use yew::prelude::*;

use super::{
    use_customer_profile::use_customer_profile,
    use_resource::{UseResourceHandle, use_keyed},
};

/// What a resource belongs to: the customer, the chat or the thread.
///
/// A returning customer has a new thread in the same chat, and the archives show older threads of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CustomerKey {
    /// The customer: [`CustomerProfile::id`].
    #[default]
    Customer,
    /// The customer's chat, which stays the same across conversations: [`Chat::chat_id`].
    Chat,
    /// The thread, which changes with every conversation: [`Chat::id`].
    Thread,
}

/// A key's value for one customer. It contains the customer's id, so two customers never share one.
type Key = (CustomerKey, String, Option<String>);

impl CustomerKey {
    /// `None` if the customer does not have the chat or thread that is the key.
    fn of(self, customer: &CustomerProfile) -> Option<Key> {
        let Chat { id: thread, chat_id: chat, .. } = &customer.chat;
        // An empty id names no chat: otherwise all chats without an id would share one answer.
        let named = |id: &Option<String>| id.clone().filter(|id| !id.is_empty());
        let part = match self {
            Self::Customer => None,
            Self::Chat => Some(named(chat)?),
            Self::Thread => Some(named(thread)?),
        };
        Some((self, customer.id.clone(), part))
    }
}

/// Loads data for the customer whose profile the agent has open, such as the orders from your API.
///
/// The returned resource is always about the current customer: an answer that arrives after the agent switched chats
/// is dropped. Going back to a customer shows the cached answer immediately and loads it again. Answers for the last
/// 32 customers are cached while the component is mounted. If a refresh fails, the previous answer stays.
///
/// Loads when another customer is shown and when [`reload`](UseResourceHandle::reload) is called, but not when the
/// same customer's profile changes. For data that belongs to the chat or thread, use [`use_customer_resource_by`];
/// for data that also depends on something else, [`use_customer_resource_with`]. The latest `load` is used.
///
/// Re-renders when the profile changes, when a load begins, when its answer arrives, and when the resource is
/// [set](UseResourceHandle::set).
///
/// # Panics
/// If there is no [`ExtensionProvider`](crate::ExtensionProvider) above it.
///
/// # Examples
/// ```
/// use yew::prelude::*;
/// use yew_livechat::prelude::*;
///
/// async fn orders_of(customer: &CustomerProfile) -> Result<Vec<String>, String> {
///     // … a request to your API
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

/// Loads data for the customer, chat or thread that the agent has open.
///
/// Like [`use_customer_resource`], which is this hook with [`CustomerKey::Customer`], but also loads when the same
/// customer is shown with another chat or thread, and caches the answers separately. If the profile does not have the
/// key, the resource is [`Idle`](Resource::Idle).
///
/// Re-renders when the profile changes, when a load begins, when its answer arrives, and when the resource is
/// [set](UseResourceHandle::set).
///
/// # Panics
/// If there is no [`ExtensionProvider`](crate::ExtensionProvider) above it.
///
/// # Examples
/// ```
/// use yew::prelude::*;
/// use yew_livechat::prelude::*;
///
/// async fn notes_of(thread: Option<String>) -> Result<Vec<String>, String> {
///     // … a request to your API
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

/// Loads data for the current customer that also depends on something else, such as one of the agent's settings.
///
/// Like [`use_customer_resource`], but also loads when `deps` change, and caches the answers separately.
///
/// Re-renders when the profile changes, when a load begins, when its answer arrives, and when the resource is
/// [set](UseResourceHandle::set).
///
/// # Panics
/// If there is no [`ExtensionProvider`](crate::ExtensionProvider) above it.
///
/// # Examples
/// ```
/// use yew::prelude::*;
/// use yew_livechat::prelude::*;
///
/// async fn orders_of(customer: &CustomerProfile, canceled: bool) -> Result<Vec<String>, String> {
///     // … a request to your API
///     # Ok(vec![format!("{} {canceled}", customer.id)])
/// }
///
/// #[component]
/// fn Orders() -> Html {
///     let canceled = use_stored("list-canceled-orders", || false);
///     let orders = use_customer_resource_with(*canceled, |customer, canceled| async move {
///         orders_of(&customer, canceled).await
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

/// What an answer belongs to, and the profile to load it with.
#[derive(Clone)]
struct Of<D> {
    key: Key,
    deps: D,
    customer: Rc<CustomerProfile>,
}

/// Ignores other changes of the profile.
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
