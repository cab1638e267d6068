//! The picture of the timeline in dots, for programs that take no SVG.
//!
//! It is drawn from the SVG, so that there is one picture. `resvg` sets text as browsers do: it joins Arabic letters,
//! and runs Hebrew ones from right to left, which drawing glyph by glyph would not. Faces of the machine would make
//! another picture on every machine; the one that is built in, DejaVu Sans, holds the scripts of Europe, of the
//! Caucasus, Hebrew and Arabic. A letter that it lacks is an empty box, and is told.

use crate::problem::Problem;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{FontResolver, ImageHrefResolver, Options, Tree, fontdb};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

/// A picture of dots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raster {
    /// The PNG file.
    pub png: Vec<u8>,
    /// Characters that the face lacks: each is drawn as a box.
    pub lacking: BTreeSet<char>,
}

/// Dots to a pixel of the SVG, where there is room: sharp on a wall and on paper.
const SCALE: u32 = 2;

/// The most dots of a picture: 256 MB while it is drawn. What is larger, programs for slides do not open either.
const MOST_DOTS: u64 = 1 << 26;

/// Dots to a metre, for 96 dots to an inch and the scale of 1.
const DOTS_TO_A_METRE: u32 = 3780;

/// The family of the built-in face.
const FAMILY: &str = "DejaVu Sans";

/// Draws an SVG of ours in dots.
///
/// # Errors
/// When the picture would have too many dots.
///
/// ```
/// use demarche::report::raster;
/// let picture = raster("<svg xmlns='http://www.w3.org/2000/svg' width='30' height='20'/>", "a.png")?;
/// assert!(picture.png.starts_with(b"\x89PNG"));
/// # Ok::<(), demarche::Problem>(())
/// ```
pub fn raster(svg: &str, place: &str) -> Result<Raster, Problem> {
    let broken = |reason: String| Problem::new(place, format!("the picture cannot be drawn: {reason}"));
    let lacking = Mutex::new(BTreeSet::new());
    let tree = Tree::from_str(svg, &options(&lacking)).map_err(|error| broken(error.to_string()))?;
    let size = tree.size().to_int_size();
    let area = u64::from(size.width()) * u64::from(size.height());
    let dots = |scale: u32| area.saturating_mul(u64::from(scale * scale));
    let Some(scale) = (1..=SCALE).rev().find(|scale| dots(*scale) <= MOST_DOTS) else {
        let reason = format!("{} × {} dots are too many; nothing was written", size.width(), size.height());
        return Err(
            Problem::new(place, reason).hint("draw it as SVG, which has no bound, or of fewer letters")
        );
    };
    let mut map = Pixmap::new(size.width() * scale, size.height() * scale)
        .ok_or_else(|| broken("it has no size".to_owned()))?;
    resvg::render(&tree, Transform::from_scale(scale as f32, scale as f32), &mut map.as_mut());
    let png = encode(&map, scale).map_err(|error| broken(error.to_string()))?;
    drop(tree);
    Ok(Raster { png, lacking: lacking.into_inner().unwrap_or_else(PoisonError::into_inner) })
}

/// How text is set: in the built-in face only, and what it lacks is noted. Nothing is loaded.
fn options(lacking: &Mutex<BTreeSet<char>>) -> Options<'_> {
    let mut faces = fontdb::Database::new();
    for face in [dejavu::sans_condensed::regular(), dejavu::sans_condensed::bold()] {
        faces.load_font_source(fontdb::Source::Binary(Arc::new(face)));
    }
    faces.set_sans_serif_family(FAMILY);
    let select_fallback = Box::new(move |c: char, _: &[fontdb::ID], _: &mut Arc<fontdb::Database>| {
        lacking.lock().unwrap_or_else(PoisonError::into_inner).insert(c);
        None
    });
    Options {
        font_family: FAMILY.to_owned(),
        font_resolver: FontResolver { select_fallback, ..FontResolver::default() },
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        fontdb: Arc::new(faces),
        ..Options::default()
    }
}

/// The dots as PNG, with the line by which the file is known as ours.
fn encode(map: &Pixmap, scale: u32) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, map.width(), map.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Balanced);
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: DOTS_TO_A_METRE * scale,
        yppu: DOTS_TO_A_METRE * scale,
        unit: png::Unit::Meter,
    }));
    let made_by = concat!("Made by demarche ", env!("CARGO_PKG_VERSION"));
    encoder.add_text_chunk("Software".to_owned(), made_by.to_owned())?;
    let mut writer = encoder.write_header()?;
    // The ground is white and whole, so that no dot lets anything through.
    let colours: Vec<u8> = map.data().chunks_exact(4).flat_map(|dot| [dot[0], dot[1], dot[2]]).collect();
    writer.write_image_data(&colours)?;
    writer.finish()?;
    Ok(bytes)
}
