//! An extension, from its declaration to its page.

#[cfg(all(feature = "csr", debug_assertions))]
mod development;
#[cfg(feature = "csr")]
mod element;
mod extension;
#[cfg(feature = "csr")]
mod extensions;
#[cfg(feature = "csr")]
mod mount;
#[cfg(feature = "csr")]
mod page;
#[cfg(feature = "csr")]
mod page_files;
#[cfg(feature = "csr")]
pub(crate) mod panic_screen;
mod provider;
#[cfg(feature = "recorder")]
mod recorder;
pub(crate) mod setup;
#[cfg(feature = "csr")]
mod shell;
#[cfg(feature = "csr")]
mod slow_start;
mod start_error;
#[cfg(feature = "csr")]
mod terminal;
mod texts;

#[cfg(feature = "csr")]
pub use self::extensions::Extensions;
pub use self::{
    extension::Extension,
    provider::{ExtensionProvider, ExtensionProviderProps},
    setup::Setup,
    start_error::StartError,
    texts::Texts,
};
