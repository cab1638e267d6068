//! Mails in mails, parts without end, headers without end; RTF that is nested, cut or lies.

use crate::case::{ASK, Case};

fn mail(headers: &str, body: &str) -> String {
    format!("From: Ada <a@b.org>\r\nTo: Minister <m@gov>\r\nMIME-Version: 1.0\r\n{headers}\r\n{body}\r\n")
}

fn nested(depth: usize) -> String {
    let mut out = String::from("From: a@b\r\nMIME-Version: 1.0\r\n");
    for n in 0..depth {
        out.push_str(&format!("Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n"));
    }
    out + &format!("Content-Type: text/plain\r\n\r\n{ASK}\r\n")
}

fn mails_in_mails(depth: usize) -> String {
    let inner = "From: a@b\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n";
    inner.repeat(depth) + &format!("From: a@b\r\nMIME-Version: 1.0\r\n\r\n{ASK}\r\n")
}

fn rtf(body: &str) -> String {
    format!(r"{{\rtf1\ansi\ansicpg1252\pard {ASK}\par {body}}}")
}

pub fn cases() -> Vec<Case> {
    let parts: String = (0..3_000).map(|_| "--x\r\nContent-Type: text/plain\r\n\r\nhello\r\n").collect();
    let multi = "Content-Type: multipart/mixed; boundary=x\r\n";
    let both = format!(
        "--x\r\nContent-Type: text/plain\r\n\r\n{ASK}\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>{ASK}</p>\r\n--x--"
    );
    let utf8 = "Content-Type: text/plain; charset=utf-8\r\n";
    let coded = |code: &str| format!("{utf8}Content-Transfer-Encoding: {code}\r\n");
    let own = "We write to you as friends of both peoples and as citizens who have followed this matter for many years with growing concern and sorrow. ".repeat(2);
    let mailbox = format!(
        "From a@b Mon Jan 1 00:00:00 2024\n{0}\n\nFrom a@b Mon Jan 1 00:00:00 2024\n{0}",
        mail("Subject: x\r\n", ASK).replace("\r\n", "\n")
    );
    let mut cases = vec![
        Case::new("D17 deep parts", "a.eml", nested(1_000)),
        Case::new("D17 deep mails", "a.eml", mails_in_mails(500)),
        Case::new("D17 many parts", "a.eml", mail(multi, &parts)).fails("limit mail-parts"),
        Case::new("D17 no boundary", "a.eml", mail("Content-Type: multipart/mixed\r\n", ASK)),
        Case::new("D17 a boundary that never comes", "a.eml", mail(multi, ASK)),
        Case::new("D18 a long header", "a.eml", mail(&format!("X-Long: {}\r\n", "x".repeat(1_000_000)), ASK))
            .demands(1),
        Case::new("D18 many headers", "a.eml", mail(&"X-A: b\r\n".repeat(50_000), ASK)).demands(1),
        Case::new(
            "D18 remarks in remarks",
            "a.eml",
            mail(&format!("Date: {}4 Apr 2024\r\n", "(".repeat(20_000)), ASK),
        )
        .demands(1),
        Case::new("D18 a day that is none", "a.eml", mail("Date: Fri, 99 Foo 2024 99:99:99\r\n", ASK))
            .demands(1),
        Case::new(
            "D19 base64",
            "a.eml",
            mail(&coded("base64"), "V2UgdXJnZSB5b3UgdG8gcmVsZWFzZSBhbGwgcHJpc29uZXJzLg=="),
        )
        .demands(1),
        Case::new("D19 bad base64", "a.eml", mail(&coded("base64"), "V2UgdXJnZSB5b3U*~!!gdG8=gcmVs")),
        Case::new(
            "D19 quoted-printable",
            "a.eml",
            mail(&coded("quoted-printable"), "We urge you to rel=\r\nease all prisoners=2E"),
        )
        .demands(1),
        Case::new(
            "D19 an encoding nobody knows",
            "a.eml",
            mail("Content-Type: text/plain; charset=x-klingon\r\n", ASK),
        )
        .demands(1),
        Case::new(
            "D19 UTF-7",
            "a.eml",
            mail("Content-Type: text/plain; charset=utf-7\r\n", &ASK.replace("all", "+AGEAbABs-")),
        )
        .demands(1),
        Case::new(
            "D19 flowed",
            "a.eml",
            mail(
                "Content-Type: text/plain; format=flowed\r\n",
                "We urge you to \r\nrelease all \r\nprisoners.",
            ),
        )
        .demands(1),
        Case::new(
            "D20 one text in two shapes",
            "a.eml",
            mail("Content-Type: multipart/alternative; boundary=x\r\n", &both),
        )
        .demands(1),
        Case::new(
            "D20 an earlier mail",
            "a.eml",
            mail("Subject: x\r\n", &format!("{own}\r\n\r\nOn Monday, X wrote:\r\n> {ASK}\r\n> {ASK}")),
        )
        .demands(0),
        Case::new("D20 a file of mails", "a.mbox", mailbox).demands(2),
        Case::new("B4 escapes in coded words", "a.eml", mail("Subject: =?utf-8?q?=1B]0;x=07?=\r\n", ASK))
            .demands(1),
    ];
    cases.extend(rich_text());
    cases
}

fn rich_text() -> Vec<Case> {
    vec![
        Case::new("R1 deep groups", "a.rtf", rtf(&"{".repeat(100_000))).fails("limit rtf-depth"),
        Case::new("R2 a length that lies", "a.rtf", rtf(r"\bin2147483647 x")).demands(1),
        Case::new("R3 numbers too large", "a.rtf", rtf(r"\u99999999999? \uc99999 \u-40000? \b99999999999 x"))
            .demands(1),
        Case::new("R4 cut off", "a.rtf", rtf("").trim_end_matches('}')).demands(1).warns("ends too early"),
        Case::new("R5 ends without beginnings", "a.rtf", rtf(&"}".repeat(10_000))).demands(1),
        Case::new(
            "R6 deleted and hidden text",
            "a.rtf",
            rtf(r"{\deleted We urge you to pay.\par}{\v We urge you to pay.\par}"),
        )
        .demands(1)
        .warns("hidden"),
        Case::new(
            "R7 objects and fields",
            "a.rtf",
            rtf(r#"{\object\objdata 0105}{\field{\*\fldinst INCLUDETEXT "/etc/passwd"}{\fldrslt x}}"#),
        )
        .demands(1),
        Case::new("R8 escapes", "a.rtf", rtf(r"\'1b[31m \u27?[1m")).demands(1),
    ]
}
