use yew_livechat::section::Section;

fn main() {
    let _ = Section::new("Orders");
}
