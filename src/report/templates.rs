//! Templates whose values are made inert where they are written: no template can forget to.

use super::escape;
use crate::problem::Problem;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Output, State, Value};

/// What stands at the head of every page: it is ours, it loads nothing, and it runs no script that is not its own.
const HEAD: &str = include_str!("head.html");

/// The name of the escaping for Markdown.
const MARKDOWN: &str = "markdown";

/// An environment with some templates, by name and text. What a name ends in decides how values are written:
/// `.md` as Markdown, everything else as markup.
///
/// # Errors
/// When a template cannot be read; file and line are named.
pub fn environment<'t>(templates: &[(&'t str, &'t str)]) -> Result<Environment<'t>, Problem> {
    let mut environment = Environment::new();
    // What could write a value as it stands is taken away.
    environment.remove_filter("safe");
    environment.remove_filter("escape");
    environment.remove_filter("e");
    environment.set_undefined_behavior(minijinja::UndefinedBehavior::SemiStrict);
    environment.set_syntax(syntax());
    environment.set_auto_escape_callback(|name| {
        if name.ends_with(".md") { AutoEscape::Custom(MARKDOWN.into()) } else { AutoEscape::Html }
    });
    environment.set_formatter(write_inert);
    for (name, text) in [("head.html", HEAD)].iter().chain(templates) {
        environment.add_template(name, text).map_err(|error| broken(name, &error))?;
    }
    Ok(environment)
}

/// A line that holds a tag only leaves nothing behind.
fn syntax() -> SyntaxConfig {
    let mut builder = SyntaxConfig::builder();
    builder.trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true);
    builder.build().unwrap_or_default()
}

/// Fills a template.
///
/// # Errors
/// When the template asks for what is not there; file and line are named.
pub fn fill(
    environment: &Environment,
    name: &str,
    context: &impl serde::Serialize,
) -> Result<String, Problem> {
    let template = environment.get_template(name).map_err(|error| broken(name, &error))?;
    template.render(Serde(context)).map_err(|error| broken(name, &error))
}

fn write_inert(out: &mut Output, state: &mut State, value: &Value) -> Result<(), minijinja::Error> {
    // What a macro of the same file wrote is made inert already.
    if value.is_safe() {
        out.write_str(value.as_str().unwrap_or_default())?;
        return Ok(());
    }
    if value.is_none() || value.is_undefined() {
        return Ok(());
    }
    let text = match value.as_str() {
        Some(text) => std::borrow::Cow::Borrowed(text),
        None => std::borrow::Cow::Owned(value.to_string()),
    };
    let inert = match state.auto_escape() {
        AutoEscape::Custom(name) if name == MARKDOWN => escape::markdown(&text),
        _ => escape::markup(&text),
    };
    out.write_str(&inert)?;
    Ok(())
}

/// A template's error as one of ours.
fn broken(name: &str, error: &minijinja::Error) -> Problem {
    let name = error.name().unwrap_or(name);
    let place = match error.line() {
        Some(line) => format!("{name}:{line}"),
        None => name.to_owned(),
    };
    let reason = match error.detail() {
        Some(detail) => format!("{}: {detail}", error.kind()),
        None => error.kind().to_string(),
    };
    Problem::new(place, reason)
}
