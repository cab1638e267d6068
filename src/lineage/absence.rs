//! Asked before, not asked now: what the later letter still says of the matter.

use crate::corpus::LetterRecord;
use crate::language::{Tokens, sentences, tokens};
use crate::letter::{Letter, Zone};
use crate::lexicon::{Key, Lexicon};
use crate::matching::{Canonical, SPELT_ALIKE, Spelling, telling_coverage};
use crate::source::Place;
use foldhash::HashMap;

/// A sentence that speaks of a matter without asking.
#[derive(Debug, Clone, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct Mention {
    /// The letter.
    pub letter: String,
    /// The sentence, white space joined.
    pub text: String,
    /// Where it stands.
    pub spans: Vec<Place>,
    /// How much of the demand's words it holds, 0 to 1.
    pub likeness: f64,
}

/// A sentence must hold this much of the demand's words to count as speaking of the same matter.
const SPEAKS_OF_IT: f64 = 0.45;

/// The sentences of some letters, read once and asked often.
#[derive(Default)]
pub struct Sentences<'c> {
    read: Vec<Sentence<'c>>,
    /// The sentences that hold a word, by its stem.
    holding: HashMap<Key, Vec<usize>>,
    /// The sentences that hold a word of contexts like those of the word with this stem.
    near: HashMap<Key, Vec<usize>>,
    /// How the words they hold are spelt, each once.
    spelt: Vec<(Key, Spelling)>,
}

struct Sentence<'c> {
    letter: &'c Letter,
    block: usize,
    range: std::ops::Range<usize>,
    words: Canonical,
}

impl<'c> Sentences<'c> {
    /// Reads the sentences of letters that ask nothing.
    pub fn of(
        letters: &HashMap<&str, &'c Letter>,
        records: &[&LetterRecord],
        lexicon: &Lexicon,
    ) -> Sentences<'c> {
        let mut sentences = Sentences::default();
        for record in records {
            let Some(letter) = letters.get(record.id.as_str()) else { continue };
            for (index, block) in letter.document.blocks.iter().enumerate() {
                if !matches!(letter.zones.get(index), Some(Zone::Body | Zone::List | Zone::Quotation)) {
                    continue;
                }
                let text = block.text.as_str();
                for range in sentence_ranges(text, lexicon) {
                    let asks = |span: &Place| {
                        letter.document.blocks[index]
                            .text
                            .source_spans(crate::text::Span::new(range.start, range.end))
                            .iter()
                            .any(|part| part.overlaps(span.span()))
                    };
                    if !record.demands.iter().any(|demand| demand.spans.iter().any(asks)) {
                        let words = Canonical::wording(&text[range.clone()], lexicon);
                        sentences.add(Sentence { letter, block: index, range, words });
                    }
                }
            }
        }
        sentences
    }

    fn add(&mut self, sentence: Sentence<'c>) {
        let at = self.read.len();
        for (stem, word) in sentence.words.words.iter() {
            if !self.holding.contains_key(&stem) {
                self.spelt.push((stem, word.spelling));
            }
            self.holding.entry(stem).or_default().push(at);
        }
        for (stem, _) in &sentence.words.near {
            self.near.entry(*stem).or_default().push(at);
        }
        self.read.push(sentence);
    }

    /// The sentences that may hold enough of a demand's words, in order: a sum that no true likeness exceeds, from the
    /// index alone.
    fn worth_reading(&self, demand: &Canonical) -> Vec<usize> {
        let mut most: HashMap<usize, f64> = HashMap::default();
        let mut all = 0.0;
        for (stem, word) in demand.words.iter() {
            all += word.weight;
            let spelt_alike = self
                .spelt
                .iter()
                .filter(|(_, spelling)| word.unknown && word.spelling.may_reach(*spelling, SPELT_ALIKE))
                .map(|(other, _)| *other);
            let holders = std::iter::once(stem)
                .chain(word.near.iter().map(|(near, _)| near))
                .chain(spelt_alike)
                .filter_map(|stem| self.holding.get(&stem));
            for at in holders.chain(self.near.get(&stem)).flatten() {
                *most.entry(*at).or_default() += word.weight;
            }
        }
        // No sum of likenesses lies above that of whole words; a little room for rounding.
        let enough = (SPEAKS_OF_IT - 1e-6) * all;
        let worth = most.into_iter().filter(|(_, most)| *most > 0.0 && *most >= enough);
        let mut worth: Vec<usize> = worth.map(|(at, _)| at).collect();
        worth.sort_unstable();
        worth
    }

    /// The sentence that speaks most of what a demand is about, if any does.
    pub fn nearest(&self, demand: &Canonical) -> Option<Mention> {
        let best = self
            .worth_reading(demand)
            .into_iter()
            .filter_map(|at| self.read.get(at))
            .map(|sentence| (sentence, telling_coverage(demand, &sentence.words)))
            .max_by(|a, b| a.1.total_cmp(&b.1).then_with(|| b.0.range.start.cmp(&a.0.range.start)))?;
        let (Sentence { letter, block, range, .. }, likeness) = best;
        if likeness < SPEAKS_OF_IT {
            return None;
        }
        let block = &letter.document.blocks[*block];
        let text = block.text.as_str().get(range.clone())?.split_whitespace().collect::<Vec<_>>().join(" ");
        let spans = block
            .text
            .source_spans(crate::text::Span::new(range.start, range.end))
            .into_iter()
            .map(|span| letter.document.place(span))
            .collect();
        Some(Mention { letter: letter.id.clone(), text, spans, likeness })
    }
}

fn sentence_ranges(text: &str, lexicon: &Lexicon) -> Vec<std::ops::Range<usize>> {
    let all = tokens(text, lexicon);
    let words = Tokens::new(&all, lexicon);
    sentences(&all, lexicon)
        .into_iter()
        .filter_map(|range| words.span(&range))
        .map(|span| span.start..span.end)
        .collect()
}
