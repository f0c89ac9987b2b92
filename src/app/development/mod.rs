//! Notices that a development build shows on the page. They are readable without any style sheet, and a release build
//! does not contain them.

mod page_check;
mod panic_details;
mod sheet;

pub(crate) use self::{
    page_check::check_page,
    panic_details::{cover_page, panic_text},
};
