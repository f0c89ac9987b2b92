//! The progress of a payment.

use std::ops::Deref;

use livechat_protocol::{
    PlacementKind, Slice,
    payment::{Charge, PaymentMetadata, Transaction},
};
use yew::prelude::*;

use super::context::{use_extension_context, use_slice};
use crate::bridge::{Acknowledgement, Argument, Bridge};

/// The progress of the latest transaction, and a method to start one.
#[derive(Clone, PartialEq)]
pub struct UseTransactionHandle {
    transaction: Transaction,
    bridge: Bridge,
}

impl UseTransactionHandle {
    /// Asks the customer to pay, through the host; see
    /// [`UsePlacementHandle::start_transaction`](crate::placement::UsePlacementHandle::start_transaction).
    pub fn start(&self, charge: impl Argument<Charge>, metadata: impl Argument<PaymentMetadata>) -> Acknowledgement {
        self.bridge.start_transaction(charge, metadata)
    }
}

impl Deref for UseTransactionHandle {
    type Target = Transaction;

    fn deref(&self) -> &Transaction {
        &self.transaction
    }
}

/// Returns the progress of this extension's latest transaction: none, pending, accepted, declined or failed.
///
/// Combines the SDK's events `transaction_accepted`, `transaction_declined` and `transaction_failed`. It also fails
/// if the host refuses the commands or does not answer them. If the customer chooses another billing cycle in the
/// host's dialog, the host sends an [`UpdateBillingCycle`](crate::UpdateBillingCycle) event: `use_host_event(|update:
/// UpdateBillingCycle| …)`.
///
/// Re-renders when it changes.
///
/// # Panics
/// If there is no [`ExtensionProvider`](crate::ExtensionProvider) above it.
///
/// # Examples
/// ```
/// use yew::prelude::*;
/// use yew_livechat::{prelude::*, protocol::payment::{Charge, PaymentMetadata, Transaction}};
///
/// #[derive(PartialEq, Properties)]
/// struct BuyProps {
///     /// What your own server has registered with the Billing API.
///     charge: Charge,
///     metadata: PaymentMetadata,
/// }
///
/// #[component]
/// fn Buy(props: &BuyProps) -> Html {
///     let transaction = use_transaction();
///     let text = match &*transaction {
///         Transaction::None => "Buy",
///         Transaction::Pending => "Waiting for you to confirm…",
///         Transaction::Accepted { .. } => "Bought",
///         Transaction::Declined { .. } => "Buy after all",
///         Transaction::Failed { .. } => "Try again",
///     };
///     let busy = transaction.is_pending();
///     let buy = {
///         let BuyProps { charge, metadata } = props;
///         let (charge, metadata) = (charge.clone(), metadata.clone());
///         move |_| { transaction.start(&charge, &metadata); }
///     };
///     html! { <Button {busy} onclick={buy}>{ text }</Button> }
/// }
/// ```
#[hook]
pub fn use_transaction() -> UseTransactionHandle {
    let context = use_extension_context("use_transaction", PlacementKind::Details);
    let transaction = use_slice(context.bridge.clone(), Slice::Transaction, |state, _| state.transaction.clone());
    UseTransactionHandle { transaction, bridge: context.bridge }
}
