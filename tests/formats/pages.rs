//! Where the paragraphs of a PDF begin and end, told from nothing but the places of its lines.

use demarche::source::{BlockKind, Document, ReadOptions};

/// From baseline to baseline of lines set solid, in points.
const SOLID: usize = 12;

/// A page of lines in Courier, 6 points a letter: each with its distance from the line before.
fn page(lines: &[(usize, &str)]) -> Vec<u8> {
    let mut content = String::from("BT /F1 10 Tf 72 760 Td ");
    for (down, text) in lines {
        let escaped = text.replace('(', "\\(").replace(')', "\\)");
        content.push_str(&format!("0 -{down} Td ({escaped}) Tj "));
    }
    content.push_str("ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>".to_owned(),
    ];
    let mut out = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.push_str(&format!("{} 0 obj\n{object}\nendobj\n", at + 1));
    }
    let table = out.len();
    out.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1));
    places.iter().for_each(|place| out.push_str(&format!("{place:010} 00000 n \n")));
    let end = format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n", places.len() + 1);
    out.push_str(&end);
    out.into_bytes()
}

/// The blocks that are read from such a page.
fn blocks(lines: &[(usize, &str)]) -> Vec<String> {
    let found = Document::from_bytes(&page(lines), "a.pdf", &ReadOptions::default()).expect("read");
    let document = found[0].document.as_ref().expect("a document");
    let read = document.blocks.iter().filter(|block| block.kind != BlockKind::Rule);
    read.map(|block| block.text.as_str().to_owned()).collect()
}

#[test]
fn lines_with_a_space_between_each_are_paragraphs() {
    let apart = 2 * SOLID;
    let demands = [
        "Our demands to the board",
        "Do not raise the rents in any of the houses by the canal this year.",
        "No reprisals against anyone who took part in the assembly or in the strike.",
        "Open the accounts.",
    ];
    assert_eq!(blocks(&demands.map(|line| (apart, line))), demands);
}

#[test]
fn double_spaced_lines_flow_on() {
    let apart = 2 * SOLID;
    let lines = [
        "We ask the council to open the shelters before the winter comes and to",
        "give the people who sleep on the streets a place in which they can be",
        "warm, to pay the volunteers for what they spend on food and blankets and",
        "to tell us by the end of the month what it has done.",
    ];
    assert_eq!(blocks(&lines.map(|line| (apart, line))), [lines.join(" ")]);
}

#[test]
fn a_text_narrower_than_its_title_is_one() {
    let lines = [
        (SOLID, "Open letter on the rights of those who live on boats along the rivers of the county"),
        (3 * SOLID, "We are writing to ask you to consider the request by the"),
        (SOLID, "River League, which was made to the council last"),
        (SOLID, "Monday and which the Harbour Office has not answered."),
    ];
    let text = lines[1..].iter().map(|(_, line)| *line).collect::<Vec<_>>().join(" ");
    assert_eq!(blocks(&lines), [lines[0].1.to_owned(), text]);
}

#[test]
fn an_item_goes_on_in_lines_that_do_not_hang() {
    let lines = [
        (SOLID, "The union asks for the following, and for an answer to it before the summer is over:"),
        (2 * SOLID, "1. That the works council be heard before any shift is moved from the"),
        (SOLID, "Harbour to the Airport;"),
        (SOLID, "2. That nobody be dismissed for what was said at the meeting."),
    ];
    let asked = [
        lines[0].1.to_owned(),
        "That the works council be heard before any shift is moved from the Harbour to the Airport;"
            .to_owned(),
        "That nobody be dismissed for what was said at the meeting.".to_owned(),
    ];
    assert_eq!(blocks(&lines), asked);
}

#[test]
fn a_title_in_capitals_is_no_part_of_the_text_below() {
    let lines = [
        (SOLID, "SENATORS CALL FOR MORE MONEY FOR THE HEATING OF POOR FAMILIES"),
        (SOLID, "Three senators have asked the government for more money, since prices"),
        (SOLID, "rise and the winter is near."),
    ];
    assert_eq!(blocks(&lines), [lines[0].1.to_owned(), format!("{} {}", lines[1].1, lines[2].1)]);
}
