//! Pages of the web: nesting, attributes, scripts, declarations that lie; files that are something else.

use crate::case::{ASK, Case, letter};

fn page(body: &str) -> String {
    format!("<!doctype html><html><body><p>Dear Minister,</p><p>{ASK}</p>{body}</body></html>")
}

pub fn cases() -> Vec<Case> {
    let attributes: String = (0..60_000).map(|n| format!(" a{n}=1")).collect();
    let latin = page("")
        .replace("<body>", "<head><meta charset=utf-8></head><body>Se\u{f1}or")
        .chars()
        .map(|c| c as u8)
        .collect::<Vec<u8>>();
    let links = |n: usize| "<a href=x><b>".repeat(n);
    let menu = "<nav><ul><li><a href=1>We urge you to act</a><li><a href=2>Demand peace</a></ul></nav><footer>We urge you to give.</footer>";
    let mut cases = vec![
        Case::new("D15 deep boxes", "a.html", page(&"<div>".repeat(100_000))).demands(1).warns("html-depth"),
        Case::new("D15 deep lists", "a.html", page(&"<ul><li>".repeat(60_000))).demands(1).warns("html-depth"),
        Case::new("D15 deep quotations", "a.html", page(&"<blockquote>x".repeat(5_000))).demands(1),
        Case::new("D15 deep tables", "a.html", page(&"<table><tr><td>".repeat(5_000))).demands(1),
        Case::new("D15 links in bold in links", "a.html", page(&links(30_000))).demands(1),
        Case::new("D15 many attributes", "a.html", page(&format!("<p{attributes}>x"))).demands(1).warns("html-attributes"),
        Case::new("D15 ends without beginnings", "a.html", page(&"</div></p></li>".repeat(50_000))).demands(1),
        Case::new("D15 many cells", "a.html", page(&format!("<table>{}</table>", "<tr><td>a<td>b".repeat(10_000)))).demands(1),
        Case::new("D16 scripts", "a.html", page("<script>p('We urge you to pay.')</script><style>a{content:'We urge you to pay.'}</style><template><p>We urge you to pay.</p></template><noscript>We urge you to pay.</noscript>")).demands(1),
        Case::new("D16 a script without an end", "a.html", page("<script>We urge you to pay.")).demands(1),
        Case::new("D16 files from outside", "a.html", page("<iframe src=file:///etc/passwd></iframe><img src=http://127.0.0.1:9/x><link rel=stylesheet href=//127.0.0.1:9/x><object data=/etc/passwd>x</object>")).demands(1),
        Case::new("D16 hidden text", "a.html", page("<p hidden>We urge you to pay.</p><p style='display: none'>We urge you to pay.</p>")).demands(1),
        Case::new("D16 an encoding that lies", "a.html", latin).demands(1).warns("windows-1252"),
        Case::new("D16 the site around", "a.html", page(menu)).demands(1).warns("left out"),
        Case::new("D16 only a menu", "a.html", "<!doctype html><nav><a href=1>Home</a></nav>").demands(0),
        Case::new("D16 nothing but tags", "a.html", "<!doctype html><div><br><hr></div>").fails("no text"),
        Case::new("B4 escapes by reference", "a.html", page("<p>&#27;[31m &#x9b;1m &#x202e;abc</p>")).demands(1),
        Case::new("C3 links to scripts", "a.html", page("<a href='javascript:alert(1)'>x</a><a href='data:text/html,x'>y</a>")).demands(1),
    ];
    cases.extend(other_files());
    cases
}

fn other_files() -> Vec<Case> {
    vec![
        Case::new("D21 a picture called text", "a.txt", [&b"\x89PNG\r\n\x1a\n"[..], &[0; 64]].concat())
            .fails("picture"),
        Case::new("D21 a photograph called PDF", "a.pdf", [&b"\xff\xd8\xff\xe0"[..], &[0; 64]].concat())
            .fails("picture"),
        Case::new("D21 a program", "a.txt", [&b"\x7fELF"[..], &[0; 64]].concat()).fails("program"),
        Case::new("D21 a packed text", "a.txt.gz", &b"\x1f\x8b\x08\0\0\0\0\0"[..]).fails("gzip"),
        Case::new("D21 a page called PDF", "a.pdf", page("")).demands(1),
        Case::new("D21 text called DOCX", "a.docx", letter()).demands(1),
        Case::new(
            "D21 XML of another kind",
            "a.xml",
            "<?xml version=\"1.0\"?><svg><text>We urge you to act.</text></svg>",
        )
        .fails("XML"),
    ]
}
