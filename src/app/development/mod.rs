//! What a development build shows of itself on the page. It is readable without any style sheet, and a release build has
//! nothing of it.

mod page_check;
mod panic_details;
mod sheet;

pub(crate) use self::{
    page_check::check_page,
    panic_details::{cover_page, panic_text},
};
