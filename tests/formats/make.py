#!/usr/bin/env python3
"""Renders the five letters of letters/ into the formats that letters come in.

Run once, from the repository's root, with LibreOffice (soffice) and Chromium on the path:

    python3 tests/formats/make.py

The text is first set as a plain page (paragraphs, lists, notes where a typist would have put them); every
other file is made from that page by a program that people use for it. The files are committed; tests read
them and need none of these programs.
"""

import email.message
import html
import pathlib
import re
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "tests/formats/files"


def inline(text):
    """Marks of the text files to tags."""
    text = html.escape(text, quote=False)
    text = re.sub(r"&lt;sup&gt;(\d+)&lt;/sup&gt;",
                  r'<a class="sdfootnoteanc" name="sdfootnote\1anc" href="#sdfootnote\1sym"><sup>\1</sup></a>', text)
    text = re.sub(r"&lt;(https?://[^&]*)&gt;", r"\1", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"\*\*([^*]+)\*\*", r"<b>\1</b>", text)
    text = re.sub(r"\*([^*]+)\*", r"<i>\1</i>", text)
    return re.sub(r"\\([_~+])", r"\1", text)


def blocks(text):
    """Paragraphs, list items, headings and notes; what a page break cut is whole again."""
    found, notes = [], {}
    for group in re.split(r"\n\s*\n", text):
        lines = [line for line in group.split("\n") if line.strip()]
        if not lines or lines == ["---"]:
            continue
        first = lines[0].strip()
        note = re.match(r"<sup>(\d+)</sup> (.*)", first)
        if note:
            notes[note[1]] = note[2]
            continue
        if first.startswith("<http") or first.startswith("[http"):
            last = sorted(notes, key=int)[-1]
            notes[last] += " " + " ".join(lines)
            continue
        if first.startswith("# "):
            found.append(("h1", first[2:]))
            continue
        marked = [re.match(r"\s*(?:[-•])\s+(.*)", line) for line in lines]
        if any(marked):
            for line, mark in zip(lines, marked):
                found.append(("li" if mark or line.startswith("    ") else "p", mark[1] if mark else line.strip()))
            continue
        kind = "p"
        words = "<br>".join(line.strip() for line in lines) if all(len(l) < 70 for l in lines) else None
        for line in [words] if words else lines:
            cut = found and found[-1][0] in ("p", "li") and line[:1].islower() and found[-1][1][-1:] not in ".:?!"
            if cut:
                found[-1] = (found[-1][0], found[-1][1] + " " + line)
            else:
                found.append((kind, line))
    return found, notes


def body(text):
    found, notes = blocks(text)
    out, listed = [], False
    for kind, words in found:
        if (kind == "li") != listed:
            out.append("<ul>" if kind == "li" else "</ul>")
            listed = kind == "li"
        words = "<br>\n".join(inline(part) for part in words.split("<br>"))
        out.append(f"<{kind}>{words}</{kind}>")
    if listed:
        out.append("</ul>")
    for number, words in notes.items():
        out.append(f'<div id="sdfootnote{number}"><p class="sdfootnote"><a class="sdfootnotesym" '
                   f'name="sdfootnote{number}sym" href="#sdfootnote{number}anc">{number}</a> {inline(words)}</p></div>')
    return "\n".join(out)


def page(text, style=""):
    return f"<!DOCTYPE html>\n<html><head><meta charset=utf-8><style>{style}</style></head>\n<body>\n{text}\n</body></html>\n"


def site(title, text):
    """The letter as the web site of an organisation would show it."""
    text = re.sub(r'<div id="sdfootnote\d+"><p class="sdfootnote">(.*?)</p></div>', r"<li>\1</li>", text)
    text = text.replace("<li><a", '<ol class="footnotes">\n<li><a', 1) if "sdfootnotesym" in text else text
    text += "\n</ol>" if "sdfootnotesym" in text else ""
    text = re.sub(r'<a class="sdfootnotesym"[^>]*>\d+</a> ', "", text)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{html.escape(title)} | Friends of Peace</title>
<meta property="og:site_name" content="Friends of Peace"><script>var a = "<p>We urge you to load scripts.</p>";</script>
<style>.menu {{ color: red }}</style></head>
<body class="post has-sidebar">
<div class="cookie-banner"><p>We urge you to accept all cookies. <button>Accept</button></p></div>
<header class="site-header"><nav><ul><li><a href="/">Home</a></li><li><a href="/act">Act now: demand an end to war</a></li>
<li><a href="/donate">Donate</a></li></ul></nav></header>
<div class="layout"><main><article><div class="entry-content">
{text}
</div></article></main>
<aside class="sidebar"><h2>Related</h2><ul><li><a href="/1">Congress must stop arms sales</a></li>
<li><a href="/2">We call on the President to act</a></li></ul><p>Sign up for our newsletter today.</p></aside></div>
<footer><p>We ask you to support our work. Please give generously.</p><p>© Friends of Peace</p></footer>
</body></html>
"""


def mail(name, text):
    """The letter as mail, in the encodings that mail programs use."""
    message = email.message.EmailMessage()
    message["Message-ID"] = f"<{name}@example.org>"
    message["MIME-Version"] = "1.0"
    message["Subject"] = "Our letter"
    message.set_content(text, charset="utf-8", cte="quoted-printable")
    return message.as_bytes()


def office(source, filter_out, suffix, folder):
    subprocess.run(["soffice", "--headless", "--infilter=HTML (StarWriter)" if source.suffix == ".html" else "--norestore",
                    "--convert-to", filter_out, "--outdir", str(folder), str(source)],
                   check=True, stdout=subprocess.DEVNULL)
    return folder / (source.stem + suffix)


def chromium(source, target):
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                    f"--print-to-pdf={target}", f"file://{source}"], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


SERIF = "body { font: 11pt 'Liberation Serif', serif } @page { size: A4; margin: 2.2cm; @bottom-center { content: counter(page) } }"
COLUMNS = SERIF + " body { columns: 2; column-gap: 1cm; text-align: justify; hyphens: auto }"


SHEET = """Recommendation,Recommending State,State under Review,Date
"Release all political prisoners, and compensate them",Norway,Azerbaijan,2013-04-30
Continue efforts to combat corruption,Chile,Azerbaijan,2013-04-30
The situation of minorities deserves attention,Chile,Azerbaijan,2013-04-30
Immediately and unconditionally release all political prisoners,Norway,Azerbaijan,2018-05-15
"""


def main():
    OUT.mkdir(exist_ok=True)
    sheet = OUT / "recommendations.csv"
    sheet.write_text(SHEET)
    subprocess.run(["soffice", "--headless", "--convert-to", "xlsx", "--outdir", str(OUT), str(sheet)], check=True,
                   stdout=subprocess.DEVNULL)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for letter in sorted((ROOT / "letters").glob("*.txt")):
            text = letter.read_text()
            name = letter.stem
            source = folder / f"{name}.html"
            source.write_text(page(body(text)))
            (OUT / f"{name}.html").write_text(site("Letter", body(text)))
            (OUT / f"{name}.eml").write_bytes(mail(name, text))
            docx = office(source, "docx:MS Word 2007 XML", ".docx", folder)
            shutil.copy(docx, OUT)
            shutil.copy(office(source, "odt:writer8", ".odt", folder), OUT)
            shutil.copy(office(source, "rtf:Rich Text Format", ".rtf", folder), OUT)
            pdf = office(docx, "pdf:writer_pdf_Export", ".pdf", folder)
            shutil.copy(pdf, OUT / f"{name}.office.pdf")
            plain = re.sub(r'(<a class="sdfootnote[^>]*>)', "", body(text)).replace("</a>", "")
            for kind, style in (("print", SERIF), ("columns", COLUMNS)):
                source = folder / f"{name}.{kind}.html"
                source.write_text(page(plain, style).replace("<html>", '<html lang="en">'))
                chromium(source, OUT / f"{name}.{kind}.pdf")


if __name__ == "__main__":
    main()
