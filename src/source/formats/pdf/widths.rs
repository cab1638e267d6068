//! Widths of the characters of composite fonts, written in the one of their two forms that the library reads.
//!
//! A font may say "characters 3 to 15 are 278 wide" or list the widths one by one. The library takes the first form
//! for something else, and characters of such fonts would seem to stand apart.

use pdf_extract::{Dictionary, Document, Object};

/// The greatest number that a character of such a font has.
const LAST: i64 = 65_535;

/// Writes out all ranges of widths of a document's fonts.
pub fn write_out(document: &mut Document) {
    let fonts: Vec<_> = document
        .objects
        .iter()
        .filter_map(|(id, object)| Some((*id, object.as_dict().ok()?)))
        .filter(|(_, font)| is_composite(font))
        .filter_map(|(id, font)| Some((id, written_out(document, font.get(b"W").ok()?)?)))
        .collect();
    for (id, widths) in fonts {
        if let Some(Ok(font)) = document.objects.get_mut(&id).map(Object::as_dict_mut) {
            font.set("W", Object::Array(widths));
        }
    }
}

fn is_composite(font: &Dictionary) -> bool {
    let kind = font.get(b"Subtype").and_then(Object::as_name);
    kind.is_ok_and(|kind| matches!(kind, b"CIDFontType0" | b"CIDFontType2"))
}

/// The widths one by one; what cannot be understood is left out. `None` where there is no list.
fn written_out(document: &Document, widths: &Object) -> Option<Vec<Object>> {
    let resolved = |object: &Object| -> Option<Object> {
        document.dereference(object).ok().map(|(_, object)| object.clone())
    };
    let Object::Array(entries) = resolved(widths)? else { return None };
    let mut out = Vec::new();
    let mut written = 0;
    let mut entries = entries.iter().filter_map(resolved);
    while let Some(first) = entries.next() {
        let (Ok(from), Some(next)) = (first.as_i64(), entries.next()) else { continue };
        match next {
            Object::Array(each) => {
                let each: Vec<Object> = each.iter().filter_map(resolved).filter(is_number).collect();
                out.extend([Object::Integer(from), Object::Array(each)]);
            }
            last => {
                let (Ok(last), Some(width)) = (last.as_i64(), entries.next()) else { continue };
                let count = usize::try_from(last.min(LAST) - from + 1).unwrap_or_default();
                written += count;
                // Ranges that overlap without end are no font's.
                if is_number(&width) && (0..=LAST).contains(&from) && written <= 4 * 65_536 {
                    out.extend([Object::Integer(from), Object::Array(vec![width; count])]);
                }
            }
        }
    }
    Some(out)
}

fn is_number(object: &Object) -> bool {
    matches!(object, Object::Integer(_) | Object::Real(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_written_out() {
        let number = Object::Integer;
        let widths = vec![
            number(1),
            number(3),
            number(278),
            number(9),
            Object::Array(vec![number(500)]),
            number(20),
            Object::Null,
        ];
        let mut font = Dictionary::new();
        font.set("Subtype", Object::Name(b"CIDFontType2".to_vec()));
        font.set("W", Object::Array(widths));
        let mut document = Document::new();
        document.objects.insert((1, 0), Object::Dictionary(font));
        write_out(&mut document);
        let written = document.objects[&(1, 0)].as_dict().unwrap().get(b"W").unwrap().clone();
        let expected =
            vec![number(1), Object::Array(vec![number(278); 3]), number(9), Object::Array(vec![number(500)])];
        assert_eq!(written, Object::Array(expected));
    }
}
