//! Makes the browser's pictures small: a surface and the words on it need few colours.

use std::collections::HashMap;
use std::fs;
use std::io::Cursor;
use std::path::Path;

use anyhow::{Context, Result};
use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Filter, Transformations};

type Rgb = [u8; 3];

/// As many as a byte can name.
const COLOURS: usize = 256;

/// Rewrites a picture with a palette, unless it has one already.
pub(super) fn shrink(path: &Path) -> Result<()> {
    let picture = || format!("cannot make {} smaller: is it a PNG?", path.display());
    let bytes = fs::read(path).with_context(picture)?;
    if let Some(small) = with_palette(&bytes).with_context(picture)? {
        fs::write(path, small).with_context(picture)?;
    }
    Ok(())
}

/// The commonest colours stay as they are; the shades at the edges of letters, of which there are many more, become the
/// nearest of those.
fn with_palette(bytes: &[u8]) -> Result<Option<Vec<u8>>> {
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

    let mut counts: HashMap<Rgb, usize> = HashMap::new();
    for pixel in pixels.clone() {
        *counts.entry(pixel).or_default() += 1;
    }
    let mut colours: Vec<(Rgb, usize)> = counts.into_iter().collect();
    // By the colour too, so that the same picture makes the same file.
    colours.sort_unstable_by_key(|(colour, count)| (usize::MAX - count, *colour));
    let palette: Vec<Rgb> = colours.iter().take(COLOURS).map(|(colour, _)| *colour).collect();
    let places: HashMap<Rgb, u8> = colours.iter().map(|(colour, _)| (*colour, nearest(&palette, *colour))).collect();
    let indices: Vec<u8> = pixels.map(|pixel| places[&pixel]).collect();

    let mut small = Vec::new();
    let mut encoder = Encoder::new(&mut small, frame.width, frame.height);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(Compression::High);
    // Neighbours in a palette have nothing in common, so there is nothing to gain from their difference.
    encoder.set_filter(Filter::NoFilter);
    encoder.write_header()?.write_image_data(&indices)?;
    Ok(Some(small))
}

/// The place of the colour in the palette that looks most like it.
fn nearest(palette: &[Rgb], colour: Rgb) -> u8 {
    let distance = |other: &Rgb| -> u32 {
        other.iter().zip(colour).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2)).sum()
    };
    let nearest = (0_u8..=u8::MAX).zip(palette).min_by_key(|(_, other)| distance(other));
    nearest.map_or(0, |(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(color: ColorType, pixels: &[u8], width: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, width, 1);
        encoder.set_color(color);
        encoder.set_depth(BitDepth::Eight);
        encoder.write_header().unwrap().write_image_data(pixels).unwrap();
        bytes
    }

    fn colours(bytes: &[u8]) -> Vec<u8> {
        let mut decoder = Decoder::new(Cursor::new(bytes));
        decoder.set_transformations(Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut buffer = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut buffer).unwrap();
        buffer
    }

    #[test]
    fn few_colours_stay_as_they_are() {
        let pixels = [255, 255, 255, 0, 89, 225, 255, 255, 255];
        let small = with_palette(&png(ColorType::Rgb, &pixels, 3)).unwrap().unwrap();
        assert_eq!(colours(&small), pixels);
        assert_eq!(with_palette(&small).unwrap(), None, "it has a palette already");
        let opaque = with_palette(&png(ColorType::Rgba, &[1, 2, 3, 255], 1)).unwrap().unwrap();
        assert_eq!(colours(&opaque), [1, 2, 3]);
    }

    #[test]
    fn of_many_colours_the_rare_ones_become_the_nearest() {
        let mut pixels: Vec<u8> = (0..=255).flat_map(|grey| [grey; 6]).collect();
        pixels.extend([100, 100, 102]);
        let small = with_palette(&png(ColorType::Rgb, &pixels, 513)).unwrap().unwrap();
        assert_eq!(colours(&small)[512 * 3..], [101, 101, 101]);
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        assert!(with_palette(b"no picture").is_err());
    }
}
