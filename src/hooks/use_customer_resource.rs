//! Something that is loaded for the current customer.

use std::{cell::RefCell, collections::VecDeque, future::Future, ops::Deref, rc::Rc};

use livechat_protocol::CustomerProfile;
use yew::{platform::spawn_local, prelude::*};

use super::use_customer_profile::use_customer_profile;

/// How many customers' answers are kept.
const KEPT: usize = 32;

/// What is known of something that is loaded for the current customer.
#[derive(Debug, PartialEq)]
pub enum CustomerResource<T, E> {
    /// No customer is shown, so there is nothing to load.
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
pub struct CustomerResourceHandle<T, E> {
    resource: CustomerResource<T, E>,
    reload: Callback<()>,
}

impl<T, E> CustomerResourceHandle<T, E> {
    /// Loads it again for the current customer. What there is stays until the new answer comes.
    pub fn reload(&self) {
        self.reload.emit(());
    }
}

impl<T, E> Clone for CustomerResourceHandle<T, E> {
    fn clone(&self) -> Self {
        Self { resource: self.resource.clone(), reload: self.reload.clone() }
    }
}

impl<T: PartialEq, E: PartialEq> PartialEq for CustomerResourceHandle<T, E> {
    fn eq(&self, other: &Self) -> bool {
        self.resource == other.resource && self.reload == other.reload
    }
}

impl<T, E> Deref for CustomerResourceHandle<T, E> {
    type Target = CustomerResource<T, E>;

    fn deref(&self) -> &Self::Target {
        &self.resource
    }
}

/// The answers, latest customer last, and the one request whose answer is still wanted.
struct Answers<T, E> {
    kept: VecDeque<(String, Rc<T>)>,
    failed: Option<(String, Rc<E>)>,
    /// Counts requests; an answer to any but the last one is stale.
    requests: u64,
    /// Whom the last request was for, while it is under way.
    under_way: Option<String>,
}

impl<T, E> Answers<T, E> {
    fn new() -> Self {
        Self { kept: VecDeque::new(), failed: None, requests: 0, under_way: None }
    }

    fn begin(&mut self, id: &str) -> u64 {
        self.requests += 1;
        self.under_way = Some(id.to_owned());
        self.requests
    }

    /// Takes an answer in; `false` if nobody wants it any more.
    fn end(&mut self, request: u64, answer: Result<T, E>) -> bool {
        if request != self.requests {
            return false;
        }
        let Some(id) = self.under_way.take() else { return false };
        match answer {
            Ok(value) => {
                self.failed = None;
                self.kept.retain(|(kept, _)| *kept != id);
                self.kept.push_back((id, Rc::new(value)));
                if self.kept.len() > KEPT {
                    self.kept.pop_front();
                }
            }
            Err(error) => self.failed = Some((id, Rc::new(error))),
        }
        true
    }

    /// The agent looks at somebody else, or at nobody.
    fn forget_request(&mut self) {
        self.requests += 1;
        self.under_way = None;
        self.failed = None;
    }

    fn of(&self, id: &str) -> CustomerResource<T, E> {
        let failed = self.failed.as_ref().filter(|(failed, _)| failed == id);
        let kept = self.kept.iter().find(|(kept, _)| kept == id);
        let refreshing = self.under_way.as_deref() == Some(id);
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
/// dropped. Going back to a customer shows the earlier answer at once and loads it again. Answers are kept by
/// customer id, those of the last 32 customers, as long as the component is mounted. A failed refresh keeps the earlier answer.
///
/// Loads when another customer is shown and when [`reload`](CustomerResourceHandle::reload) is called, not when the
/// profile of the same customer changes. The latest `load` is used.
///
/// Re-renders when the profile changes, when a load begins and when its answer comes. Outside a provider it panics with a sentence that says so.
///
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
pub fn use_customer_resource<T, E, F, L>(load: F) -> CustomerResourceHandle<T, E>
where
    T: 'static,
    E: 'static,
    F: Fn(Rc<CustomerProfile>) -> L + 'static,
    L: Future<Output = Result<T, E>> + 'static,
{
    let customer = use_customer_profile().shown();
    let answers = use_memo((), |()| RefCell::new(Answers::<T, E>::new()));
    let update = use_force_update();
    // Counted outside of any render: a handle that somebody has kept for long still counts on.
    let reloads = use_mut_ref(|| 0_u32);
    let latest = use_mut_ref(|| None::<Rc<F>>);
    *latest.borrow_mut() = Some(Rc::new(load));

    let id = customer.as_ref().map(|customer| customer.id.clone());
    let reload_count = *reloads.borrow();
    use_effect_with((id.clone(), reload_count), {
        let (customer, answers, update) = (customer.clone(), Rc::clone(&answers), update.clone());
        move |_| {
            let load = latest.borrow().clone();
            if let (Some(customer), Some(load)) = (customer, load) {
                let request = answers.borrow_mut().begin(&customer.id);
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

    let resource = id.map_or(CustomerResource::NoCustomer, |id| answers.borrow().of(&id));
    let reload = use_callback((), move |(), ()| {
        *reloads.borrow_mut() += 1;
        update.force_update();
    });
    CustomerResourceHandle { resource, reload }
}
