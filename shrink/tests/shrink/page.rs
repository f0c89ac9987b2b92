//! HTML without scripts and styles, which esbuild minifies: see `program.rs`.

use livechat_shrink::page::minify;

#[test]
fn comments_and_indentation_go() {
    let html = "<!doctype html>\n<html>\n  <head>\n    <!-- one\n    and more -->\n    <title>A  title</title>\n  </head>\n</html>\n";
    assert_eq!(minify(html).unwrap(), "<!doctype html>\n<html>\n<head>\n<title>A  title</title>\n</head>\n</html>\n");
}

#[test]
fn a_line_keeps_what_a_comment_in_it_was_between() {
    assert_eq!(minify("a <!-- b --> c\n  d").unwrap(), "a  c\nd");
}

#[test]
fn data_and_scripts_from_elsewhere_stay() {
    for html in [
        "<script type=\"application/json\">\n  { \"a\": 1 }\n</script>",
        "<script type=importmap>\n  {}\n</script>",
        "<script src=\"a.js\"></script>",
        "<style></style>",
    ] {
        assert_eq!(minify(html).unwrap(), html);
    }
}

#[test]
fn what_does_not_end_is_an_error() {
    for (html, says) in
        [("a <!-- b", "it lacks `-->`"), ("<script>a", "it lacks `</script>`"), ("<style>", "it lacks `</style>`")]
    {
        let text = minify(html).unwrap_err().to_string();
        assert_eq!(text, format!("the page cannot be processed: {says}"));
    }
}
