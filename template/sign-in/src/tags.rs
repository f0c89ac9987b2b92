//! The organization's tags, from LiveChat's API, and the signed-in agent.

use yew::prelude::*;
use yew_livechat::{Account, api::ListTags, prelude::*};

use crate::sign_in::SignedInSection;

/// The organization's tags, for signed-in agents.
#[component]
pub fn Tags() -> Html {
    html! {
        <SignedInSection
            heading="Tags"
            invitation="Sign in to see your organization's tags."
        >
            <AccountTags />
        </SignedInSection>
    }
}

#[component]
fn AccountTags() -> Html {
    let api = use_livechat_api();
    let sign_in = use_sign_in();
    let account = sign_in.account();
    let id = account.map(|account| account.account_id.clone());
    // Loads again for another agent.
    let tags = use_resource(id, move |_| {
        let api = api.clone();
        async move { api.call(&ListTags::new()).await }
    });
    let shown = match &*tags {
        Resource::Idle | Resource::Loading => html! { <Loader /> },
        Resource::Ready { value, .. } if value.is_empty() => html! { <p>{ "No tags yet." }</p> },
        Resource::Ready { value, .. } => html! {
            <Row gap={Gap::Small}>
                for tag in value.iter() {
                    <Tag>{ &*tag.name }</Tag>
                }
            </Row>
        },
        Resource::Failed(error) => {
            let error = format!("Couldn't load the tags: {error}.");
            let tags = tags.clone();
            html! {
                <>
                    <InlineMessage kind={MessageKind::Error}>{ error }</InlineMessage>
                    <Button onclick={move |_| tags.reload()}>{ "Try again" }</Button>
                </>
            }
        }
    };
    html! {
        <>
            { shown }
            if let Some(account) = account {
                { whose(account) }
            }
        </>
    }
}

/// The agent and their organization. LiveChat's sign-in returns only their ids.
fn whose(account: &Account) -> Html {
    html! {
        <PropertyList>
            <Property label="Account" value={account.account_id.clone()} />
            <Property label="Organization" value={account.organization_id.clone()} />
        </PropertyList>
    }
}
