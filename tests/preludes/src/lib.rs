//! The prelude beside those of Yew, yew-router and yew-hooks: a name that another of them has too does not compile here.

#[allow(
    ambiguous_glob_reexports,
    unreachable_pub,
    unused_imports,
    reason = "what the others have is here to clash with; yew-router and yew-hooks have names in common"
)]
mod all {
    pub use yew::prelude::*;
    pub use yew_hooks::prelude::*;
    pub use yew_livechat::prelude::*;
    pub use yew_router::prelude::*;
}

pub use all::{
    Acknowledgement, AppProperties, Author, Avatar, Badge, Button, ButtonKind, ChangeTheme, Chat, Checkbox,
    CommandError, ConfirmDialog, Connection, ConnectionState, CopyButton, CustomerCard, CustomerKey, CustomerProfile,
    CustomerProfileHidden, CustomerProfileState, CustomerResource, DetailsSection, EmptyState, Extension,
    ExtensionProvider, Extensions, ExternalLink, Geolocation, InlineMessage, InvalidArgument, List, ListItem, Loader,
    Message, MessageKind, NotificationBadge, Pathname, Property, PropertyList, RedirectTarget, RelativeTime,
    ReportsFilters, SafeUrl, Section, SectionButton, SectionButtonClick, SectionChild, SectionCustomer, SectionLabel,
    SectionLine, SectionLink, SectionTags, SectionTitle, Select, Session, Skeleton, Snackbar, Source, StartError,
    Surface, Tab, Tabs, Tag, TextArea, TextField, TextFieldKind, Texts, Theme, Toast, ToggleSwitch, TrackedEvent,
    UpdateBillingCycle, UseCustomerResourceHandle, UseDetailsHandle, UseFullscreenPageHandle, UseMessageBoxHandle,
    UseSessionHandle, UseSettingsPageHandle, UseStoredHandle, UseTransactionHandle, payment, rich_message, toast,
    use_any_host_event, use_connection, use_customer_profile, use_customer_resource, use_customer_resource_by,
    use_details, use_fullscreen_page, use_host_event, use_host_theme, use_message, use_message_box,
    use_message_box_text, use_message_sent, use_messages, use_page_data, use_section_button_click, use_session,
    use_settings_page, use_stored, use_ticket_info, use_transaction,
};
