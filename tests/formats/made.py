#!/usr/bin/env python3
"""Sets a made-up letter, tests/formats/made/tenants.txt, as offices, typesetters, web sites and mail programs set letters.

Run once, from the repository's root, with LibreOffice (soffice) and Chromium on the path:

    python3 tests/formats/made.py

The files are committed; tests read them and need none of these programs.
"""

import email.message
import email.policy
import html
import pathlib
import re
import shutil
import subprocess
import tempfile

from make import chromium

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "tests/formats/made"
LETTER = (OUT / "tenants.txt").read_text()
GROUPS = LETTER.strip().split("\n\n")
NOTES = {n: words for n, words in (re.match(r"<sup>(\d)</sup> (.*)", g).groups() for g in GROUPS if g.startswith("<sup>"))}
ITEMS = next(g for g in GROUPS if g.startswith("- ")).replace("- ", "").split("\n")
HEAD, ADDRESS, DEAR = GROUPS[0].split("\n"), GROUPS[2].split("\n"), GROUPS[3]
DATE = GROUPS[1]
BEFORE = GROUPS[4:6]
AFTER = GROUPS[7:10]
SIGNERS = [g.split("\n") for g in GROUPS[11:13]]


def run(*command, **more):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more)


# --- An office program: letterhead in a table, an address in a frame, tracked changes, notes, a head and a foot.

def office_note(text):
    note = lambda m: (f'<text:note text:id="n{m[1]}" text:note-class="footnote"><text:note-citation>{m[1]}</text:note-citation>'
                      f"<text:note-body><text:p>{html.escape(NOTES[m[1]])}</text:p></text:note-body></text:note>")
    return re.sub(r"&lt;sup&gt;(\d)&lt;/sup&gt;", note, html.escape(text, quote=False))


def paragraph(text, style="Standard"):
    return f'<text:p text:style-name="{style}">{office_note(text)}</text:p>'


def frame(text):
    return (f'<text:p><draw:frame draw:name="F{len(text)}" text:anchor-type="paragraph" svg:width="7cm" svg:height="2.5cm">'
            f"<draw:text-box>{text}</draw:text-box></draw:frame></text:p>")


def table(name, rows):
    cells = lambda row: "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in row)
    return (f'<table:table table:name="{name}">' + f"<table:table-column table:number-columns-repeated=\"{len(rows[0])}\"/>"
            + "".join(f"<table:table-row>{cells(row)}</table:table-row>" for row in rows) + "</table:table>")


def flat_odt(body, changes=""):
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.3cm"/></style:style></office:styles>
<office:automatic-styles><style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="21cm" fo:page-height="22cm" fo:margin="2.4cm"/>
<style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm">
<style:header><text:p>Riverside Tenants' Coalition: we demand homes for all</text:p></style:header>
<style:footer><text:p>Page <text:page-number/> of <text:page-count/></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>{changes}{body}</office:text></office:body></office:document>
"""


def items_list():
    return "<text:list>" + "".join(f"<text:list-item>{paragraph(item)}</text:list-item>" for item in ITEMS) + "</text:list>"


def office_layout():
    """The whole letter in a frame and tables, as templates of letters have it."""
    head = table("Head", [[paragraph("".join(HEAD[:1])) + paragraph(HEAD[1]), paragraph("Phone 555 0100") + paragraph("mail@tenants.example")]])
    lines = "".join(map(paragraph, ADDRESS))
    text = "".join(map(paragraph, [DEAR, *BEFORE])) + items_list() + "".join(map(paragraph, AFTER))
    body = table("Body", [[text]])
    signed = table("Signed", [["".join(map(paragraph, signer)) for signer in SIGNERS]])
    return flat_odt(head + frame(paragraph(DATE)) + frame(lines) + body + paragraph("Sincerely,") + signed)


def office_tracked():
    """The letter as it goes round among its writers."""
    about = "<office:change-info><dc:creator>A</dc:creator><dc:date>2025-03-01T10:00:00</dc:date></office:change-info>"
    region = lambda name, kind, text="": f'<text:changed-region text:id="{name}"><text:{kind}>{about}{text}</text:{kind}></text:changed-region>'
    gone = "<text:p> abolish the office of the mayor and</text:p>"
    changes = f'<text:tracked-changes>{region("c1", "deletion", gone)}{region("c2", "insertion")}</text:tracked-changes>'
    new = "until a relocation plan has been published"
    first, second = map(paragraph, BEFORE)
    second = second.replace("urge you to", 'urge you to<text:change text:change-id="c1"/>').replace(
        new, f'<text:change-start text:change-id="c2"/>{new}<text:change-end text:change-id="c2"/>')
    lines = "".join(map(paragraph, [*HEAD, DATE, *ADDRESS, DEAR])) + first + second
    signed = "".join(map(paragraph, ["Sincerely,", *SIGNERS[0], *SIGNERS[1]]))
    return flat_odt(lines + items_list() + "".join(map(paragraph, AFTER)) + signed, changes)


def offices(folder):
    for name, text in (("layout", office_layout()), ("tracked", office_tracked()), ("columns", office_columns())):
        source = folder / f"{name}.fodt"
        source.write_text(text)
        for form, kind in (("docx:MS Word 2007 XML", "docx"), ("odt:writer8", "odt"), ("rtf:Rich Text Format", "rtf"), ("pdf:writer_pdf_Export", "pdf")):
            # A page shows what is deleted as it shows what stands.
            if (name == "tracked" and kind == "pdf") or (name == "columns" and kind != "pdf"):
                continue
            run("soffice", "--headless", "--convert-to", form, "--outdir", str(folder), str(source))
            shutil.copy(folder / f"{name}.{kind}", OUT / f"{name}.{kind}")


# --- A page in two columns with ruled heads, notes under the columns, words broken at line ends.

def office_columns():
    head = "".join(map(paragraph, [*HEAD, DATE, *ADDRESS]))
    text = "".join(map(paragraph, [DEAR, *BEFORE])) + items_list() + "".join(map(paragraph, AFTER))
    signed = "".join(map(paragraph, ["Sincerely,", *SIGNERS[0], *SIGNERS[1]]))
    page = flat_odt(f'{head}<text:section text:style-name="two" text:name="Two">{text}{signed}</text:section>')
    two = ('<style:style style:name="two" style:family="section"><style:section-properties text:dont-balance-text-columns="true">'
           '<style:columns fo:column-count="2" fo:column-gap="0.6cm"/></style:section-properties></style:style>')
    page = page.replace("<office:automatic-styles>", "<office:automatic-styles>" + two)
    close = '<style:text-properties fo:language="en" fo:country="US" fo:hyphenate="true" fo:font-size="10pt" style:font-name="Liberation Serif"/>'
    return page.replace('fo:margin-bottom="0.3cm"/>', f'fo:margin-bottom="0cm" fo:text-indent="0.5cm" fo:text-align="justify"/>{close}')


# --- Web sites.

def marked(text):
    return re.sub(r"&lt;sup&gt;(\d)&lt;/sup&gt;", r'<sup id="fnref\1"><a href="#fn\1">\1</a></sup>', html.escape(text, quote=False))


def p(text):
    return f"<p>{marked(text)}</p>\n"


def lines(group):
    return "<br>\n".join(map(marked, group))


def letter_html():
    return (p(DATE) + f"<p>{lines(ADDRESS)}</p>\n" + p(DEAR) + "".join(map(p, BEFORE)) + "<ul>\n"
            + "".join(f"<li>{marked(item)}</li>\n" for item in ITEMS) + "</ul>\n" + "".join(map(p, AFTER))
            + p("Sincerely,") + "".join(f"<p>{lines(signer)}</p>\n" for signer in SIGNERS))


def wordpress():
    notes = "".join(f'<li id="fn{n}">{html.escape(words)} <a href="#fnref{n}">↩</a></li>' for n, words in NOTES.items())
    return f"""<!DOCTYPE html>
<html lang="en-US"><head><meta charset="UTF-8"><title>Letter to the Mayor on evictions &#8211; Riverside Tenants&#8217; Coalition</title>
<meta property="og:site_name" content="Riverside Tenants' Coalition"><meta property="article:published_time" content="2025-03-04T09:12:00+00:00">
<style id="wp-block-library-inline-css">.wp-block {{ margin: 0 }}</style></head>
<body class="post-template-default single single-post postid-118 single-format-standard wp-embed-responsive">
<a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<div id="page" class="hfeed site"><header id="masthead" class="site-header"><p class="site-title"><a href="/">Tenants</a></p>
<nav id="site-navigation" class="main-navigation"><ul id="menu-main"><li class="menu-item"><a href="/act">Demand rent control</a></li><li class="menu-item"><a href="/give">Donate</a></li></ul></nav></header>
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main">
<article id="post-118" class="post-118 post type-post status-publish format-standard hentry category-letters">
<header class="entry-header"><h1 class="entry-title">Letter to the Mayor on evictions</h1>
<div class="entry-meta"><span class="posted-on">Posted on <time class="entry-date published" datetime="2025-03-04T09:12:00+00:00">March 4, 2025</time></span> <span class="byline">by <a href="/author/anna">Anna</a></span></div></header>
<div class="entry-content">
{letter_html()}<ol class="wp-block-footnotes">{notes}</ol>
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a href="#">Click to share on X</a></li><li><a href="#">Email this to a friend</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3><div><a href="/1">Council must act on damp</a><p>We urge the council to act on damp homes this winter.</p></div></div>
</div><footer class="entry-footer"><span class="cat-links">Posted in <a href="/c">Letters</a></span></footer></article>
<nav class="navigation post-navigation"><a href="/p">Previous: Tell the governor to sign</a></nav>
<div id="comments" class="comments-area"><h2 class="comments-title">2 thoughts on this letter</h2><ol class="comment-list"><li class="comment"><div class="comment-content"><p>The mayor must resign. Please stop all rents.</p></div></li></ol>
<div id="respond" class="comment-respond"><h3>Leave a Reply</h3><form><p class="comment-notes">Your email address will not be published. Required fields are marked *</p></form></div></div>
</main></div>
<aside id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2>Recent Posts</h2><ul><li><a href="/2">We call on parliament to protect renters</a></li></ul></section></aside></div>
<footer id="colophon" class="site-footer"><div class="site-info">Proudly powered by WordPress</div></footer></div>
<div id="cookie-law-info-bar"><span>We ask you to accept cookies. <a role="button">Accept</a></span></div>
</body></html>
"""


def drupal():
    return f"""<!DOCTYPE html>
<html lang="en" dir="ltr" prefix="og: https://ogp.me/ns#"><head><meta charset="utf-8" /><title>Letter to the Mayor | Homes for All</title></head>
<body class="layout-one-sidebar layout-sidebar-first page-node-41 path-node node--type-page">
<div class="dialog-off-canvas-main-canvas" data-off-canvas-main-canvas><div id="page-wrapper"><div id="page">
<header id="header" class="header" role="banner"><div class="section layout-container clearfix"><div class="region region-secondary-menu"><nav role="navigation"><h2 class="visually-hidden">User account menu</h2><ul class="clearfix menu"><li class="menu-item"><a href="/user/login">Log in</a></li></ul></nav></div></div></header>
<div class="highlighted"><aside class="layout-container section clearfix" role="complementary"><div class="region region-highlighted"><div data-drupal-messages-fallback class="hidden"></div></div></aside></div>
<div id="main-wrapper" class="layout-main-wrapper layout-container clearfix"><div id="main" class="layout-main clearfix">
<div id="block-breadcrumbs" class="block block-system"><nav class="breadcrumb" role="navigation"><ol><li><a href="/">Home</a></li><li><a href="/letters">Letters</a></li></ol></nav></div>
<main id="content" class="column main-content" role="main"><section class="section"><a id="main-content"></a><div class="region region-content">
<div id="block-page-title" class="block"><h1 class="title page-title"><span class="field field--name-title field--type-string field--label-hidden">Letter to the Mayor</span></h1></div>
<div id="block-content" class="block block-system block-system-main-block"><div class="content">
<article data-history-node-id="41" class="node node--type-page node--view-mode-full clearfix"><div class="node__content clearfix">
<div class="clearfix text-formatted field field--name-body field--type-text-with-summary field--label-hidden field__item">
{letter_html()}</div>
<div class="field field--name-field-tags field--label-above"><h3 class="field__label">Tags</h3><ul class="links field__items"><li><a href="/t">demand a freeze</a></li><li><a href="/u">stop evictions</a></li></ul></div>
<div class="node__links"><ul class="links inline"><li><a href="#">Log in to post comments</a></li></ul></div>
</div></article></div></div></div></section></main>
<div id="sidebar-first" class="column sidebar"><aside class="section" role="complementary"><div class="region region-sidebar-first"><div class="block"><h2>Take action</h2><div class="content"><p>Tell your councillor to vote no. Call on the State to act now.</p></div></div></div></aside></div>
</div></div><footer class="site-footer"><div class="layout-container"><p>Support us. We ask every reader to give.</p></div></footer></div></div></div></body></html>
"""


def senate():
    """A press page of a legislature: boxes in boxes, paragraphs of lines, a letter that is introduced and quoted in full."""
    paragraphs = [DATE, *ADDRESS, DEAR, *BEFORE]
    rest = [*AFTER, "Sincerely,", *[line for signer in SIGNERS for line in signer]]
    broken = lambda texts: "<br /><br />\n".join(map(marked, texts))
    items = "<br /><br />\n".join(f"&bull;&nbsp;&nbsp;{marked(item)}" for item in ITEMS)
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>Press Releases - Newsroom - Office of the Tenants</title></head>
<body id="press" class="inner"><div id="wrap"><div id="top"><div class="container"><div id="logo"><a href="/"><span>Homes for All</span></a></div>
<div id="nav-main"><div class="nav-item"><a href="/about">About</a></div><div class="nav-item"><a href="/issues">Issues</a></div><div class="nav-item"><a href="/contact">Contact</a></div></div>
<div id="search"><form action="/s"><input type="text" name="q" value="Search" /><label>Search this site</label></form></div></div></div>
<div id="sam-main"><div class="row"><div class="col-9"><div class="content"><div id="press">
<div class="date black">Mar 03 2025</div><h1 class="main_page_title">Tenants write to the Mayor</h1>
<div class="btn-group"><a href="#" class="btn">Print</a> <a href="#" class="btn">Email</a> <a href="#" class="btn">Tweet</a></div>
<div class="post-content"><div><div style="text-align: left;">{broken(paragraphs)}<br /><br />
{items}<br /><br />
{broken(rest)}<br /><br />###</div></div></div>
</div></div></div><div class="col-3"><div id="side"><div class="box"><h3>Latest</h3><a href="/1">Tenants urge action on damp</a><a href="/2">Council must publish the register</a><a href="/3">Call to freeze rents</a></div></div></div></div></div>
<div id="foot"><a href="/privacy">Privacy Policy</a> | <a href="/map">Site Map</a></div></div></body></html>
"""


def tables():
    """A page laid out in tables, its list too, as page makers of old and mail programs write them."""
    row = lambda item: f'<tr><td valign="top" width="20">&#8226;</td><td>{marked(item)}</td></tr>\n'
    cell = lambda text: f'<tr><td><font face="Arial" size="2">{text}</font></td></tr>\n'
    return f"""<html><head><title>Letter</title></head><body bgcolor="#ffffff"><table width="100%" cellpadding="0"><tr><td width="160" valign="top" bgcolor="#cccccc">
<a href="/">Home</a><br><a href="/n">News</a><br><a href="/l">Letters</a><br><a href="/j">Join the tenants</a><br><a href="/c">Contact</a></td>
<td valign="top"><table width="600">{cell(marked(DATE))}{cell(lines(ADDRESS))}{cell(marked(DEAR))}{"".join(cell(marked(t)) for t in BEFORE)}
<tr><td><table>{"".join(map(row, ITEMS))}</table></td></tr>
{"".join(cell(marked(t)) for t in AFTER)}{cell("Sincerely,")}{"".join(cell(lines(s)) for s in SIGNERS)}</table></td></tr></table>
<center><small>Copyright Homes for All. We ask you to read our terms.</small></center></body></html>
"""


# --- Mail programs.

def message(subject):
    mail = email.message.EmailMessage(policy=email.policy.SMTP)
    mail["From"] = "Anna Lindqvist <anna@tenants.example>"
    mail["To"] = "Mayor of Riverside <mayor@riverside.example>"
    mail["Date"] = "Mon, 03 Mar 2025 10:00:00 +0000"
    mail["Subject"] = subject
    mail["Message-ID"] = "<1@tenants.example>"
    mail["X-Mailer"] = "Made"
    return mail


def fixed(mail, boundary):
    """Boundaries are drawn by lot; ours are not."""
    for number, part in enumerate(part for part in mail.walk() if part.is_multipart() and part.get_content_maintype() == "multipart"):
        part.set_boundary(f"{boundary}-{number}")
    return mail.as_bytes()


def plain():
    return LETTER.replace("<sup>1</sup> City", "[1] City").replace("<sup>2</sup> The", "[2] The").replace("<sup>", "[").replace("</sup>", "]")


def mails():
    page = f'<div dir="ltr">{letter_html()}</div><div class="gmail_signature">-- <br>Anna Lindqvist<br>Please consider the environment before you print this mail.</div>'
    only_html = message("Letter to the Mayor")
    only_html.set_content(f"<html><body>{page}</body></html>", subtype="html", cte="quoted-printable")
    both = message("Letter to the Mayor")
    both.set_content(plain(), cte="quoted-printable")
    both.add_alternative(f"<html><body>{page}</body></html>", subtype="html", cte="base64")
    forwarded = message("Fwd: Letter to the Mayor")
    forwarded.set_content("For your files.\n\nBest,\nTom\n\n---------- Forwarded message ---------\nFrom: Anna Lindqvist <anna@tenants.example>\n"
                          "Date: Mon, 3 Mar 2025 at 10:00\nSubject: Letter to the Mayor\nTo: Mayor of Riverside <mayor@riverside.example>\n\n\n" + plain(), cte="quoted-printable")
    answered = message("Re: Letter to the Mayor")
    answered.set_content(plain() + "\n-- \nAnna Lindqvist\nPlease call our office. Support our work: visit tenants.example\n\n"
                         "On Fri, Feb 28, 2025 at 9:14 AM Office of the Mayor <mayor@riverside.example>\nwrote:\n\n"
                         "> We ask you to stop writing to us.\n> Please send your letters to the council.\n", cte="quoted-printable")
    attached = message("Our letter")
    attached.set_content("Dear Mayor,\n\nPlease find attached our letter.\n\nBest regards,\nAnna\n", cte="7bit")
    attached.add_attachment((OUT / "layout.docx").read_bytes(), maintype="application", subtype="vnd.openxmlformats-officedocument.wordprocessingml.document", filename="letter.docx")
    attached.add_attachment(b"\x89PNG\r\n\x1a\n0000", maintype="image", subtype="png", filename="logo.png")
    return {"mail-html": only_html, "mail-both": both, "mail-forwarded": forwarded, "mail-answered": answered, "mail-attached": attached}


# --- A browser's print with its own head and foot, and a letterhead beside the text.

PRINT = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Letter to the Mayor</title><style>
@page { size: A5; margin: 1.8cm } body { font: 11pt 'Liberation Serif', serif; hyphens: auto; text-align: justify }
.head { display: flex; font-size: 8pt; border-bottom: 1px solid } .head div { flex: 1 } li { list-style-type: '%s  ' }
</style></head><body><div class="head"><div>%s</div><div>Board<br>A. Lindqvist<br>T. Ferreira</div><div>Phone 555 0100<br>mail@tenants.example</div></div>
%s</body></html>"""


SIDEBAR = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Letter</title><style>
@page { size: A4; margin: 2cm } body { font: 11pt 'Liberation Serif', serif; display: flex }
.board { width: 20%%; font: 8pt 'Liberation Sans', sans-serif; line-height: 16pt; padding-right: 5mm } .text { width: 80%% }
</style></head><body><div class="board">%s</div><div class="text">%s</div></body></html>"""

BOARD = "Board of Directors|Anna Lindqvist, Chair|Tomas Ferreira|Ruth Adeyemi|Jan Kowalczyk|Mei Tanaka|Luis Ortega|Hanna Virtanen|" \
    "Omar Haddad|Priya Nair|Advisers|Grace Mbeki|Igor Petrov|Sofia Rossi|Staff|Daniel Weiss|Nora Olsen"


def prints(folder):
    source = folder / "sidebar.html"
    head = "<br>".join(map(html.escape, HEAD))
    source.write_text(SIDEBAR % (BOARD.replace("|", "<br>"), f"<p>{head}</p>" + re.sub(r"</?a[^>]*>", "", letter_html())))
    chromium(source, OUT / "sidebar.pdf")
    for name, bullet in (("print", "\u25aa"), ("print-symbol", "\uf0b7")):
        text = letter_html() + "<hr>" + "".join(f"<p style='font-size: 8pt'><sup>{n}</sup> {html.escape(words)}</p>" for n, words in NOTES.items())
        source = folder / f"{name}.html"
        source.write_text(PRINT % (bullet, "<br>".join(map(html.escape, HEAD)), re.sub(r"</?a[^>]*>", "", text)))
        if name == "print":
            subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={OUT / (name + '.pdf')}",
                            f"file://{source}"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        else:
            chromium(source, OUT / f"{name}.pdf")


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        offices(folder)
        prints(folder)
        for name, page in (("wordpress", wordpress()), ("drupal", drupal()), ("senate", senate()), ("tables", tables())):
            (OUT / f"{name}.html").write_text(page)
        for name, mail in mails().items():
            (OUT / f"{name}.eml").write_bytes(fixed(mail, name))


if __name__ == "__main__":
    main()
