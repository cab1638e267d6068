//! The timeline in dots.

use super::common::{Scratch, dossier, letters};
use super::pages::{HOSTILE, with_words};
use demarche::report::{Raster, raster, svg};
use std::process::Command;

/// The width and height that an SVG asks for, and its picture.
fn drawn(svg: &str) -> ([u32; 2], Raster) {
    let asked = ["width=\"", "height=\""].map(|name| {
        let number = svg.split(name).nth(1).and_then(|rest| rest.split('"').next());
        number.and_then(|number| number.parse().ok()).expect("a number")
    });
    (asked, raster(svg, "timeline.png").expect("a picture"))
}

/// Width, height and colours of a PNG.
fn decoded(png: &[u8]) -> ([u32; 2], Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().expect("a picture");
    let mut dots = vec![0; reader.output_buffer_size().expect("a size")];
    let frame = reader.next_frame(&mut dots).expect("dots");
    assert_eq!((frame.color_type, frame.bit_depth), (png::ColorType::Rgb, png::BitDepth::Eight));
    ([frame.width, frame.height], dots)
}

#[test]
fn a_picture_has_two_dots_to_a_pixel_and_the_same_bytes_every_time() {
    let picture = svg(&dossier(&letters())).expect("a picture");
    let (asked, first) = drawn(&picture);
    let (size, dots) = decoded(&first.png);
    assert_eq!(size, asked.map(|side| side * 2));
    assert_eq!(dots[..3], [255; 3], "the ground is white");
    assert!(dots.iter().filter(|dot| **dot < 128).count() > 1000, "something is drawn");
    assert!(first.lacking.is_empty());
    assert_eq!(drawn(&picture).1, first);
}

#[test]
fn hostile_text_draws_nothing_but_itself() {
    let picture = svg(&with_words(HOSTILE)).expect("a picture");
    let (asked, raster) = drawn(&picture);
    assert_eq!(decoded(&raster.png).0, asked.map(|side| side * 2));
}

/// The words in the middle of a picture, in dots.
fn word(words: &str) -> Raster {
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"40\"><rect width=\"400\" height=\"40\" \
         fill=\"#fff\"/><text x=\"9\" y=\"28\" font-size=\"20\">{words}</text></svg>"
    );
    raster(&svg, "word.png").expect("a picture")
}

#[test]
fn letters_of_many_scripts_are_drawn_and_what_is_not_is_told() {
    let blank = word("").png;
    for words in ["Zoë Łukasz Ņikita", "Ελένη", "Ольга Ђорђевић", "Հայաստան", "საქართველო", "דוד", "محمد"]
    {
        let raster = word(words);
        assert!(raster.lacking.is_empty(), "{words}: {:?}", raster.lacking);
        assert_ne!(raster.png, blank, "{words}");
    }
    let lacking = word("王 a");
    assert_eq!(lacking.lacking.iter().collect::<String>(), "王");
    assert_ne!(lacking.png, word("a").png, "a box stands for it");
}

#[test]
fn what_the_face_lacks_is_told_and_the_picture_is_written() {
    let (folder, desk) = (Scratch::new("lacking"), Scratch::new("lacking-desk"));
    for (name, text) in letters() {
        folder.write(name, &format!("---\nsender: Harbour Union of 王港\n---\n{text}"));
    }
    let file = desk.path("timeline.PNG");
    let program = env!("CARGO_BIN_EXE_demarche");
    let run = Command::new(program).args(["plot", &folder.path(""), "-o", &file]).output().expect("a run");
    let told = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{told}");
    assert!(told.contains("note") && told.contains("王 (U+738B)"), "{told}");
    assert!(std::fs::read(&file).expect("a picture").starts_with(b"\x89PNG"));
}

#[test]
fn a_picture_of_too_many_dots_is_refused() {
    let of = |side: u32| {
        raster(
            &format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{side}\" height=\"{side}\"/>"),
            "huge.png",
        )
    };
    let refused = of(40_000).expect_err("too many dots");
    assert!(refused.way_out().is_some_and(|hint| hint.contains("SVG")), "{refused}");
    assert!(of(u32::MAX).is_err());
}
