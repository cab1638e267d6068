//! How things look, and what the terminal can show.

use super::Sink;
use super::config::{Config, Ledger, Unfit, quoted};
use super::pager::Pager;
use crate::corpus::LetterRecord;
use crate::report::terminal::{Links, Page, Signs};
use crate::report::{Palette, Theme};
use clap::{Args, ValueEnum};

/// Options of every command.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Looks")]
pub struct Looks {
    /// When to use colour [default: auto]
    #[arg(
        long,
        value_enum,
        global = true,
        hide_short_help = true,
        env = "DEMARCHE_COLOR",
        hide_env_values = true
    )]
    pub color: Option<When>,
    /// Which colours and styles [default: default]
    #[arg(
        long,
        value_enum,
        global = true,
        hide_short_help = true,
        env = "DEMARCHE_THEME",
        hide_env_values = true
    )]
    theme: Option<Colours>,
    /// Print ASCII only
    #[arg(long, global = true, hide_short_help = true, env = "DEMARCHE_ASCII", hide_env_values = true)]
    ascii: bool,
    /// Columns to fill [default: those of the terminal, or 80]
    #[arg(
        long,
        value_name = "N",
        global = true,
        hide_short_help = true,
        env = "DEMARCHE_WIDTH",
        hide_env_values = true
    )]
    width: Option<u16>,
    /// Whether places such as letter:12 can be clicked [default: auto]
    #[arg(
        long,
        value_enum,
        global = true,
        hide_short_help = true,
        env = "DEMARCHE_HYPERLINKS",
        hide_env_values = true
    )]
    hyperlinks: Option<Choice>,
    /// Whether long output goes through a pager, by default DEMARCHE_PAGER, else PAGER, else less [default: auto]
    #[arg(long, value_enum, value_name = "WHEN", global = true, hide_short_help = true)]
    pager: Option<Choice>,
    /// The same as --pager never
    #[arg(long, global = true, hide_short_help = true, conflicts_with = "pager")]
    no_pager: bool,
    /// Print what is in force and where each value comes from, and do nothing else
    #[arg(long, global = true, hide_short_help = true)]
    pub dump_config: bool,
}

/// When something is done that only a terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Choice {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// When colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
    /// Instead of colours, the names of what they stand for
    Debug,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Colours {
    /// Red and green, blue and magenta
    Default,
    /// Blue and yellow
    ColourBlind,
    /// What is gone red and struck through, what is new blue and underlined
    Legal,
    /// No colour: bold, underlined, dimmed, struck through
    Mono,
    /// Your own, as [theme] in demarche.toml describes it
    Own,
}

impl Colours {
    fn palette(self) -> Palette {
        match self {
            Colours::Default | Colours::Own => Palette::Default,
            Colours::ColourBlind => Palette::ColourBlind,
            Colours::Legal => Palette::Legal,
            Colours::Mono => Palette::Mono,
        }
    }
}

/// What standard output is.
#[derive(Debug, Clone, Copy)]
pub struct Outlet {
    /// A terminal, and not a pipe or a file.
    pub terminal: bool,
    /// Its columns, where it is a terminal that tells them.
    pub columns: Option<usize>,
}

/// What a command may know of the terminal and of what its user wants.
#[derive(Debug)]
pub struct Stage {
    /// Columns.
    pub width: usize,
    /// Colour or none.
    pub theme: Theme,
    /// What it can show.
    pub signs: Signs,
    /// Whether there is a terminal, and not a pipe or a file.
    pub terminal: bool,
    /// What corpus files say.
    pub config: Config,
    links: bool,
    /// What long output goes through.
    pub pager: Option<Pager>,
}

/// Columns where there is no terminal to ask.
const WIDTH: usize = 80;

impl Looks {
    /// Settles everything; what is wrong in corpus files is told.
    pub fn stage(&self, outlet: Outlet, config: Config, ledger: &mut Ledger, sink: &mut Sink) -> Stage {
        ledger.table("looks");
        let color =
            config.checked(sink, &["looks", "color"], |file| file.looks.color.as_deref().map(Unfit::choice));
        let color = ledger.choose("color", self.color, color, When::Auto);
        let palette = self.palette(&config, ledger, sink);
        let found = config.value(|file| file.looks.ascii);
        let ascii = ledger.settle(
            "ascii",
            self.ascii.then_some(true),
            found,
            (false, super::config::USUAL),
            bool::to_string,
        );
        let usual = match outlet.columns {
            Some(columns) => (columns, "the terminal"),
            None => (WIDTH, super::config::USUAL),
        };
        let found = config.value(|file| file.looks.width.map(usize::from));
        let width = ledger.settle("width", self.width.map(usize::from), found, usual, usize::to_string);
        let hyperlinks = config.checked(sink, &["looks", "hyperlinks"], |file| {
            file.looks.hyperlinks.as_deref().map(Unfit::choice)
        });
        let hyperlinks = ledger.choose("hyperlinks", self.hyperlinks, hyperlinks, Choice::Auto);
        let theme = color.theme(outlet.terminal, palette);
        let pager = match (self.pager, self.no_pager) {
            (Some(Choice::Never), _) | (_, true) => None,
            (Some(Choice::Always), _) => Pager::chosen(ascii),
            _ => Pager::chosen(ascii).filter(|_| outlet.terminal && !is_dumb()),
        };
        let (program, from) = match &pager {
            Some(pager) => (pager.to_string(), pager.from),
            None => ("none".to_owned(), "no terminal, or --no-pager"),
        };
        ledger.note("# pager", quoted(&program), from);
        Stage {
            width,
            theme,
            signs: if ascii { Signs::Ascii } else { Signs::Unicode },
            terminal: outlet.terminal,
            links: match hyperlinks {
                Choice::Always => true,
                Choice::Never => false,
                // Where no colour is wanted, no other code is either.
                Choice::Auto => outlet.terminal && matches!(theme, Theme::Colour(_)) && !is_console(),
            },
            config,
            pager,
        }
    }

    fn palette(&self, config: &Config, ledger: &mut Ledger, sink: &mut Sink) -> Palette {
        let found = config.checked(sink, &["looks", "theme"], |file| {
            file.looks.theme.as_deref().map(Unfit::choice::<Colours>)
        });
        // Who describes a theme wants it, and may say which other one it differs from.
        let base = found.as_ref().map_or(Palette::Default, |(colours, _)| colours.palette());
        let own = config.palette(base, sink);
        let found = own.as_ref().map(|(_, place)| (Colours::Own, place.clone())).or(found);
        match (ledger.choose("theme", self.theme, found, Colours::Default), own) {
            (Colours::Own, Some((palette, _))) => palette,
            (colours, _) => colours.palette(),
        }
    }
}

impl Stage {
    /// An empty page for standard output.
    pub fn page(&self) -> Page {
        Page::new(self.width, self.theme).in_signs(self.signs)
    }

    /// An empty page for standard output that tells of some letters.
    pub fn page_on(&self, letters: &[LetterRecord]) -> Page {
        if self.links { self.page().with_links(Links::to(letters)) } else { self.page() }
    }

    /// An empty page for a file.
    pub fn plain_page(&self) -> Page {
        Page::new(self.width, Theme::Plain).in_signs(self.signs)
    }
}

impl When {
    /// The theme for an outlet. `NO_COLOR` and `CLICOLOR_FORCE` count where the option leaves it open.
    pub fn theme(self, terminal: bool, palette: Palette) -> Theme {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
        let colour = match self {
            When::Debug => return Theme::Labels,
            When::Always => true,
            When::Never => false,
            When::Auto if set("NO_COLOR") => false,
            When::Auto if set("CLICOLOR_FORCE") => true,
            When::Auto => terminal && !is_dumb(),
        };
        if colour { Theme::Colour(palette) } else { Theme::Plain }
    }
}

fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// The console of a kernel, which prints links as they are written.
fn is_console() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "linux")
}
