//! Cleaned text whose every character knows its place in the source.

use super::Span;

/// One stretch of cleaned text and the stretch of source it stands for. Numbers of four bytes do: no text that is read is
/// longer than they can tell, and letters hold a run for each of their lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, borsh::BorshSerialize, borsh::BorshDeserialize)]
struct Run {
    clean: [u32; 2],
    source: [u32; 2],
    /// Foreign text (a footnote, a page rule) lies between this run and the one before.
    cut: bool,
}

impl Run {
    fn new(clean: Span, source: Span, cut: bool) -> Run {
        let ends = |span: Span| [span.start, span.end].map(|end| u32::try_from(end).unwrap_or(u32::MAX));
        Run { clean: ends(clean), source: ends(source), cut }
    }

    fn clean(&self) -> Span {
        Span::new(self.clean[0] as usize, self.clean[1] as usize)
    }

    fn source(&self) -> Span {
        Span::new(self.source[0] as usize, self.source[1] as usize)
    }

    fn verbatim(&self) -> bool {
        self.clean().len() == self.source().len()
    }
}

/// Cleaned text, traced to its source.
///
/// Readers drop markup, join lines and resolve entities while building it; whatever they do,
/// [`Traced::source_spans`] leads every part of the result back to the bytes it was read from.
///
/// ```
/// use demarche::text::{Span, Traced};
/// // source: "**Release** all\nprisoners"
/// let mut text = Traced::default();
/// text.push("Release", 2);
/// text.push(" all", 11);
/// text.push_joint(' ');
/// text.push("prisoners", 16);
/// assert_eq!(text.as_str(), "Release all prisoners");
/// assert_eq!(text.source_spans(Span::new(8, 21)), [Span::new(12, 25)]);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Traced {
    text: String,
    runs: Vec<Run>,
    cut_next: bool,
}

impl Traced {
    /// The cleaned text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Appends source text as it stands; `source` is the byte offset of its first byte.
    pub fn push(&mut self, text: &str, source: usize) {
        self.push_replacement(text, Span::new(source, source + text.len()));
    }

    /// Appends text that stands for a source range of another length, such as `&` for `&amp;`.
    pub fn push_replacement(&mut self, text: &str, source: Span) {
        if text.is_empty() {
            return;
        }
        let clean = Span::new(self.text.len(), self.text.len() + text.len());
        self.text.push_str(text);
        let run = Run::new(clean, source, std::mem::take(&mut self.cut_next));
        match self.runs.last_mut() {
            Some(last)
                if !run.cut
                    && last.verbatim()
                    && run.verbatim()
                    && last.clean[1] == run.clean[0]
                    && last.source[1] == run.source[0] =>
            {
                last.clean[1] = run.clean[1];
                last.source[1] = run.source[1];
            }
            _ => self.runs.push(run),
        }
    }

    /// Appends a character that stands nowhere in the source, such as the space at a line join.
    pub fn push_joint(&mut self, joint: char) {
        self.text.push(joint);
    }

    /// Marks that foreign text lies between what was appended and what comes next.
    pub fn cut(&mut self) {
        self.cut_next = !self.runs.is_empty();
    }

    /// Appends another traced text.
    pub fn append(&mut self, other: &Traced) {
        let mut done = 0;
        for run in &other.runs {
            self.text.push_str(&other.text[done..run.clean().start]);
            if run.cut {
                self.cut();
            }
            self.push_replacement(&other.text[run.clean().start..run.clean().end], run.source());
            done = run.clean().end;
        }
        self.text.push_str(&other.text[done..]);
    }

    /// The part under a clean span, as a traced text of its own.
    pub fn sub(&self, span: Span) -> Traced {
        let mut part = Traced::default();
        let mut done = span.start;
        for (piece, source, cut) in self.pieces(span) {
            part.text.push_str(&self.text[done..piece.start]);
            if cut {
                part.cut();
            }
            part.push_replacement(&self.text[piece.start..piece.end], source);
            done = piece.end;
        }
        if done < span.end {
            part.text.push_str(&self.text[done..span.end]);
        }
        part
    }

    /// The source ranges under a clean span, in order. White space and markup between two runs
    /// is swallowed; foreign text between them (see [`Traced::cut`]) begins a new range.
    pub fn source_spans(&self, span: Span) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        for (_, source, cut) in self.pieces(span) {
            match spans.last_mut() {
                Some(last) if !cut && source.start >= last.start => last.end = last.end.max(source.end),
                _ => spans.push(source),
            }
        }
        spans
    }

    /// The source offset of the first traced character at or after a clean offset.
    pub fn source_at(&self, clean: usize) -> Option<usize> {
        let first = self.runs.partition_point(|run| run.clean().end <= clean);
        let run = self.runs.get(first)?;
        Some(if run.verbatim() {
            run.source().start + clean.saturating_sub(run.clean().start)
        } else {
            run.source().start
        })
    }

    /// The clean span that stands for a source range, if any of it was kept.
    pub fn clean_span(&self, source: Span) -> Option<Span> {
        let mut found: Option<Span> = None;
        for run in self.runs.iter().filter(|run| run.source().overlaps(source)) {
            let part = if run.verbatim() {
                let start = source.start.max(run.source().start) - run.source().start;
                let end = source.end.min(run.source().end) - run.source().start;
                Span::new(run.clean().start + start, run.clean().start + end)
            } else {
                run.clean()
            };
            found = Some(found.map_or(part, |span| span.to(part)));
        }
        found
    }

    /// The runs that touch a clean span, cut to it: (clean, source, preceded by a cut).
    fn pieces(&self, span: Span) -> impl Iterator<Item = (Span, Span, bool)> + '_ {
        let first = self.runs.partition_point(|run| run.clean().end <= span.start);
        self.runs[first..].iter().take_while(move |run| run.clean().start < span.end).map(move |run| {
            let clean = Span::new(run.clean().start.max(span.start), run.clean().end.min(span.end));
            let source = if run.verbatim() {
                Span::new(
                    run.source().start + (clean.start - run.clean().start),
                    run.source().start + (clean.end - run.clean().start),
                )
            } else {
                run.source()
            };
            (clean, source, run.cut)
        })
    }
}
