//! Top floor: arguments become one of the library's answers and an exit code.
//!
//! Exit codes: 0 success; 1 differences found, where that was asked for, or nothing found by a search; 2 bad usage or
//! an input that failed.

mod brief;
mod common;
mod completions;
mod config;
mod demo;
mod diff;
mod dossier;
mod explain;
mod export;
mod extract;
mod filter;
mod git;
mod grep;
mod init;
mod interrupt;
mod lexicon;
mod looks;
mod man;
mod named;
mod output;
mod own_model;
mod pager;
mod plot;
mod progress;
mod report;
mod schema;
mod show;
mod sink;
mod slots;
mod stats;
mod table;
mod thread;
mod timeline;
mod wordings;

pub use sink::Sink;

use crate::problem::Problem;
use crate::report::Palette;
use clap::{ArgMatches, CommandFactory, FromArgMatches, Parser, Subcommand};
use common::Input;
use config::{Config, Ledger};
use looks::{Looks, Outlet, Stage, When};
use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;

/// Finds the demands in letters, matches them across letters and years, and shows how they changed
#[derive(Debug, Parser)]
#[command(
    name = "demarche",
    version,
    max_term_width = 100,
    before_help = "Examples:\n  demarche diff letters\n  demarche extract letter.pdf\n  demarche timeline letters",
    after_help = "More: demarche diff -h, all of it: demarche diff --help, questions and answers: docs/manual.md",
    after_long_help = EXIT_CODES
)]
struct Cli {
    #[command(flatten)]
    looks: Looks,
    #[command(subcommand)]
    command: Command,
}

const EXIT_CODES: &str = "\
Exit codes:
  0  it was done
  1  diff --exit-code: something changed; grep: nothing was found
  2  wrong usage, or an input that failed; what could be read is shown all the same";

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

/// How a command ended that did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    /// It did what was asked.
    Done,
    /// It found differences and was asked to tell by its exit code.
    Differs,
    /// It searched, and nothing was there.
    FoundNothing,
}

/// Exit code for success.
const SUCCESS: u8 = 0;
/// Exit code for differences found, where that was asked for, and for nothing found.
const NOT_SO: u8 = 1;
/// Exit code for bad usage and inputs that failed.
const FAILED: u8 = 2;

/// Runs the program on its arguments; returns the exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if arguments.get(1).is_some_and(|first| first == crate::source::worker::ARGUMENT) {
        return crate::source::worker::serve(
            arguments.into_iter().skip(2).map(|setting| setting.to_string_lossy().into_owned()),
        );
    }
    interrupt::outlive_full_files();
    let (mut out, mut err) = (std::io::stdout().lock(), std::io::stderr());
    let parsed = Cli::command()
        .try_get_matches_from(arguments)
        .and_then(|matches| Cli::from_arg_matches(&matches).map(|cli| (cli, matches)));
    let (cli, matches) = match parsed {
        Ok(parsed) => parsed,
        Err(message) => return usage(&message, &mut out, &mut err),
    };
    // The theme decides by itself; `colored` is told to follow.
    colored::control::set_override(true);
    let terminal = out.is_terminal();
    let columns = terminal_size::terminal_size_of(&out).map(|(width, _)| usize::from(width.0));
    let watched = err.is_terminal();
    let theme = cli.looks.color.unwrap_or(When::Auto).theme(watched, Palette::Default);
    let mut sink = Sink::new(&mut out, &mut err, theme).watched(watched);
    let done = cli.act(Outlet { terminal, columns }, &matches, &mut sink);
    finish(done, &mut sink)
}

impl Cli {
    fn act(&self, outlet: Outlet, matches: &ArgMatches, sink: &mut Sink) -> Result<Status, Problem> {
        let input = self.command.input();
        // Where no letters are asked for, what holds in the working folder.
        let places = input.as_ref().map_or_else(|| vec![PathBuf::from(".")], Input::places);
        let mut ledger = Ledger::new(matches.subcommand().map_or(matches, |(_, inner)| inner));
        let mut stage = self.looks.stage(outlet, Config::of(&places), &mut ledger, sink);
        if let Some(input) = &input {
            input.settle(&stage.config, &mut ledger, sink);
        }
        if self.looks.dump_config {
            sink.print(&ledger.written());
            return Ok(Status::Done);
        }
        sink.page(stage.pager.take().filter(|_| self.command.is_read_by_people()));
        self.command.run(&stage, sink)
    }
}

impl Command {
    fn run(&self, stage: &Stage, sink: &mut Sink) -> Result<Status, Problem> {
        let done = match self {
            Command::Diff(diff) => return diff.run(stage, sink),
            Command::Demo(demo) => return demo.run(stage, sink),
            Command::Grep(grep) => return grep.run(stage, sink),
            Command::Extract(extract) => extract.run(stage, sink),
            Command::Timeline(timeline) => timeline.run(stage, sink),
            Command::Thread(thread) => thread.run(stage, sink),
            Command::Show(show) => show.run(stage, sink),
            Command::Stats(stats) => stats.run(stage, sink),
            Command::Explain(explain) => explain.run(stage, sink),
            Command::Brief(brief) => brief.run(stage, sink),
            Command::Plot(plot) => plot.run(stage, sink),
            Command::Export(export) => export.run(stage, sink),
            Command::Report(report) => report.run(stage, sink),
            Command::Slots(slots) => slots.run(stage, sink),
            Command::Lexicon(lexicon) => lexicon.run(stage, sink),
            Command::Init(init) => init.run(stage, sink),
            Command::Schema(schema) => schema.run(sink),
            Command::Completions(completions) => completions.run(Cli::command(), sink),
            Command::Man(man) => man.run(Cli::command(), sink),
        };
        done.map(|()| Status::Done)
    }

    /// The letters it reads.
    fn input(&self) -> Option<Input> {
        Some(match self {
            Command::Diff(diff) => diff.input.clone(),
            Command::Grep(grep) => grep.input.clone(),
            Command::Extract(extract) => extract.input.clone(),
            Command::Timeline(timeline) => timeline.input.clone(),
            Command::Thread(thread) => thread.input.clone(),
            Command::Show(show) => show.input.clone(),
            Command::Stats(stats) => stats.input.clone(),
            Command::Brief(brief) => brief.input.clone(),
            Command::Plot(plot) => plot.input.clone(),
            Command::Export(export) => export.input.clone(),
            Command::Report(report) => report.input.clone(),
            Command::Explain(explain) => explain.input(),
            Command::Init(init) => init.input(),
            Command::Demo(_)
            | Command::Slots(_)
            | Command::Lexicon(_)
            | Command::Schema(_)
            | Command::Completions(_)
            | Command::Man(_) => return None,
        })
    }

    /// Whether what it prints is meant to be read on a terminal.
    fn is_read_by_people(&self) -> bool {
        !matches!(self, Command::Init(_) | Command::Schema(_) | Command::Completions(_) | Command::Man(_))
    }
}

fn finish(done: Result<Status, Problem>, sink: &mut Sink) -> u8 {
    let so = match done {
        Ok(status) => status == Status::Done,
        Err(problem) => {
            sink.problem(&problem);
            false
        }
    };
    sink.finish();
    match (sink.failed(), so) {
        (true, _) => FAILED,
        (false, false) => NOT_SO,
        (false, true) => SUCCESS,
    }
}

/// Help goes to standard output, wrong usage to standard error.
fn usage(message: &clap::Error, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let text = message.render().to_string();
    if message.use_stderr() {
        let safe: Vec<String> = text.lines().map(crate::report::sanitized).collect();
        let _ = writeln!(err, "{}", safe.join("\n").trim_end());
        if let Some(hint) = own_model::of_another_build(message) {
            let _ = writeln!(err, "{hint}");
        }
        FAILED
    } else {
        let _ = out.write_all(text.as_bytes());
        SUCCESS
    }
}
