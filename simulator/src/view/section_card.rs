//! A section that the host renders for the extension.

use std::rc::Rc;

use livechat_protocol::section::{Button, Component, ImageSize, Label, Link, Section, Tags, Title};
use yew::prelude::*;
use yew_livechat_components as components;

use super::{
    icon::{Icon, icon},
    picture::Picture,
};
use crate::model::{Customer, Msg};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SectionCardProps {
    pub(crate) section: Section,
    /// The open customer.
    pub(crate) customer: Rc<Customer>,
    pub(crate) dispatch: Callback<Msg>,
}

/// The section below its title, which folds it.
#[component]
pub(crate) fn SectionCard(props: &SectionCardProps) -> Html {
    let folded = use_state(|| false);
    let SectionCardProps { section, customer, dispatch } = props;
    let toggle = {
        let folded = folded.clone();
        move |_| folded.set(!*folded)
    };
    html! {
        <section class="sim-section" aria-label={section.title().to_owned()}>
            <div class="sim-section-head">
                if let Some(url) = section.image() {
                    <Picture url={url.clone()} class="sim-section-picture" />
                }
                <h3>
                    <button type="button" class="sim-section-title" aria-expanded={(!*folded).to_string()} onclick={toggle}>
                        <span dir="auto">{ section.title() }</span>
                        { icon(if *folded { Icon::Fold } else { Icon::Unfold }) }
                    </button>
                </h3>
                if section.open_app().unwrap_or_default() {
                    <button
                        type="button"
                        class="sim-quiet"
                        aria-label={format!("Open the app of {}", section.title())}
                        onclick={dispatch.reform(|_| Msg::SectionClicked { id: None, open_app: true })}
                    >
                        { icon(Icon::Extension) }{ "Open" }
                    </button>
                }
            </div>
            <div class="sim-section-body" hidden={*folded}>
                for component in section.components() {
                    { self::component(component, customer, dispatch) }
                }
            </div>
        </section>
    }
}

fn component(component: &Component, customer: &Customer, dispatch: &Callback<Msg>) -> Html {
    match component {
        Component::Button(data) => button(data, dispatch),
        Component::Label(data) => label(data),
        Component::Line => html! { <hr class="sim-section-line" /> },
        Component::Link(data) => link(data),
        Component::Title(data) => title(data, dispatch),
        Component::Customer => html! {
            <div class="sim-section-customer">
                <components::Avatar id={customer.profile.id.clone()} name={customer.name().to_owned()} />
                <span dir="auto">{ customer.name() }</span>
            </div>
        },
        Component::Tags(data) => tags(data),
        // For kinds that a later version of the protocol adds.
        _ => Html::default(),
    }
}

fn button(data: &Button, dispatch: &Callback<Msg>) -> Html {
    let kind = if data.primary().unwrap_or_default() {
        components::ButtonKind::Primary
    } else {
        components::ButtonKind::Secondary
    };
    let (id, open_app) = (data.id().to_owned(), data.open_app().unwrap_or_default());
    let onclick = dispatch.reform(move |_| Msg::SectionClicked { id: Some(id.clone()), open_app });
    html! {
        <div class="sim-section-button"><components::Button {kind} {onclick}>{ data.label() }</components::Button></div>
    }
}

fn label(data: &Label) -> Html {
    let value = data.value().unwrap_or_default();
    html! {
        <div class="sim-section-label">
            if let Some(label) = data.label() {
                <span class="sim-section-name" dir="auto">{ label }</span>
            }
            <span class="sim-section-value" dir="auto">
                if let Some(url) = data.icon() {
                    <Picture url={url.clone()} class="sim-section-icon" />
                }
                if let Some(href) = data.url() {
                    <components::ExternalLink href={href.clone()}>
                        { if value.is_empty() { href.as_str() } else { value } }
                    </components::ExternalLink>
                } else {
                    { value }
                }
            </span>
        </div>
    }
}

fn link(data: &Link) -> Html {
    let is_inline = data.inline() == Some(true);
    html! {
        <span class={classes!("sim-section-link", is_inline.then_some("sim-section-inline"))} dir="auto">
            <components::ExternalLink href={data.url().clone()}>{ data.text() }</components::ExternalLink>
        </span>
    }
}

fn title(data: &Title, dispatch: &Callback<Msg>) -> Html {
    let size = match data.image_size() {
        Some(ImageSize::Big) => "sim-section-big",
        Some(ImageSize::Small) | None => "sim-section-small",
    };
    let open_app = data.open_app().unwrap_or(false);
    let is_clickable = open_app || data.clickable().unwrap_or(false);
    let text = match data.link() {
        Some(href) => {
            html! { <components::ExternalLink href={href.clone()}>{ data.title() }</components::ExternalLink> }
        }
        None if is_clickable => {
            let id = data.id().map(str::to_owned);
            let onclick = dispatch.reform(move |_| Msg::SectionClicked { id: id.clone(), open_app });
            html! { <button type="button" class="sim-section-click" {onclick}>{ data.title() }</button> }
        }
        None => html! { { data.title() } },
    };
    html! {
        <div class="sim-section-heading">
            if let Some(url) = data.image() {
                <Picture url={url.clone()} class={size} />
            }
            <div class="sim-section-text">
                <h4 dir="auto">{ text }</h4>
                if let Some(description) = data.description() {
                    <p class="sim-section-description" dir="auto">{ description }</p>
                }
            </div>
            if let Some(value) = data.value() {
                <span class="sim-section-amount" dir="auto">{ value }</span>
            }
        </div>
    }
}

fn tags(data: &Tags) -> Html {
    html! {
        <div class="sim-section-label">
            if let Some(label) = data.label() {
                <span class="sim-section-name" dir="auto">{ label }</span>
            }
            <span class="sim-section-value sim-section-tags">
                for (index, tag) in data.tags().iter().enumerate() {
                    <components::Tag key={index}>{ tag }</components::Tag>
                }
            </span>
        </div>
    }
}
