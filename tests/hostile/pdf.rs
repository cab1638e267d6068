//! PDF: cycles, nesting, lengths and counts that lie, pages without text. All are read in a worker process.

use crate::case::{ASK, Case};
use std::io::Write;

/// Objects of a file, written with their table.
struct Pdf {
    objects: Vec<Vec<u8>>,
}

impl Pdf {
    /// A page that says something; what is put behind it may be referred to.
    fn saying(text: &str) -> Pdf {
        let content = format!("BT /F1 11 Tf 72 700 Td ({text}) Tj ET");
        Pdf {
            objects: vec![
                b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
                b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_vec(),
                stream("", content.as_bytes()),
                b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_vec(),
            ],
        }
    }

    /// Puts another object in place of one, by number.
    fn object(mut self, number: usize, bytes: impl AsRef<[u8]>) -> Pdf {
        self.objects.resize(self.objects.len().max(number), b"null".to_vec());
        self.objects[number - 1] = bytes.as_ref().to_vec();
        self
    }

    fn bytes(&self) -> Vec<u8> {
        let mut out = b"%PDF-1.4\n".to_vec();
        let mut places = Vec::new();
        for (at, object) in self.objects.iter().enumerate() {
            places.push(out.len());
            out.extend(format!("{} 0 obj\n", at + 1).bytes());
            out.extend(object);
            out.extend(b"\nendobj\n");
        }
        let table = out.len();
        out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
        places.iter().for_each(|place| out.extend(format!("{place:010} 00000 n \n").bytes()));
        out.extend(
            format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n", places.len() + 1)
                .bytes(),
        );
        out
    }
}

fn stream(entries: &str, content: &[u8]) -> Vec<u8> {
    [format!("<< {entries} /Length {} >>\nstream\n", content.len()).as_bytes(), content, b"\nendstream"]
        .concat()
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

pub fn cases() -> Vec<Case> {
    let good = Pdf::saying(ASK);
    let whole = good.bytes();
    let text = String::from_utf8_lossy(&whole).into_owned();
    let bomb = deflated(&vec![b' '; 300 << 20]);
    let operators = format!("BT /F1 11 Tf 72 700 Td ({ASK}) Tj ET {}", "q ".repeat(200_000));
    let deep = format!("BT /F1 11 Tf 72 700 Td ({ASK}) Tj ET {}", "[".repeat(100_000));
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R";
    vec![
        Case::new("D0 a page", "a.pdf", whole.clone()).demands(1),
        Case::new("D9 pages in a circle", "a.pdf", Pdf::saying(ASK).object(2, "<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>").bytes()).demands(1).warns("come again"),
        Case::new("D9 a page that is its own parent", "a.pdf", Pdf::saying(ASK).object(3, "<< /Type /Page /Parent 3 0 R /Contents 4 0 R >>").bytes()).fails("damaged"),
        Case::new("D9 a form in itself", "a.pdf", Pdf::saying(ASK).object(3, format!("{page} /Resources << /XObject << /X 6 0 R >> /Font << /F1 5 0 R >> >> >>")).object(4, stream("", b"/X Do")).object(6, stream("/Type /XObject /Subtype /Form /Resources << /XObject << /X 6 0 R >> >>", b"/X Do")).bytes()).fails("damaged"),
        Case::new("D9 a length in a circle", "a.pdf", Pdf::saying(ASK).object(4, "<< /Length 4 0 R >>\nstream\nx\nendstream").bytes()),
        Case::new("D9 a table before itself", "a.pdf", text.replace("/Root 1 0 R", "/Root 1 0 R /Prev 9")).fails("damaged"),
        Case::new("D10 deep arrays", "a.pdf", Pdf::saying(ASK).object(6, "[".repeat(100_000)).bytes()),
        Case::new("D10 deep dictionaries", "a.pdf", Pdf::saying(ASK).object(1, "<< /A ".repeat(100_000)).bytes()).fails("damaged"),
        Case::new("D10 deep operands", "a.pdf", Pdf::saying(ASK).object(4, stream("", deep.as_bytes())).bytes()).fails("damaged"),
        Case::new("D10 states without end", "a.pdf", Pdf::saying(ASK).object(4, stream("", operators.as_bytes())).bytes()).demands(1),
        Case::new("D11 a bomb", "a.pdf", Pdf::saying(ASK).object(4, stream("/Filter /FlateDecode", &bomb)).bytes()).with(&["--limit", "pdf-memory=200M"]).fails(": "),
        Case::new("D11 a chain of filters", "a.pdf", Pdf::saying(ASK).object(4, stream(&format!("/Filter [{}]", "/FlateDecode ".repeat(1_000)), b"x")).bytes()),
        Case::new("D12 cut off", "a.pdf", &whole[..whole.len() / 2]).fails("damaged"),
        Case::new("D12 no table", "a.pdf", text.split("xref").next().unwrap_or_default()).fails("damaged"),
        Case::new("D12 a place that is wrong", "a.pdf", text.replace("startxref\n", "startxref\n9999")).fails("damaged"),
        Case::new("D12 other bytes before", "a.pdf", [b"garbage\n".as_slice(), &whole].concat()).demands(1),
        Case::new("D12 only a head", "a.pdf", "%PDF-1.7\n").fails("damaged"),
        Case::new("D13 a count that lies", "a.pdf", Pdf::saying(ASK).object(2, "<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>").bytes()).demands(1),
        Case::new("D13 a length that lies", "a.pdf", text.replace("/Length", "/Length -")),
        Case::new("D13 a table of millions", "a.pdf", text.replace("xref\n0 6", "xref\n0 999999999")),
        Case::new("D13 a predictor", "a.pdf", Pdf::saying(ASK).object(4, stream("/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2147483647 /Colors 255 >>", &deflated(b"x"))).bytes()),
        Case::new("D14 a scan", "a.pdf", Pdf::saying("").object(4, stream("", b"0 0 612 792 re f")).bytes()).fails("no text layer"),
        Case::new("D14 no pages", "a.pdf", Pdf::saying(ASK).object(2, "<< /Type /Pages /Kids [] /Count 0 >>").bytes()).fails("no pages"),
        Case::new("D6 a password", "a.pdf", text.replace("/Root 1 0 R", "/Root 1 0 R /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O (00000000000000000000000000000000) /U (00000000000000000000000000000000) >> /ID [(0123456789abcdef) (0123456789abcdef)]")).fails("password"),
        Case::new("D13 numbers beyond all bounds", "a.pdf", Pdf::saying(ASK).object(4, stream("", format!("1e308 0 0 1e308 0 0 cm BT /F1 1e300 Tf 1e300 1e300 Td ({ASK}) Tj ET").as_bytes())).bytes()),
        Case::new("D13 a page of no size", "a.pdf", Pdf::saying(ASK).object(3, format!("{} /Resources << /Font << /F1 5 0 R >> >> >>", page.replace("612 792", "0 0"))).bytes()),
        Case::new("D13 a page without a size", "a.pdf", Pdf::saying(ASK).object(3, format!("{} /Resources << /Font << /F1 5 0 R >> >> >>", page.replace("/MediaBox [0 0 612 792]", ""))).bytes()).fails("damaged"),
        Case::new("D13 a font that is none", "a.pdf", Pdf::saying(ASK).object(5, "<< /Type /Font /Subtype /Type0 >>").bytes()),
        Case::new("B4 escapes in strings", "a.pdf", Pdf::saying(&format!("\\033[31m\\233 waits. {ASK}")).bytes()).demands(1),
        Case::new("G14 too little time", "a.pdf", whole).with(&["--limit", "pdf-seconds=0"]).fails("limit pdf-seconds"),
    ]
}
