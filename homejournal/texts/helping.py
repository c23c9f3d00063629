"""What is said before somebody who helps writes on Today."""

from homejournal.texts.wording import Wording


def about_helping(wording: Wording, *, password: bool) -> tuple[str, ...]:
    """Return what a helper sees and can do, and what this does not guard."""
    text = wording.text
    back = (
        text("Coming back asks for the password.")
        if password
        else text("Coming back is one press. It is no lock: whoever knows this computer can do it.")
    )
    return (
        text(
            "A helper can write down what was done today. Only Today shows, without notes, photos"
            " and days of before."
        ),
        back,
        text("Once homejournal is started anew, it opens as ever."),
    )
