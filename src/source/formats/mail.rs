//! Mails: the text part with earlier mail quoted in it told apart, headers as the envelope, attachments as letters of
//! their own.

use super::draft::Extracted;
use super::{Format, Input, Reading, html};
use crate::problem::Problem;
use crate::source::{Envelope, Limit, Party};
use mail_parser::{Address, Message, MessageParser, MessagePart, MimeHeaders, PartType};

/// Headers that only programs write.
const MACHINE: [&str; 8] = [
    "received",
    "return-path",
    "message-id",
    "mime-version",
    "delivered-to",
    "dkim-signature",
    "content-type",
    "x-mailer",
];

/// Whether a text is a mail, or a file of several (mbox).
pub fn is_mail(head: &str) -> bool {
    let head = head.trim_start_matches(['\r', '\n']);
    let mut lines = head.lines();
    if head.starts_with("From ") {
        lines.next();
    }
    let (mut machine, mut from) = (false, false);
    for line in lines {
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else {
            return line.trim().is_empty() && machine && from;
        };
        if name.is_empty()
            || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        {
            return false;
        }
        let name = name.to_ascii_lowercase();
        machine |= MACHINE.contains(&name.as_str());
        from |= matches!(name.as_str(), "from" | "received" | "return-path" | "sender" | "to" | "subject");
    }
    // The headers go on beyond what is looked at.
    machine && from
}

/// Reads a mail, or all mails of a file of several.
///
/// # Errors
/// When nothing in it is a mail.
pub fn read(input: &Input) -> Result<Vec<Reading>, Problem> {
    let mails = messages(input.bytes);
    let mut readings = Vec::new();
    for (at, bytes) in mails.iter().enumerate() {
        let name = (mails.len() > 1).then(|| (at + 1).to_string());
        let Some(message) = MessageParser::default().parse(*bytes) else {
            return Err(Problem::new(input.place, "damaged: this mail cannot be read"));
        };
        input.options.limits.check(Limit::MailParts, message.parts.len(), input.place)?;
        read_message(&message, name, input, 1, &mut readings)?;
    }
    Ok(readings)
}

/// The mails of a file; most hold one.
fn messages(bytes: &[u8]) -> Vec<&[u8]> {
    let skip = bytes.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    let bytes = &bytes[skip..];
    if !bytes.starts_with(b"From ") {
        return vec![bytes];
    }
    let mut starts = vec![0];
    for (at, window) in bytes.windows(7).enumerate() {
        if window == b"\n\nFrom " {
            starts.push(at + 2);
        }
    }
    starts.push(bytes.len());
    let body = |mail: &[u8]| mail.iter().position(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    starts
        .windows(2)
        .map(|ends| &bytes[ends[0]..ends[1]])
        .map(|mail| &mail[body(mail)..])
        .filter(|mail| !mail.is_empty())
        .collect()
}

fn read_message(
    message: &Message,
    name: Option<String>,
    input: &Input,
    depth: usize,
    readings: &mut Vec<Reading>,
) -> Result<(), Problem> {
    input.options.limits.check(Limit::MailDepth, depth, input.place)?;
    let mut extracted = body(message, input);
    extracted.envelope = envelope(message);
    let at = readings.len();
    let inside = |own: String| match &name {
        Some(name) => format!("{name}/{own}"),
        None => own,
    };
    for (number, part) in message.attachments().enumerate() {
        let own = part.attachment_name().map_or_else(|| format!("attachment-{}", number + 1), stem);
        match &part.body {
            PartType::Message(inner) => {
                read_message(inner, Some(inside(own)), input, depth + 1, readings)?;
            }
            PartType::Multipart(_) => {}
            _ if is_letter(part) => attached(part, &inside(own), input, readings),
            _ => extracted.warnings.push(format!(
                "attachment not read: {} ({})",
                part.attachment_name().unwrap_or("without a name"),
                kind(part)
            )),
        }
    }
    let only_cover = extracted.text.trim().is_empty() && readings.len() > at;
    // A mail that only forwards another is that other one, unless the part has a name of its own.
    let unnamed = message.attachments().all(|part| part.attachment_name().is_none());
    if only_cover && unnamed && readings.len() == at + 1 {
        readings[at].name = name;
    } else if !only_cover {
        readings.insert(at, Reading { name, format: Format::Email, extracted: Ok(extracted) });
    }
    Ok(())
}

/// Reads an attachment as a file of its own.
fn attached(part: &MessagePart, name: &str, input: &Input, readings: &mut Vec<Reading>) {
    let place = format!("{} ({name})", input.place);
    let inner = Input { place: &place, bytes: part.contents(), options: input.options };
    // A mail as a file inside a mail would go round the limit of depth.
    let read = match super::recognise::format(&inner) {
        Ok(Format::Email) => Err(Problem::new(&place, "a mail attached as a file")
            .hint("save it from the mail and read it by itself")),
        Ok(_) => super::read(&inner),
        Err(problem) => Err(problem),
    };
    match read {
        Ok(found) => readings.extend(found.into_iter().map(|reading| Reading {
            name: Some(match reading.name {
                Some(inside) => format!("{name}/{inside}"),
                None => name.to_owned(),
            }),
            ..reading
        })),
        Err(problem) => {
            readings.push(Reading {
                name: Some(name.to_owned()),
                format: Format::Email,
                extracted: Err(problem),
            });
        }
    }
}

/// A file's name without its ending and without the folders before it.
fn stem(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let safe: String = stem.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let safe = safe.trim().trim_matches('.').to_owned();
    if safe.is_empty() { "attachment".to_owned() } else { safe }
}

fn kind(part: &MessagePart) -> String {
    part.content_type().map_or_else(
        || "unknown".to_owned(),
        |kind| format!("{}/{}", kind.c_type, kind.c_subtype.as_deref().unwrap_or("unknown")),
    )
}

/// Whether an attachment may be a letter: pictures, calendars, signatures and the like are not.
fn is_letter(part: &MessagePart) -> bool {
    let kind = kind(part).to_lowercase();
    let other = ["image/", "audio/", "video/", "text/calendar", "text/vcard", "text/x-vcard"];
    !other.iter().any(|other| kind.starts_with(other))
        && !kind.contains("signature")
        && !kind.contains("pgp")
        && !part.contents().is_empty()
}

/// The text part; a page of the web where there is none.
fn body(message: &Message, input: &Input) -> Extracted {
    let mut extracted = Extracted::default();
    let mut broken = false;
    for (at, part) in message.text_bodies().enumerate() {
        broken |= part.is_encoding_problem;
        if at > 0 && !extracted.text.is_empty() {
            extracted.text.push_str("\n\n");
        }
        match &part.body {
            PartType::Text(text) => {
                let flowed = part
                    .content_type()
                    .and_then(|kind| kind.attribute("format"))
                    .is_some_and(|format| format.eq_ignore_ascii_case("flowed"));
                let text = if flowed { unflowed(text) } else { text.replace("\r\n", "\n") };
                let (text, signed_off) = without_signature(&text);
                if signed_off > 0 {
                    let told = format!("{signed_off} lines of the sender's usual signature left out");
                    extracted.warnings.push(told);
                }
                extracted.text.push_str(&with_quotations(&text));
            }
            PartType::Html(text) => {
                let page = html::page(text, &input.options.limits);
                extracted.text.push_str(&page.text);
                extracted.warnings.extend(page.warnings);
            }
            _ => {}
        }
    }
    if broken {
        extracted.warnings.push("not all of the mail could be decoded; its text may be damaged".to_owned());
    }
    extracted
}

/// Lines that end in a space go on in the next (RFC 3676).
fn unflowed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        let quoted = line.starts_with('>');
        let line = if quoted { line } else { line.strip_prefix(' ').unwrap_or(line) };
        out.push_str(line);
        if quoted || !line.ends_with(' ') || line == "-- " {
            out.push('\n');
        }
    }
    out
}

/// How many lines a usual signature may have.
const SIGNATURE: usize = 12;

/// Takes off what mail programs set under every mail of a sender, below a line of two dashes and a space; what
/// follows it (an earlier mail) stays. Returns how many lines were taken off.
fn without_signature(text: &str) -> (String, usize) {
    let lines: Vec<&str> = text.lines().collect();
    let Some(at) = lines.iter().position(|line| *line == "-- ") else { return (text.to_owned(), 0) };
    let below = &lines[at + 1..];
    let earlier = |at: &usize| {
        let line = below[*at].trim_start();
        line.starts_with('>') || begins_earlier_mail(&below[*at..]) || line.starts_with("On ")
    };
    let length = (0..below.len()).find(earlier).unwrap_or(below.len());
    let written = below[..length].iter().filter(|line| !line.trim().is_empty()).count();
    if written > SIGNATURE || at == 0 {
        return (text.to_owned(), 0);
    }
    let kept: Vec<&str> = lines[..at].iter().chain(&below[length..]).copied().collect();
    (kept.join("\n") + "\n", written)
}

/// Words of one's own above which what follows is an earlier mail, not one that is passed on.
const OWN: usize = 25;

/// Marks an earlier mail that hangs below as a quotation, where its writer's program did not.
fn with_quotations(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let earlier = (0..lines.len()).find(|at| begins_earlier_mail(&lines[*at..]));
    let Some(at) = earlier else { return text.to_owned() };
    let own = lines[..at].iter().flat_map(|line| line.split_whitespace()).count();
    if own < OWN {
        return text.to_owned();
    }
    let mut out = lines[..at].join("\n");
    for line in &lines[at..] {
        out.push_str(if line.trim().is_empty() { "\n>" } else { "\n> " });
        out.push_str(line.trim_start_matches(['>', ' ']));
    }
    out.push('\n');
    out
}

/// The line that a program sets above an earlier mail, or the headers that it repeats there.
fn begins_earlier_mail(lines: &[&str]) -> bool {
    let line = lines.first().map_or("", |line| line.trim());
    let dashed = line.starts_with("---") && line.to_lowercase().contains("original message");
    let headers =
        |name: &str| lines.iter().take(6).any(|line| line.trim_start_matches('*').starts_with(name));
    let repeated = line.trim_start_matches('*').starts_with("From:")
        && headers("To:")
        && headers("Subject:")
        && (headers("Sent:") || headers("Date:"));
    dashed || repeated
}

fn envelope(message: &Message) -> Envelope {
    let date = message.date().filter(|date| date.is_valid() && date.year >= 1600);
    Envelope {
        date: date.map(|date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)),
        sender: message.from().or(message.sender()).and_then(party),
        recipient: message.to().and_then(party),
        title: message
            .subject()
            .map(|subject| subject.trim().to_owned())
            .filter(|subject| !subject.is_empty()),
    }
}

/// How many recipients are named.
const NAMED: usize = 8;

fn party(address: &Address) -> Option<Party> {
    let clean = |text: &str| text.trim().trim_matches(['"', '\'']).to_owned();
    let names: Vec<String> = address
        .iter()
        .filter_map(|one| one.name.as_deref())
        .map(clean)
        .filter(|name| !name.is_empty())
        .collect();
    if !names.is_empty() {
        let more = if names.len() > NAMED { " and others" } else { "" };
        return Some(Party::Named(format!("{}{more}", names[..names.len().min(NAMED)].join(", "))));
    }
    let first = address.iter().find_map(|one| one.address.as_deref())?;
    Some(Party::Address(first.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::ReadOptions;

    fn read_all(mail: &str) -> Vec<Reading> {
        read(&Input { place: "x.eml", bytes: mail.as_bytes(), options: &ReadOptions::default() }).unwrap()
    }

    #[test]
    fn a_mail_is_known_by_what_programs_write() {
        assert!(is_mail("Return-Path: <a@b>\nFrom: A <a@b>\nMIME-Version: 1.0\n\nDear"));
        assert!(is_mail("From a@b Mon Jan 1\nFrom: A <a@b>\nMessage-ID: <1>\n\nDear"));
        assert!(!is_mail("From: The Minister\nTo: All\nSubject: Peace\n\nA memo."));
        assert!(!is_mail("Dear Minister: we urge you"));
    }

    #[test]
    fn headers_are_the_envelope_and_earlier_mail_is_quoted() {
        let own = "We urge you to free them. ".repeat(6);
        let mail = format!(
            "From: =?utf-8?q?Am=C3=A9lie?= <a@b.org>\nTo: Minister <m@gov>\nDate: Thu, 4 Apr 2024 10:00:00 +0000\n\
             Subject: Free them\nMIME-Version: 1.0\nContent-Type: text/plain; charset=windows-1252\n\
             Content-Transfer-Encoding: quoted-printable\n\n{own}\n\n-----Original Message-----\nFrom: X\n\
             We refuse=85\n"
        );
        let readings = read_all(&mail);
        let extracted = readings[0].extracted.as_ref().unwrap();
        assert_eq!(extracted.envelope.date.as_deref(), Some("2024-04-04"));
        assert_eq!(extracted.envelope.sender, Some(Party::Named("Amélie".into())));
        assert!(extracted.text.ends_with("> From: X\n> We refuse…\n"), "{}", extracted.text);
    }

    #[test]
    fn attachments_are_letters_of_their_own() {
        let mail = "From: a@b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\
                    Content-Type: text/plain\n\nSee attached.\n--x\nContent-Type: text/html; name=\"../letter.html\"\n\
                    Content-Disposition: attachment; filename=\"../letter.html\"\n\n<!doctype html><p>Dear Minister</p>\n\
                    --x\nContent-Type: image/png; name=logo.png\nContent-Disposition: attachment; filename=logo.png\n\nxx\n--x--\n";
        let readings = read_all(mail);
        let names: Vec<_> = readings.iter().map(|reading| reading.name.as_deref()).collect();
        assert_eq!(names, [None, Some("letter")]);
        assert_eq!(readings[1].format, Format::Html);
        let warnings = &readings[0].extracted.as_ref().unwrap().warnings;
        assert_eq!(warnings, &["attachment not read: logo.png (image/png)"]);
    }
}
