"""Sentences to begin with on a visit page, to choose and then to change; and its mail's subject."""

from homejournal.domain.papers.team_messages import Opening, Thanks
from homejournal.domain.visit_page.page import VisitPage
from homejournal.texts.papers.team_messages import opening, thanks
from homejournal.texts.wording import Wording


def openings(wording: Wording) -> tuple[str, ...]:
    """Return sentences for the one thing that a family wants to say."""
    text = wording.text
    return (
        *(opening(wording, one) for one in Opening),
        text("It went well here:"),
        text("This part is hard for us right now:"),
        text("Is the way we do it okay?"),
        text("Could we change it, or do less of it?"),
        text("Others in our family do it, too."),
        text("We would like to meet sooner."),
    )


def thanks_lines(wording: Wording) -> tuple[str, ...]:
    """Return sentences of thanks."""
    return tuple(thanks(wording, one) for one in Thanks)


def mail_subject(wording: Wording, page: VisitPage) -> str:
    """Return the subject of a mail with a page; it names nobody, for others see subjects."""
    if page.visit_on is None:
        return wording.text("A page from our journal")
    return wording.text("Our page for the visit on {day}", day=wording.day(page.visit_on))


def short_leaves_out_words(wording: Wording) -> str:
    """Return the sentence beside a short text that could not take all of the page."""
    return wording.text("Not everything had room in so few words. The page has it all.")


def locked_mail_text(wording: Wording) -> str:
    """Return the text of a mail with a locked page; it tells nothing of what stands on it."""
    return wording.text("Our page is attached. You get the password in another way.")
