//! What things look like: one table from meaning to colour.

use colored::{Color, Colorize};

/// What a piece of output means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Running text.
    Plain,
    /// A heading.
    Title,
    /// The name of a field.
    Field,
    /// Words of the earlier letter that are gone.
    Removed,
    /// Words of the later letter that are new.
    Added,
    /// Words that both have.
    Kept,
    /// A change that makes an ask harder.
    Stronger,
    /// A change that makes it softer.
    Softer,
    /// A change both ways, or to something else.
    Mixed,
    /// A place in a file.
    Source,
    /// What may be skipped.
    Dim,
    /// What the reader must know.
    Warning,
}

impl Role {
    /// Every role with its name, in the order of the roles.
    pub const ALL: [(&'static str, Role); 12] = [
        ("plain", Role::Plain),
        ("title", Role::Title),
        ("field", Role::Field),
        ("removed", Role::Removed),
        ("added", Role::Added),
        ("kept", Role::Kept),
        ("stronger", Role::Stronger),
        ("softer", Role::Softer),
        ("mixed", Role::Mixed),
        ("source", Role::Source),
        ("dim", Role::Dim),
        ("warning", Role::Warning),
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        Role::ALL[self as usize].0
    }

    /// The table of themes. Only the sixteen colours that a user's terminal defines are used, so that they fit its
    /// background, and none is needed to read the output. Columns: default, colour-blind, legal, mono.
    pub(super) fn look(self, palette: Palette) -> Look {
        use Color::{Blue, Cyan, Green, Magenta, Red, Yellow};
        let plain = Look::default();
        let colour = |colour: Color| Look { colour: Some(colour), ..plain };
        let (bold, dimmed) = (Look { bold: true, ..plain }, Look { dimmed: true, ..plain });
        let bright = |colour: Color| Look { colour: Some(colour), ..bold };
        let bold_underlined = Look { underlined: true, ..bold };
        let row: [Look; 4] = match self {
            Role::Plain | Role::Kept => [plain; 4],
            Role::Title => [bold; 4],
            Role::Dim => [dimmed; 4],
            Role::Field => [colour(Cyan), colour(Cyan), plain, plain],
            Role::Source => [colour(Blue), colour(Cyan), dimmed, dimmed],
            Role::Removed => [
                colour(Red),
                colour(Yellow),
                Look { struck: true, ..colour(Red) },
                Look { struck: true, ..plain },
            ],
            Role::Added => [
                colour(Green),
                colour(Blue),
                Look { underlined: true, ..colour(Blue) },
                Look { underlined: true, ..plain },
            ],
            Role::Stronger => [bright(Magenta), bright(Blue), bright(Blue), bold_underlined],
            Role::Softer => [bright(Blue), bright(Yellow), bright(Red), bold],
            Role::Mixed => [bright(Yellow), bold_underlined, bold, bold],
            Role::Warning => [colour(Yellow), bright(Yellow), bright(Red), bold],
        };
        match palette {
            Palette::Default => row[0],
            Palette::ColourBlind => row[1],
            Palette::Legal => row[2],
            Palette::Mono => row[3],
            Palette::Own(looks) => looks[self as usize],
        }
    }
}

/// Which colours and styles stand for the roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Palette {
    /// Red and green, blue and magenta.
    #[default]
    Default,
    /// Blue and yellow, which those see apart who do not see red and green apart.
    ColourBlind,
    /// As lawyers mark a draft: what is gone red and struck through, what is new blue and underlined.
    Legal,
    /// No colour; bold, underlined, dimmed and struck through only.
    Mono,
    /// The user's own, in the order of [`Role::ALL`].
    Own([Look; 12]),
}

impl Palette {
    /// The palette with another look for one role.
    #[must_use]
    pub fn with(self, role: Role, look: Look) -> Palette {
        let mut looks = Role::ALL.map(|(_, role)| role.look(self));
        looks[role as usize] = look;
        Palette::Own(looks)
    }
}

/// A colour, or none, and styles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    colour: Option<Color>,
    bold: bool,
    dimmed: bool,
    underlined: bool,
    struck: bool,
}

/// The colours that have names.
const COLOURS: [(&str, Color); 16] = [
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("white", Color::White),
    ("bright-black", Color::BrightBlack),
    ("bright-red", Color::BrightRed),
    ("bright-green", Color::BrightGreen),
    ("bright-yellow", Color::BrightYellow),
    ("bright-blue", Color::BrightBlue),
    ("bright-magenta", Color::BrightMagenta),
    ("bright-cyan", Color::BrightCyan),
    ("bright-white", Color::BrightWhite),
];

/// The styles.
const STYLES: [&str; 5] = ["plain", "bold", "dimmed", "underlined", "struck"];

impl Look {
    /// Reads a look: `bold red`, `underlined #3366cc`, `plain`.
    ///
    /// # Errors
    /// Returns the word that is neither a style nor a colour.
    ///
    /// ```
    /// use demarche::report::Look;
    /// assert!(Look::parse("bold bright-red").is_ok());
    /// assert_eq!(Look::parse("bold rouge"), Err("rouge"));
    /// ```
    pub fn parse(text: &str) -> Result<Look, &str> {
        let mut look = Look::default();
        for word in text.split_whitespace() {
            match word {
                "plain" => {}
                "bold" => look.bold = true,
                "dimmed" => look.dimmed = true,
                "underlined" => look.underlined = true,
                "struck" => look.struck = true,
                _ => look.colour = Some(colour(word).ok_or(word)?),
            }
        }
        Ok(look)
    }

    /// The words that a look is written in.
    pub fn words() -> impl Iterator<Item = &'static str> {
        STYLES.into_iter().chain(COLOURS.map(|(name, _)| name))
    }

    /// Text in this look.
    pub(super) fn paint(self, text: &str) -> String {
        let mut painted = colored::ColoredString::from(text);
        if let Some(colour) = self.colour {
            painted = painted.color(colour);
        }
        if self.bold {
            painted = painted.bold();
        }
        if self.dimmed {
            painted = painted.dimmed();
        }
        if self.underlined {
            painted = painted.underline();
        }
        if self.struck {
            painted = painted.strikethrough();
        }
        painted.to_string()
    }
}

fn colour(word: &str) -> Option<Color> {
    let Some(digits) = word.strip_prefix('#') else {
        return COLOURS.iter().find(|(name, _)| *name == word).map(|(_, colour)| *colour);
    };
    let number =
        Some(digits).filter(|digits| digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()));
    let [_, r, g, b] = u32::from_str_radix(number?, 16).ok()?.to_be_bytes();
    Some(Color::TrueColor { r, g, b })
}

#[cfg(test)]
mod tests {
    use super::super::theme::Theme;
    use super::{Look, Palette, Role};

    #[test]
    fn every_palette_tells_what_is_gone_from_what_is_new() {
        colored::control::set_override(true);
        for palette in [Palette::Default, Palette::ColourBlind, Palette::Legal, Palette::Mono] {
            let paint = |role: Role| Theme::Colour(palette).paint(role, "x");
            assert_ne!(paint(Role::Removed), paint(Role::Added), "{palette:?}");
            assert_ne!(paint(Role::Stronger), paint(Role::Softer), "{palette:?}");
            assert!(palette != Palette::Mono || !paint(Role::Removed).contains("\u{1b}[3"));
        }
        assert_eq!(Theme::Colour(Palette::Legal).paint(Role::Removed, "x"), "\u{1b}[9;31mx\u{1b}[0m");
    }

    #[test]
    fn a_theme_of_ones_own_differs_where_it_says_so() {
        colored::control::set_override(true);
        let own = Palette::Legal.with(Role::Added, Look::parse("bold cyan").unwrap());
        let paint = |palette: Palette, role: Role| Theme::Colour(palette).paint(role, "x");
        assert_eq!(paint(own, Role::Added), "\u{1b}[1;36mx\u{1b}[0m");
        assert_eq!(paint(own, Role::Removed), paint(Palette::Legal, Role::Removed));
        assert_eq!(Look::parse("#12345"), Err("#12345"));
    }

    #[test]
    fn roles_stand_at_their_numbers() {
        assert!(Role::ALL.iter().enumerate().all(|(at, (_, role))| *role as usize == at));
    }
}
