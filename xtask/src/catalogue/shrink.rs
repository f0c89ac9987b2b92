//! Compresses screenshots: a surface with text needs few colors.

use std::collections::HashMap;
use std::io::Cursor;

use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Filter, Transformations};

use crate::prelude::*;

/// Rewrites a picture with a palette, unless it already has one.
pub(super) fn shrink(path: &Path) -> Result<()> {
    let small = with_palette(&fs::read(path)?);
    if let Some(small) = small.with_context(|| format!("cannot make {} smaller: is it a PNG?", path.display()))? {
        fs::write(path, small)?;
    }
    Ok(())
}

/// Keeps the most common colors, and maps the many shades at the edges of letters to the nearest of them.
pub fn with_palette(bytes: &[u8]) -> Result<Option<Vec<u8>>> {
    let mut decoder = Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(Transformations::IDENTITY);
    let mut reader = decoder.read_info()?;
    let samples = match reader.output_color_type() {
        (ColorType::Rgb, BitDepth::Eight) => 3,
        (ColorType::Rgba, BitDepth::Eight) => 4,
        _ => return Ok(None),
    };
    let mut buffer = vec![0; reader.output_buffer_size().context("the picture is too large")?];
    let frame = reader.next_frame(&mut buffer)?;
    let pixels = buffer[..frame.buffer_size()].chunks_exact(samples).map(|pixel| [pixel[0], pixel[1], pixel[2]]);

    let mut counts: HashMap<[u8; 3], usize> = HashMap::new();
    for pixel in pixels.clone() {
        *counts.entry(pixel).or_default() += 1;
    }
    let mut colors: Vec<([u8; 3], usize)> = counts.into_iter().collect();
    // Also sorted by color, so that the same picture gives the same file.
    colors.sort_unstable_by_key(|(color, count)| (usize::MAX - count, *color));
    // As many as fit in a byte.
    let palette: Vec<[u8; 3]> = colors.iter().take(256).map(|(color, _)| *color).collect();
    let places: HashMap<[u8; 3], u8> = colors.iter().map(|(color, _)| (*color, nearest(&palette, *color))).collect();
    let indices: Vec<u8> = pixels.map(|pixel| places[&pixel]).collect();

    let mut small = Vec::new();
    let mut encoder = Encoder::new(&mut small, frame.width, frame.height);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(Compression::High);
    // Neighboring palette entries are unrelated, so filters gain nothing.
    encoder.set_filter(Filter::NoFilter);
    encoder.write_header()?.write_image_data(&indices)?;
    Ok(Some(small))
}

/// Returns the index of the most similar palette color.
fn nearest(palette: &[[u8; 3]], color: [u8; 3]) -> u8 {
    let distance = |other: &[u8; 3]| -> u32 {
        other.iter().zip(color).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2)).sum()
    };
    let nearest = (0_u8..=u8::MAX).zip(palette).min_by_key(|(_, other)| distance(other));
    nearest.map_or(0, |(place, _)| place)
}
