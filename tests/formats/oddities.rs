//! The made-up letter typed in the ways that people type letters: wrapped and set in, without blank lines, paged,
//! with numbered lines, with every kind of bullet and number. The same demands are found in all of them.

use demarche::corpus::{Corpus, Options, Source};
use demarche::source::{Document, LetterFile};

fn letter() -> String {
    std::fs::read_to_string("tests/formats/made/tenants.txt").expect("the letter")
}

fn demands(text: &str) -> Vec<String> {
    let file = LetterFile { path: "letter.txt".into(), series: None };
    let source = Source { file, part: None, known_as: None, document: Document::from_text(text) };
    let (corpus, problems) = Corpus::of(vec![source], &[], &Options::default());
    assert_eq!(problems, []);
    let joined = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    corpus.records[0].demands.iter().map(|demand| joined(&demand.text)).collect()
}

#[track_caller]
fn same(text: &str, how: &str) {
    assert_eq!(demands(text), demands(&letter()), "{how}:\n{text}");
}

/// How a letter is typed.
#[derive(Clone, Copy)]
struct Typed<'m> {
    width: usize,
    margin: usize,
    /// How far the first line of a paragraph is set in.
    first: usize,
    blank_lines: bool,
    /// The marks of the four items.
    marks: [&'m str; 4],
    /// Whether the lines of an item hang under its text.
    hanging: bool,
}

const USUAL: Typed =
    Typed { width: 72, margin: 0, first: 0, blank_lines: true, marks: ["- "; 4], hanging: true };

fn wrap(text: &str, width: usize, first: &str, others: &str) -> Vec<String> {
    let mut lines = vec![first.to_owned()];
    for word in text.split(' ') {
        let last = lines.last_mut().expect("a line");
        if last.chars().count() + word.chars().count() >= width && !last.trim().is_empty() {
            lines.push(format!("{others}{word}"));
        } else {
            if !last.ends_with(' ') && !last.is_empty() && !last.ends_with('\t') {
                last.push(' ');
            }
            last.push_str(word);
        }
    }
    lines
}

fn typed(how: Typed) -> Vec<String> {
    let margin = " ".repeat(how.margin);
    let mut out = Vec::new();
    for group in letter().trim_end().split("\n\n") {
        let lines: Vec<&str> = group.lines().collect();
        if group.starts_with("- ") {
            for (line, mark) in lines.iter().zip(how.marks) {
                let hang = " ".repeat(if how.hanging { mark.chars().count() } else { 0 });
                let (first, others) = (format!("{margin}{mark}"), format!("{margin}{hang}"));
                out.extend(wrap(&line[2..], how.width, &first, &others));
            }
        } else if lines.len() > 1 {
            out.extend(lines.iter().map(|line| format!("{margin}{line}")));
        } else {
            out.extend(wrap(group, how.width, &format!("{margin}{}", " ".repeat(how.first)), &margin));
        }
        if how.blank_lines {
            out.push(String::new());
        }
    }
    out
}

#[test]
fn wrapped_and_set_in() {
    for (width, margin, first, blank_lines, hanging) in [
        (60, 0, 0, true, true),
        (72, 8, 0, true, true),
        (80, 0, 0, true, false),
        (66, 0, 5, true, true),
        (66, 0, 5, false, true),
        (72, 4, 4, false, true),
    ] {
        let how = Typed { width, margin, first, blank_lines, hanging, ..USUAL };
        let told = format!("{width} wide, margin {margin}, first {first}, blank lines {blank_lines}");
        same(&typed(how).join("\n"), &told);
    }
}

#[test]
fn bullets_of_every_kind() {
    let bullets = [
        "o",
        "\u{b7}",
        "\u{2013}",
        "\u{2014}",
        "\u{25ba}",
        "\u{2713}",
        "\u{f0b7}",
        "\u{f0a7}",
        "*",
        "\u{2705}",
        "\u{2794}",
        "\u{2192}",
        "\u{2666}",
        "\u{221a}",
        "\u{ba}",
        "\u{a8}",
        "\u{a7}",
        "\u{27a1}\u{fe0f}",
        "\u{1f449}",
    ];
    for bullet in bullets {
        let mark = format!("{bullet} ");
        same(&letter().replace("\n- ", &format!("\n{mark}")), bullet);
        same(&letter().replace("\n- ", &format!("\n\n   {mark}")), bullet);
        same(&typed(Typed { marks: [&mark; 4], ..USUAL }).join("\n"), bullet);
    }
}

#[test]
fn numbers_of_every_kind() {
    let numbers = [
        ["(a) ", "(b) ", "(c) ", "(d) "],
        ["I. ", "II. ", "III. ", "IV. "],
        ["1.\t", "2.\t", "3.\t", "4.\t"],
        ["1.", "2.", "3.", "4."],
        ["1.1 ", "1.2 ", "1.3 ", "1.4 "],
        ["[1] ", "[2] ", "[3] ", "[4] "],
        ["#1 ", "#2 ", "#3 ", "#4 "],
        ["1 - ", "2 - ", "3 - ", "4 - "],
        ["1/ ", "2/ ", "3/ ", "4/ "],
        ["1st. ", "2nd. ", "3rd. ", "4th. "],
        ["\u{2460} ", "\u{2461} ", "\u{2462} ", "\u{2463} "],
        ["1\u{fe0f}\u{20e3} ", "2\u{fe0f}\u{20e3} ", "3\u{fe0f}\u{20e3} ", "4\u{fe0f}\u{20e3} "],
        ["**1. ** ", "**2. ** ", "**3. ** ", "**4. ** "],
        ["Q1. ", "Q2. ", "Q3. ", "Q4. "],
        ["No. 1: ", "No. 2: ", "No. 3: ", "No. 4: "],
        ["Demand 1: ", "Demand 2: ", "Demand 3: ", "Demand 4: "],
        ["DEMAND #1 - ", "DEMAND #2 - ", "DEMAND #3 - ", "DEMAND #4 - "],
        ["Article I. ", "Article II. ", "Article III. ", "Article IV. "],
        ["Recommendation 1. ", "Recommendation 2. ", "Recommendation 3. ", "Recommendation 4. "],
        ["**Point One:** ", "**Point Two:** ", "**Point Three:** ", "**Point Four:** "],
    ];
    for marks in numbers {
        let told = marks[0];
        let lines: Vec<String> = letter().lines().map(str::to_owned).collect();
        let mut left = marks.iter();
        let numbered = lines.iter().map(|line| match line.strip_prefix("- ") {
            Some(rest) => format!("{}{rest}", left.next().expect("four marks")),
            None => line.clone(),
        });
        same(&numbered.collect::<Vec<_>>().join("\n"), told);
        same(&typed(Typed { marks, hanging: false, ..USUAL }).join("\n"), told);
    }
}

#[test]
fn pages_and_numbered_lines() {
    let lines = typed(Typed { width: 66, ..USUAL });
    let paged = |length: usize, between: &dyn Fn(usize) -> String| {
        let pages: Vec<String> = lines.chunks(length).map(|page| page.join("\n")).collect();
        let mut out = String::new();
        for (at, page) in pages.iter().enumerate() {
            out.push_str(page);
            out.push_str(&between(at + 1));
        }
        out
    };
    for length in 18..30 {
        same(&paged(length, &|page| format!("\n{page:>40}\n\u{c}")), "form feeds and numbers");
        same(&paged(length, &|page| format!("\n\n          - {page} -\n\n")), "numbers of pages");
        same(&paged(length, &|page| format!("\n\nPage {page} of 3\n\n")), "pages of pages");
    }
    let each = |number: &dyn Fn(usize) -> usize| -> String {
        let numbered = lines.iter().enumerate().map(|(at, line)| format!("{:>4}  {line}", number(at)));
        numbered.map(|line| line.trim_end().to_owned() + "\n").collect()
    };
    same(&each(&|at| at + 1), "lines numbered through");
    same(&each(&|at| at % 24 + 1), "lines numbered page by page");
    let fifth = lines.iter().enumerate().map(|(at, line)| match at % 5 {
        4 if !line.is_empty() => format!("{line:<72}{:>4}\n", at + 1),
        _ => format!("{line}\n"),
    });
    same(&fifth.collect::<String>(), "each fifth line numbered");
}

#[test]
fn the_whole_letter_quoted() {
    let quoted: String = typed(USUAL).iter().map(|line| format!("> {line}\n")).collect();
    same(&quoted, "quoted");
}

#[test]
fn words_broken_at_line_ends() {
    let mut broken = 0;
    for width in 54..76 {
        let mut lines = typed(Typed { width, ..USUAL });
        for at in 1..lines.len() {
            let (first, rest) = lines[at].split_once(' ').unwrap_or((&lines[at], ""));
            let long = first.len() > 6 && first.bytes().all(|byte| byte.is_ascii_lowercase());
            if long && lines[at - 1].len() > 40 {
                let (head, tail) = first.split_at(first.len() / 2);
                let (before, line) = (format!("{} {head}-", lines[at - 1]), format!("{tail} {rest}"));
                lines[at - 1] = before;
                lines[at] = line;
                broken += 1;
            }
        }
        same(&lines.join("\n"), &format!("hyphens at {width}"));
    }
    assert!(broken > 20, "{broken}");
}

#[test]
fn line_ends_spaces_and_columns() {
    let lines = typed(USUAL);
    same(&lines.join("\r\n"), "CR LF");
    same(&lines.iter().map(|line| format!("{line}   \n")).collect::<String>(), "spaces at line ends");
    same(&letter().replace('\n', "\n\n"), "every line set apart");
    same(&letter().replace("\n\n", "\n"), "no line set apart");
    same(&letter().replace("March 3", &format!("{:50}March 3", "")), "the date to the right");
}
