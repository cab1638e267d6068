//! What the pages of a PDF draw: characters, and the dots that may be bullets.

use super::glyphs::{Dot, Glyph, plain};
use super::lines::{Line, lines};
use pdf_extract::{ColorSpace, MediaBox, OutputDev, OutputError, Path, PathOp, Transform};
use std::collections::BTreeSet;

/// A page's lines in reading order.
#[derive(Debug)]
pub struct Page {
    /// Its number, from 1.
    pub number: usize,
    /// Its height in points.
    pub height: f64,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// Collects pages; each is turned into lines when it ends, since characters take room.
#[derive(Default)]
pub struct Collector {
    /// The pages that were read.
    pub pages: Vec<Page>,
    /// The numbers under which pages come again, which are not read.
    pub again: BTreeSet<u32>,
    /// Characters that do not stand upright.
    pub turned: usize,
    number: u32,
    left: f64,
    top: f64,
    height: f64,
    glyphs: Vec<Glyph>,
    dots: Vec<Dot>,
}

impl Collector {
    /// Drops the page under way; returns its number.
    pub fn abandon(&mut self) -> u32 {
        self.finish_page();
        self.number
    }

    /// The page that is asked for next, should it break before it begins.
    pub fn expect(&mut self, number: u32) {
        self.number = number;
    }

    fn finish_page(&mut self) {
        let (glyphs, dots) = (std::mem::take(&mut self.glyphs), std::mem::take(&mut self.dots));
        let number = usize::try_from(self.number).unwrap_or_default();
        if !self.again.contains(&self.number) && self.pages.last().is_none_or(|page| page.number < number) {
            self.pages.push(Page { number, height: self.height, lines: lines(glyphs, &dots) });
        }
    }
}

impl OutputDev for Collector {
    fn begin_page(
        &mut self,
        number: u32,
        page: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.number = number;
        self.left = page.llx;
        self.top = page.ury;
        self.height = page.ury - page.lly;
        self.glyphs.clear();
        self.dots.clear();
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        self.finish_page();
        Ok(())
    }

    fn output_character(
        &mut self,
        at: &Transform,
        width: f64,
        _spacing: f64,
        size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        if at.m12.abs() > at.m11.abs() * 0.2 {
            self.turned += usize::from(!text.trim().is_empty());
            return Ok(());
        }
        let (across, up) = ((at.m11 * size).abs(), (at.m22 * size).abs());
        let glyph = Glyph {
            x: at.m31 - self.left,
            y: self.top - at.m32,
            width: width * across,
            size: if up > 0.0 { up } else { across },
            text: plain(text),
        };
        let sane = [glyph.x, glyph.y, glyph.width, glyph.size].iter().all(|value| value.abs() < 1e5);
        if sane && glyph.size > 0.5 && !glyph.text.is_empty() {
            self.glyphs.push(glyph);
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn fill(&mut self, at: &Transform, _: &ColorSpace, _: &[f64], path: &Path) -> Result<(), OutputError> {
        let mut bounds: Option<(f64, f64, f64, f64)> = None;
        let mut note = |x: f64, y: f64| {
            let (px, py) = (x * at.m11 + y * at.m21 + at.m31, x * at.m12 + y * at.m22 + at.m32);
            let (a, b, c, d) = bounds.unwrap_or((px, py, px, py));
            bounds = Some((a.min(px), b.min(py), c.max(px), d.max(py)));
        };
        for op in path.ops.iter().take(64) {
            match *op {
                PathOp::MoveTo(x, y) | PathOp::LineTo(x, y) => note(x, y),
                PathOp::CurveTo(_, _, _, _, x, y) => note(x, y),
                PathOp::Rect(x, y, w, h) => {
                    note(x, y);
                    note(x + w, y + h);
                }
                PathOp::Close => {}
            }
        }
        if let Some((x0, y0, x1, y1)) = bounds {
            let (width, height) = (x1 - x0, y1 - y0);
            let small = |side: f64| (1.5..9.0).contains(&side);
            if small(width) && small(height) && (width - height).abs() < 1.5 {
                self.dots.push(Dot { x: x0 - self.left, y: self.top - f64::midpoint(y0, y1) });
            }
        }
        Ok(())
    }
}
