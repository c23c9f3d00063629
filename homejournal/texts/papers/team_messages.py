"""Messages to the team in one or two languages, and sentences to begin with on a visit page."""

from collections.abc import Callable, Mapping, Sequence
from typing import assert_never

from homejournal.domain.visit_page.page import VisitPage
from homejournal.domain.visits import (
    Letter,
    MeetingAsk,
    Message,
    Opening,
    OwnWords,
    Purpose,
    Thanks,
    ThankYou,
)
from homejournal.texts.visits_and_team import language_name
from homejournal.texts.wording import Wording, languages, wording_of


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


_Words = Mapping[object, Callable[[Wording], str]]
_BETWEEN_LANGUAGES = "\n\n———\n\n"


def letter(wordings: Sequence[Wording], message: Message) -> Letter:
    """Return a message in each of these languages, one under the other."""
    subjects = [_subject(wording, message) for wording in wordings]
    texts = [_text(wording, message) for wording in wordings]
    return Letter(subject=" · ".join(subjects), text=_BETWEEN_LANGUAGES.join(texts))


def purpose(wording: Wording, what: Purpose) -> str:
    """Return the sentence that says what a meeting is for."""
    return _PURPOSES[what](wording)


def purpose_choice(wording: Wording, what: Purpose) -> str:
    """Return the same in a few words, as a choice."""
    return _PURPOSE_CHOICES[what](wording)


def opening(wording: Wording, how: Opening) -> str:
    """Return a sentence that begins to tell how it goes."""
    return _OPENINGS[how](wording)


def opening_choice(wording: Wording, how: Opening) -> str:
    """Return the same in a few words, as a choice."""
    return _OPENING_CHOICES[how](wording)


def thanks(wording: Wording, what: Thanks) -> str:
    """Return a sentence of thanks."""
    return _THANKS[what](wording)


def thanks_choice(wording: Wording, what: Thanks) -> str:
    """Return the same in a few words, as a choice."""
    return _THANKS_CHOICES[what](wording)


def message_language(written: str | None) -> str | None:
    """Return the code of the language that messages to a person can be in, if there is one.

    The journal holds a code, with or without a region, or a name that the family typed.
    """
    plain = (written or "").strip().casefold()
    for code in languages():
        names = {language_name(wording_of(language), code).casefold() for language in languages()}
        if plain in names or plain.replace("_", "-").partition("-")[0] == code:
            return code
    return None


def other_language(wording: Wording, written: str) -> str:
    """Return the sentence about a language that no message can be in."""
    return wording.text(
        "homejournal does not write {language}. If an interpreter comes along, they can help.",
        language=language_name(wording, written),
    )


def noted(wording: Wording, message: Message) -> str:
    """Return what a contact says of a message that was sent."""
    match message:
        case MeetingAsk():
            return wording.text("Asked for a meeting")
        case ThankYou():
            return wording.text("Said thank you")
        case OwnWords():
            return wording.text("Wrote a message")
        case _:
            assert_never(message)


def _subject(wording: Wording, message: Message) -> str:
    # A subject is read by anybody who sees a list of mails, so it names nobody.
    match message:
        case MeetingAsk():
            return wording.text("A meeting of the team")
        case ThankYou():
            return wording.text("Thank you")
        case OwnWords():
            return wording.text("A message")
        case _:
            assert_never(message)


def _text(wording: Wording, message: Message) -> str:
    child = wording.own(message.child)
    parts = (
        wording.text("Hello {person},", person=wording.own(message.person)),
        *_paragraphs(wording, message, child),
        wording.text("{child}’s family", child=child),
    )
    return "\n\n".join(part for part in parts if part)


def _paragraphs(wording: Wording, message: Message, child: str) -> tuple[str, ...]:
    match message:
        case MeetingAsk():
            asked = wording.text("We would like a meeting of the team about {child}.", child=child)
            why = (purpose(wording, one) for one in message.purposes)
            return (
                " ".join((asked, *why)),
                wording.text("Could you help us find a day and a time for all of us? Thank you."),
            )
        case ThankYou():
            how = " ".join(opening(wording, one) for one in message.openings)
            return how, " ".join(thanks(wording, one) for one in message.thanks)
        case OwnWords():
            return ("…",)
        case _:
            assert_never(message)


_PURPOSES: _Words = {
    Purpose.PLAN: lambda w: w.text("We would like to look at our plan again."),
    Purpose.QUESTIONS: lambda w: w.text("We have questions for all of you."),
    Purpose.CHANGED: lambda w: w.text("Something has changed in our days at home."),
    Purpose.LESS: lambda w: w.text("We would like to do fewer things at a time."),
    Purpose.SOONER: lambda w: w.text("We would like to meet before the next review."),
    Purpose.INTERPRETER: lambda w: w.text("We would like an interpreter at the meeting."),
    Purpose.RIGHT: lambda w: w.text(
        "A family may ask for a review at any time (34 CFR 303.342(b))."
    ),
}
_OPENINGS: _Words = {
    Opening.USING: lambda w: w.text("We have been using what you showed us."),
    Opening.PLACE: lambda w: w.text("We found a place for it in our day."),
    Opening.NEWS: lambda w: w.text("We have something new to tell you."),
}
_THANKS: _Words = {
    Thanks.TIME: lambda w: w.text("Thank you for your time."),
    Thanks.LISTENING: lambda w: w.text("Thank you for listening to us."),
    Thanks.SHOWING: lambda w: w.text("Thank you for showing us how to do it."),
    Thanks.ANSWERING: lambda w: w.text("Thank you for answering our questions."),
    Thanks.COMING: lambda w: w.text("Thank you for coming to our home."),
}
_PURPOSE_CHOICES: _Words = {
    Purpose.PLAN: lambda w: w.text("Look at our plan again"),
    Purpose.QUESTIONS: lambda w: w.text("We have questions"),
    Purpose.CHANGED: lambda w: w.text("Something has changed"),
    Purpose.LESS: lambda w: w.text("Fewer things at a time"),
    Purpose.SOONER: lambda w: w.text("Before the next review"),
    Purpose.INTERPRETER: lambda w: w.text("With an interpreter"),
    Purpose.RIGHT: lambda w: w.text("A family may ask for it"),
}
_OPENING_CHOICES: _Words = {
    Opening.USING: lambda w: w.text("We have been using it"),
    Opening.PLACE: lambda w: w.text("It has its place in our day"),
    Opening.NEWS: lambda w: w.text("We have something to tell"),
}
_THANKS_CHOICES: _Words = {
    Thanks.TIME: lambda w: w.text("For your time"),
    Thanks.LISTENING: lambda w: w.text("For listening"),
    Thanks.SHOWING: lambda w: w.text("For showing us how"),
    Thanks.ANSWERING: lambda w: w.text("For answers"),
    Thanks.COMING: lambda w: w.text("For coming to our home"),
}
