"""The search of bytes finds a word wherever it hides; otherwise it would find no leak either."""

import base64
import io
from datetime import UTC, datetime

import pikepdf
import pytest
from icalendar import Calendar, Event
from pikepdf import Dictionary, Name, OutlineItem, String
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from homejournal.exchange.mail_link import mail_link
from tests.reports.bytes_of import found_in, read_in

WORD = "pñçdgé001zq"


def a_pdf(hide):
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    hide(pdf, page)
    made = io.BytesIO()
    pdf.save(made, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


def in_attachment(pdf, _page):
    pdf.attachments["a"] = pikepdf.AttachedFileSpec(pdf, WORD.encode(), filename="a.txt")


def in_name_of_attachment(pdf, _page):
    pdf.attachments["a"] = pikepdf.AttachedFileSpec(pdf, b"x", filename=f"{WORD}.txt")


def in_outline(pdf, _page):
    with pdf.open_outline() as outline:
        outline.root.append(OutlineItem(WORD, 0))


def in_alternative(pdf, _page):
    figure = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Figure, Alt=String(WORD)))
    pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=pikepdf.Array([figure]))


def in_metadata(pdf, _page):
    with pdf.open_metadata() as told:
        told["dc:description"] = WORD


def in_information(pdf, _page):
    pdf.docinfo["/Title"] = WORD


def in_comment(pdf, page):
    comment = Dictionary(Type=Name.Annot, Subtype=Name.Text, Contents=String(WORD))
    page.Annots = pdf.make_indirect(pikepdf.Array([pdf.make_indirect(comment)]))


def in_spoken_text(pdf, page):
    spoken = f"/Span <</ActualText <FEFF{WORD.encode('utf-16-be').hex()}>>> BDC EMC"
    page.Contents = pdf.make_stream(spoken.encode())


def beside_a_stream(pdf, page):
    page.Contents = pdf.make_stream(b"", {"/Note": String(WORD)})


HIDDEN = (
    in_attachment,
    in_name_of_attachment,
    in_outline,
    in_alternative,
    in_metadata,
    in_information,
    in_comment,
    in_spoken_text,
    beside_a_stream,
)


@pytest.mark.parametrize("hide", HIDDEN, ids=lambda hide: hide.__name__)
def test_a_word_is_found_wherever_a_pdf_hides_it(hide):
    assert WORD in found_in(a_pdf(hide), "pdf")


def test_a_word_that_is_nowhere_in_a_pdf_is_not_found():
    assert WORD not in found_in(a_pdf(lambda pdf, page: None), "pdf")


def test_a_word_is_found_in_the_pictures_and_signs_of_a_web_page():
    signs = "".join(f"&#{ord(sign)};" for sign in WORD)
    inside = base64.b64encode(f"<svg><desc>{WORD}</desc></svg>".encode()).decode()
    for page in (f"<p>{signs}</p>", f'<img src="data:image/svg+xml;base64,{inside}">'):
        assert WORD in found_in(page.encode(), "html")
        assert WORD.encode() not in page.encode()


def test_a_word_is_found_in_the_texts_of_a_picture():
    told, made = PngInfo(), io.BytesIO()
    told.add_itxt("Description", WORD, zip=True)
    Image.new("1", (1, 1)).save(made, "png", pnginfo=told)
    assert WORD.encode() not in made.getvalue()
    assert WORD in found_in(made.getvalue(), "png")


def test_a_word_is_found_over_a_folded_line_of_a_calendar():
    calendar, event = Calendar(), Event()
    event.add("summary", "x" * 60 + WORD)
    event.add("dtstart", datetime(2026, 3, 2, tzinfo=UTC))
    calendar.add_component(event)
    assert WORD.encode() not in calendar.to_ical()
    assert WORD in found_in(calendar.to_ical(), "ics")


def test_a_word_is_found_in_the_signs_of_a_mail_link():
    link = mail_link("", "A page", WORD).encode()
    assert WORD.encode() not in link
    assert WORD in found_in(link, "mail")


def test_what_is_read_of_a_web_page_is_its_text_and_alternatives():
    page = b'<style>p{width:50%}</style><p>We wait &amp; see<img class="x" alt="3 days"></p>'
    assert read_in(page, "html").split() == ["We", "wait", "&", "see", "3", "days"]
