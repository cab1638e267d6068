//! Top floor: arguments become one of the library's answers and an exit code.
//!
//! Exit codes: 0 success, 1 differences found (only where asked for), 2 bad usage or an input that failed.

mod brief;
mod common;
mod completions;
mod demo;
mod diff;
mod dossier;
mod explain;
mod export;
mod extract;
mod filter;
mod grep;
mod init;
mod interrupt;
mod lexicon;
mod man;
mod named;
mod output;
mod plot;
mod report;
mod schema;
mod show;
mod sink;
mod slots;
mod stats;
mod table;
mod thread;
mod timeline;

pub use sink::Sink;

use crate::problem::Problem;
use crate::report::terminal::{Page, Signs};
use crate::report::{Palette, Theme};
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::io::{IsTerminal, Write};

/// Finds the demands in letters, matches them across letters and years, and shows how they changed
#[derive(Debug, Parser)]
#[command(name = "demarche", version, propagate_version = true, max_term_width = 100)]
struct Cli {
    /// When to use colour
    #[arg(long, value_enum, default_value = "auto", global = true, help_heading = "Looks")]
    color: When,
    /// Which colours and styles
    #[arg(
        long,
        value_enum,
        default_value = "default",
        global = true,
        help_heading = "Looks",
        env = "DEMARCHE_THEME",
        hide_env_values = true
    )]
    theme: Colours,
    /// Print ASCII only
    #[arg(long, global = true, help_heading = "Looks")]
    ascii: bool,
    /// Columns to fill [default: those of the terminal, or 80]
    #[arg(long, value_name = "N", global = true, help_heading = "Looks")]
    width: Option<u16>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum When {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
    /// Instead of colours, the names of what they stand for
    Debug,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Colours {
    /// Red and green, blue and magenta
    Default,
    /// Blue and yellow
    ColourBlind,
    /// What is gone red and struck through, what is new blue and underlined
    Legal,
    /// No colour: bold, underlined, dimmed, struck through
    Mono,
}

impl From<Colours> for Palette {
    fn from(colours: Colours) -> Palette {
        match colours {
            Colours::Default => Palette::Default,
            Colours::ColourBlind => Palette::ColourBlind,
            Colours::Legal => Palette::Legal,
            Colours::Mono => Palette::Mono,
        }
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    Diff(diff::Diff),
    Demo(demo::Demo),
    Extract(extract::Extract),
    Timeline(timeline::Timeline),
    Thread(thread::Thread),
    Show(show::Show),
    Grep(grep::Grep),
    Stats(stats::Stats),
    Explain(explain::Explain),
    Report(report::Report),
    Brief(brief::Brief),
    Plot(plot::Plot),
    Export(export::Export),
    Slots(slots::Slots),
    Lexicon(lexicon::Lexicon),
    Init(init::Init),
    Schema(schema::Schema),
    Completions(completions::Completions),
    Man(man::Man),
}

/// What a command may know of the terminal.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stage {
    /// Columns.
    pub width: usize,
    /// Colour or none.
    pub theme: Theme,
    /// What it can show.
    pub signs: Signs,
    /// Whether there is a terminal, and not a pipe or a file.
    pub terminal: bool,
}

impl Stage {
    /// An empty page for standard output.
    pub fn page(&self) -> Page {
        Page::new(self.width, self.theme).in_signs(self.signs)
    }

    /// An empty page for a file.
    pub fn plain_page(&self) -> Page {
        Page::new(self.width, Theme::Plain).in_signs(self.signs)
    }
}

/// How a command ended that did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    /// It did what was asked.
    Done,
    /// It found differences and was asked to tell by its exit code.
    Differs,
}

/// Exit code for success.
const SUCCESS: u8 = 0;
/// Exit code for differences found, where that was asked for.
const DIFFERS: u8 = 1;
/// Exit code for bad usage and inputs that failed.
const FAILED: u8 = 2;

/// Columns where there is no terminal to ask.
const WIDTH: usize = 80;

/// Runs the program on its arguments; returns the exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if arguments.get(1).is_some_and(|first| first == crate::source::worker::ARGUMENT) {
        return crate::source::worker::serve(
            arguments.into_iter().skip(2).map(|setting| setting.to_string_lossy().into_owned()),
        );
    }
    interrupt::outlive_full_files();
    let (out, err) = (std::io::stdout(), std::io::stderr());
    let (out_terminal, err_terminal) = (out.is_terminal(), err.is_terminal());
    let (mut out, mut err) = (out.lock(), err.lock());
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(message) => return usage(&message, &mut out, &mut err),
    };
    let colour = |terminal: bool| match cli.color {
        When::Debug => Theme::Labels,
        when if when.applies(terminal) => Theme::Colour(cli.theme.into()),
        _ => Theme::Plain,
    };
    // The theme decides by itself; `colored` is told to follow.
    colored::control::set_override(true);
    let width = terminal_size::terminal_size_of(&out).map_or(WIDTH, |(width, _)| usize::from(width.0));
    let stage = Stage {
        width: cli.width.map_or(width, usize::from),
        theme: colour(out_terminal),
        signs: if cli.ascii { Signs::Ascii } else { Signs::Unicode },
        terminal: out_terminal,
    };
    let mut sink = Sink::new(&mut out, &mut err, colour(err_terminal));
    let done = match &cli.command {
        Command::Diff(diff) => diff.run(&stage, &mut sink),
        Command::Demo(demo) => demo.run(&stage, &mut sink),
        Command::Extract(extract) => extract.run(&stage, &mut sink).map(|()| Status::Done),
        Command::Timeline(timeline) => timeline.run(&stage, &mut sink).map(|()| Status::Done),
        Command::Thread(thread) => thread.run(&stage, &mut sink).map(|()| Status::Done),
        Command::Show(show) => show.run(&stage, &mut sink).map(|()| Status::Done),
        Command::Grep(grep) => grep.run(&stage, &mut sink).map(|()| Status::Done),
        Command::Stats(stats) => stats.run(&stage, &mut sink).map(|()| Status::Done),
        Command::Explain(explain) => explain.run(&stage, &mut sink).map(|()| Status::Done),
        Command::Brief(brief) => brief.run(&stage, &mut sink).map(|()| Status::Done),
        Command::Plot(plot) => plot.run(&stage, &mut sink).map(|()| Status::Done),
        Command::Export(export) => export.run(&stage, &mut sink).map(|()| Status::Done),
        Command::Report(report) => report.run(&stage, &mut sink).map(|()| Status::Done),
        Command::Slots(slots) => slots.run(&stage, &mut sink).map(|()| Status::Done),
        Command::Lexicon(lexicon) => lexicon.run(&stage, &mut sink).map(|()| Status::Done),
        Command::Init(init) => init.run(&mut sink).map(|()| Status::Done),
        Command::Schema(schema) => schema.run(&mut sink).map(|()| Status::Done),
        Command::Completions(completions) => {
            completions.run(Cli::command(), &mut sink).map(|()| Status::Done)
        }
        Command::Man(man) => man.run(Cli::command(), &mut sink).map(|()| Status::Done),
    };
    finish(done, &mut sink)
}

fn finish(done: Result<Status, Problem>, sink: &mut Sink) -> u8 {
    let differs = match done {
        Ok(status) => status == Status::Differs,
        Err(problem) => {
            sink.problem(&problem);
            false
        }
    };
    match (sink.failed(), differs) {
        (true, _) => FAILED,
        (false, true) => DIFFERS,
        (false, false) => SUCCESS,
    }
}

/// Help goes to standard output, wrong usage to standard error.
fn usage(message: &clap::Error, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let text = message.render().to_string();
    if message.use_stderr() {
        let safe: Vec<String> = text.lines().map(crate::report::sanitized).collect();
        let _ = writeln!(err, "{}", safe.join("\n").trim_end());
        FAILED
    } else {
        let _ = out.write_all(text.as_bytes());
        SUCCESS
    }
}

impl When {
    /// `NO_COLOR` and `CLICOLOR_FORCE` count where the option leaves it open.
    fn applies(self, terminal: bool) -> bool {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
        match self {
            When::Always => true,
            When::Never | When::Debug => false,
            When::Auto if set("NO_COLOR") => false,
            When::Auto if set("CLICOLOR_FORCE") => true,
            When::Auto => terminal && std::env::var_os("TERM").is_none_or(|term| term != "dumb"),
        }
    }
}
