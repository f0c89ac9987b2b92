//! Purchases and their outcome.

use yew::prelude::*;
use yew_livechat::{payment::Transaction, prelude::*};

use super::offers::Offer;

/// The offers, and the outcome of the last purchase.
#[component]
pub(super) fn Purchase() -> Html {
    let settings = use_settings_page();
    let transaction = use_transaction();
    let bought = use_state(|| None::<Offer>);
    let months = use_state(|| 1);
    let refused = use_state(|| None::<(Offer, &'static str)>);

    use_host_event({
        let months = months.clone();
        move |update: UpdateBillingCycle| {
            if let Some(billing_cycle) = update.billing_cycle {
                months.set(billing_cycle);
            }
        }
    });
    use_effect_with(((*transaction).clone(), *bought), {
        let settings = settings.clone();
        move |(transaction, bought)| {
            if let (Transaction::Accepted { .. }, Some(offer)) = (transaction, bought) {
                settings.update_properties(AppProperties::new().with_plan(offer.name()));
                settings.track(TrackedEvent::new("bought").map(|event| event.with_property("offer", offer.name())));
            }
        }
    });

    let buy = |offer: Offer| {
        let (settings, transaction, months) = (settings.clone(), transaction.clone(), *months);
        let (bought, refused) = (bought.clone(), refused.clone());
        move |_| {
            refused.set(offer.refusal().map(|reason| (offer, reason)));
            if let Some(reason) = offer.refusal() {
                settings.fail_transaction(reason);
            } else {
                bought.set(Some(offer));
                transaction.start(offer.charge(months), offer.metadata());
            }
        }
    };
    let name = bought.map_or("It", Offer::name);
    let outcome = match &*transaction {
        Transaction::None => None,
        Transaction::Pending => Some((MessageKind::Info, format!("{name}: confirm it in the dialog."))),
        Transaction::Accepted { .. } => Some((MessageKind::Success, format!("{name}: bought. Thank you!"))),
        Transaction::Declined { .. } => Some((MessageKind::Info, format!("{name}: not bought."))),
        Transaction::Failed { reason } => Some((MessageKind::Error, format!("{name}: not bought, {reason}."))),
    };
    let outcome = match *refused {
        Some((offer, reason)) => Some((MessageKind::Error, format!("{}: not bought, {reason}.", offer.name()))),
        None => outcome,
    };
    html! {
        <Section heading="Plan and extras">
            if let Some((kind, text)) = outcome {
                <InlineMessage {kind}>{ text }</InlineMessage>
            }
            if *months > 1 {
                <p class="demo-quiet">{ format!("The team plan is billed every {} months.", *months) }</p>
            }
            <List>
                for offer in Offer::ALL {
                    <ListItem key={offer.name()} title={offer.name()} description={offer.terms()}>
                        <Button
                            busy={transaction.is_pending() && *bought == Some(offer)}
                            disabled={transaction.is_pending() && *bought != Some(offer)}
                            onclick={buy(offer)}
                        >
                            { format!("Buy {}", offer.name()) }
                        </Button>
                    </ListItem>
                }
            </List>
        </Section>
    }
}
