//! The names that an extension's components usually use: `use yew_livechat::prelude::*;`.
//!
//! None of them is in the preludes of Yew, yew-router or yew-hooks, so all four can be imported together. The
//! properties of components, and types that an extension rarely names, are in their modules:
//! [`placement`](crate::placement), [`details_section`](crate::details_section), [`components`](crate::components)
//! and [`protocol`](crate::protocol).

pub use livechat_protocol::{
    AppProperties, Author, ChangeTheme, Chat, CommandError, Connection, ConnectionState, CustomerProfile,
    CustomerProfileHidden, CustomerProfileState, Geolocation, InvalidArgument, Message, NotificationBadge, Pathname,
    RedirectTarget, ReportsFilters, SafeUrl, SectionButtonClick, Session, Source, Theme, Toast, TrackedEvent,
    UpdateBillingCycle, payment, rich_message,
};
pub use yew_livechat_components::{
    Align, Avatar, Badge, Bind, Button, ButtonKind, Checkbox, ConfirmDialog, CopyButton, CustomerCard, EmptyState,
    ExternalLink, Gap, InAppLink, InlineMessage, Justify, KitTexts, List, ListItem, Listbox, ListboxOption, Loader,
    MessageKind, Modal, ProgressBar, Property, PropertyList, RelativeTime, Row, SearchList, Section, Select, Skeleton,
    Snackbar, Stack, Surface, Tab, Tabs, Tag, TextArea, TextField, TextFieldKind, TextsProvider, ToggleSwitch,
};

#[cfg(feature = "csr")]
pub use crate::Extensions;
#[cfg(feature = "sign-in")]
pub use crate::{AccessToken, Account, SignIn, SignInButton, SignInError, SignInState};
pub use crate::{
    Acknowledgement, DetailsSection, Extension, ExtensionProvider, SectionButton, SectionChild, SectionCustomer,
    SectionLabel, SectionLine, SectionLink, SectionTags, SectionTitle, StartError, Texts,
    hooks::*,
    placement::{
        UseDetailsHandle, UseFullscreenPageHandle, UseMessageBoxHandle, UseSettingsPageHandle, use_details,
        use_fullscreen_page, use_message_box, use_settings_page,
    },
};
