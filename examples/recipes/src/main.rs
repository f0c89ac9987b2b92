//! The recipe in the page's address, in the simulator: `/canned-replies` is the recipe of docs/recipes/canned-replies.md.
//!
//! To try it, run `trunk serve` in this folder. `cargo xtask site` puts each recipe beside its page.

use recipes::live;
use yew_livechat::prelude::*;

fn main() -> Result<(), StartError> {
    live::extensions(&live::recipe_of_page())?.mount();
    Ok(())
}
