//! Presentational Yew components for LiveChat extensions: props in, callbacks out.
//!
//! They look like the Agent App around them, light and dark, from 280 px of width on. They know nothing of the bridge:
//! what they show is what they are given, so each can be tried on its own. Every text on screen is a prop,
//! with an English default where the component brings the text itself.
//!
//! All of them stand inside a [`Surface`], which carries the theme, and need the style sheet
//! `static/yew-livechat.css` linked by the page; the page's own body has no margin.
//!
//! ```rust
//! use std::rc::Rc;
//!
//! use livechat_protocol::{CustomerProfile, Theme};
//! use yew::prelude::*;
//! use yew_livechat_components::{Button, ButtonKind, CustomerCard, Section, Surface};
//!
//! #[derive(PartialEq, Properties)]
//! struct SidebarProps {
//!     customer: Rc<CustomerProfile>,
//!     ongreet: Callback<MouseEvent>,
//! }
//!
//! #[component]
//! fn Sidebar(props: &SidebarProps) -> Html {
//!     html! {
//!         <Surface theme={Theme::Dark}>
//!             <CustomerCard customer={props.customer.clone()} />
//!             <Section heading="Message">
//!                 <Button kind={ButtonKind::Primary} onclick={&props.ongreet}>{ "Insert greeting" }</Button>
//!             </Section>
//!         </Surface>
//!     }
//! }
//! ```

mod avatar;
mod button;
mod customer_card;
mod empty_state;
mod heading;
mod inline_message;
mod link;
mod loader;
mod property_list;
mod section;
mod surface;
mod tag;
mod text_area;

pub use self::{
    avatar::{Avatar, AvatarProps},
    button::{Button, ButtonKind, ButtonProps},
    customer_card::{CustomerCard, CustomerCardProps},
    empty_state::{EmptyState, EmptyStateProps},
    inline_message::{InlineMessage, InlineMessageProps, MessageKind},
    link::{Link, LinkProps},
    loader::{Loader, LoaderProps},
    property_list::{Property, PropertyList, PropertyListProps, PropertyProps},
    section::{Section, SectionProps},
    surface::{Surface, SurfaceProps},
    tag::{Tag, TagProps},
    text_area::{TextArea, TextAreaProps},
};
