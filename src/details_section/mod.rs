//! Sections of the customer's details, which the host draws, as Yew components.
//!
//! The children of a [`DetailsSection`] are never rendered: they say what the host is to draw.

mod child;
mod children;
mod define;
mod optional;
mod section;
mod warnings;

pub(crate) use self::warnings::warn_of;
pub use self::{
    child::SectionChild,
    children::{
        SectionButton, SectionButtonProps, SectionCustomer, SectionCustomerProps, SectionLabel, SectionLabelProps,
        SectionLine, SectionLineProps, SectionLink, SectionLinkProps, SectionTags, SectionTagsProps, SectionTitle,
        SectionTitleProps,
    },
    define::DefinesSection,
    section::{DetailsSection, DetailsSectionProps},
};
