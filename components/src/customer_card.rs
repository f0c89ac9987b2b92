//! The customer that the agent is talking to.

use std::rc::Rc;

use livechat_protocol::{CustomerProfile, Geolocation, Source};
use yew::prelude::*;

use crate::{
    avatar::Avatar,
    heading::heading,
    kit_texts::{KitTexts, text_or, use_kit_texts},
    tag::Tag,
};

/// The properties of [`CustomerCard`].
#[derive(Clone, PartialEq, Properties)]
pub struct CustomerCardProps {
    /// The customer.
    pub customer: Rc<CustomerProfile>,
    /// The name of a customer with neither name nor email address;
    /// [`KitTexts::unknown_customer`](crate::KitTexts::unknown_customer) unless set.
    #[prop_or_default]
    pub unknown_name: Option<AttrValue>,
    /// The name of a source; the names in [`KitTexts`](crate::KitTexts) unless set. An unknown source is shown under
    /// its own name.
    #[prop_or_default]
    pub source_name: Option<Callback<Source, AttrValue>>,
    /// The heading level of the name.
    #[prop_or(1)]
    pub level: u8,
}

/// The head of a profile: avatar, name, email address, place, and the source of the profile. Unknown or empty values
/// are left out.
///
/// ```rust
/// use std::rc::Rc;
///
/// use livechat_protocol::CustomerProfile;
/// use yew::prelude::*;
/// use yew_livechat_components::CustomerCard;
///
/// #[component]
/// fn Profile() -> Html {
///     let customer = use_memo((), |()| {
///         let mut customer = CustomerProfile::new("C1");
///         customer.name = Some("Mary Brown".into());
///         customer
///     });
///     html! { <CustomerCard {customer} unknown_name="Nieznany klient" /> }
/// }
/// ```
#[component]
pub fn CustomerCard(props: &CustomerCardProps) -> Html {
    let customer = &*props.customer;
    let texts = use_kit_texts();
    let unknown_name = text_or(props.unknown_name.as_ref(), texts.unknown_customer);
    let name = customer.display_name(&unknown_name);
    // Without a name, the email address is the heading.
    let email = customer.email.as_deref().map(str::trim).filter(|email| !email.is_empty() && *email != name);
    let place = customer.geolocation.as_ref().and_then(place);
    let source = customer.source.clone().map(|source| match &props.source_name {
        Some(name) => name.emit(source),
        None => source_name(source, texts),
    });
    html! {
        <div class="lc-customer-card">
            <Avatar id={customer.id.clone()} name={name.to_owned()} large=true />
            { heading(props.level, "lc-customer-name", html! { name }) }
            if let Some(email) = email {
                <p class="lc-customer-email" dir="auto">{ email }</p>
            }
            if let Some(place) = place {
                <p class="lc-customer-place" dir="auto">{ place }</p>
            }
            if let Some(source) = source.filter(|source| !source.is_empty()) {
                <Tag>{ source }</Tag>
            }
        </div>
    }
}

/// City and country, as far as they are known.
fn place(place: &Geolocation) -> Option<String> {
    let given =
        |field: &Option<String>| field.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    let near = given(&place.city).or_else(|| given(&place.region));
    let far = given(&place.country).or_else(|| given(&place.country_code));
    match (near, far) {
        (Some(near), Some(far)) => Some(format!("{near}, {far}")),
        (near, far) => near.or(far),
    }
}

fn source_name(source: Source, texts: &KitTexts) -> AttrValue {
    AttrValue::Static(match source {
        Source::Chats => texts.chats,
        Source::Archives => texts.archives,
        Source::Visitors => texts.visitors,
        Source::Customers => texts.customers,
        other => return other.to_string().into(),
    })
}
