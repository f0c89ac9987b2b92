//! Sections of the customer details that the host renders, declared as Yew components.
//!
//! The children of a [`DetailsSection`] are never rendered: they describe what the host renders.

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
