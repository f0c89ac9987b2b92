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

// Every name of our prelude: `pub use all::{…};`.
include!(concat!(env!("OUT_DIR"), "/names.rs"));
