//! Yew components for LiveChat extensions: props in, callbacks out.
//!
//! They look like the Agent App, in light and dark, at any width from 280 px. They do not depend on the bridge: what
//! they show comes from their props, so each can be tested separately. Every text on screen is a prop. Texts that a
//! component provides itself default to English, or to the [`KitTexts`] of a [`TextsProvider`].
//!
//! Place them inside a [`Surface`], which provides the theme, on a page that links this crate's style sheet,
//! `yew-livechat.css`, and whose body has no margin.
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
mod badge;
mod bind;
mod button;
mod checkbox;
mod clipboard;
mod confirm_dialog;
mod copy_button;
mod customer_card;
mod dialog;
mod empty_state;
mod external_link;
mod field;
mod heading;
mod icon;
mod id;
mod in_app_link;
mod inline_message;
mod kit_texts;
mod layout;
mod list;
mod listbox;
mod loader;
mod modal;
mod options;
mod progress_bar;
mod property_list;
mod relative_time;
mod row;
mod scroll;
mod search_list;
mod section;
mod select;
mod skeleton;
mod snackbar;
mod stack;
mod surface;
mod tabs;
mod tag;
mod text_area;
mod text_field;
mod texts_provider;
mod toggle;
mod toggle_switch;
mod type_ahead;

/// The content of the style sheet `yew-livechat.css`.
///
/// ```
/// assert!(yew_livechat_components::STYLE_SHEET.contains(".lc-surface {"));
/// ```
pub const STYLE_SHEET: &str = include_str!("../yew-livechat.css");

pub use self::{
    avatar::{Avatar, AvatarProps},
    badge::{Badge, BadgeProps},
    bind::Bind,
    button::{Button, ButtonKind, ButtonProps},
    checkbox::{Checkbox, CheckboxProps},
    confirm_dialog::{ConfirmDialog, ConfirmDialogProps},
    copy_button::{CopyButton, CopyButtonProps},
    customer_card::{CustomerCard, CustomerCardProps},
    empty_state::{EmptyState, EmptyStateProps},
    external_link::{ExternalLink, ExternalLinkProps},
    in_app_link::{InAppLink, InAppLinkProps},
    inline_message::{InlineMessage, InlineMessageProps, MessageKind},
    kit_texts::{KitTexts, use_kit_texts},
    layout::{Align, Gap, Justify},
    list::{List, ListItem, ListItemProps, ListProps},
    listbox::{Listbox, ListboxOption, ListboxOptionProps, ListboxProps},
    loader::{Loader, LoaderProps},
    modal::{Modal, ModalProps},
    progress_bar::{ProgressBar, ProgressBarProps},
    property_list::{Property, PropertyList, PropertyListProps, PropertyProps},
    relative_time::{RelativeTime, RelativeTimeProps},
    row::{Row, RowProps},
    search_list::{SearchList, SearchListProps},
    section::{Section, SectionProps},
    select::{Select, SelectProps},
    skeleton::{Skeleton, SkeletonProps},
    snackbar::{Snackbar, SnackbarProps},
    stack::{Stack, StackProps},
    surface::{Surface, SurfaceProps},
    tabs::{Tab, TabProps, Tabs, TabsProps},
    tag::{Tag, TagProps},
    text_area::{TextArea, TextAreaProps},
    text_field::{TextField, TextFieldKind, TextFieldProps},
    texts_provider::{TextsProvider, TextsProviderProps},
    toggle_switch::{ToggleSwitch, ToggleSwitchProps},
};

#[cfg(test)]
mod tests {
    #[test]
    fn the_style_sheet_has_the_version_of_the_crate() {
        let version = concat!("--lc-version: \"", env!("CARGO_PKG_VERSION"), "\";");
        assert!(super::STYLE_SHEET.contains(version), "write `{version}` into yew-livechat.css");
    }
}
