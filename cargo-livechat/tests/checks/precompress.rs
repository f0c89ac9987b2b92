//! Compressed copies of a build.

use std::fs;
use std::io::Read;

use crate::folder;
use cargo_livechat::{files, precompress};
use flate2::read::GzDecoder;

#[test]
fn compressible_files_get_two_copies_and_pictures_none() {
    let long = "the same sentence again and again. ".repeat(100);
    let dist = folder(&[("index.html", &long), ("static/orders.json", &long), ("tiny.js", "1"), ("photo.png", &long)]);
    assert_eq!(precompress::write(dist.path()).unwrap(), 4);
    let copies: Vec<_> =
        files::below(dist.path()).unwrap().into_iter().filter(|file| precompress::is_copy(file)).collect();
    let named = ["index.html.br", "index.html.gz", "static/orders.json.br", "static/orders.json.gz"];
    assert_eq!(copies, named.map(|name| dist.path().join(name)));
    let (mut gzip, mut brotli) = (String::new(), Vec::new());
    GzDecoder::new(&*fs::read(&copies[1]).unwrap()).read_to_string(&mut gzip).unwrap();
    brotli::BrotliDecompress(&mut &*fs::read(&copies[0]).unwrap(), &mut brotli).unwrap();
    assert_eq!((gzip, brotli), (long.clone(), long.into_bytes()));
    assert_eq!(precompress::write(dist.path()).unwrap(), 4, "a copy has no copies");
}
