"""What is said where a journal lies in a folder that is carried elsewhere."""

from homejournal.domain.sharing.cloud_folders import Carrier
from homejournal.texts.wording import Wording


def carried_said(wording: Wording, carrier: Carrier) -> str:
    """Return the one sentence about it, with advice."""
    if carrier is Carrier.NETWORK:
        return wording.text(
            "Your journal lies on a disk of another computer. Write in it on one computer at a"
            " time, or keep it on this one. “Keep it safe” shows how to share it."
        )
    return wording.text(
        "Your journal lies in a folder that {name} carries to other computers. Write in it on one"
        " computer at a time, or keep it elsewhere. “Keep it safe” shows how to share it.",
        name=str(carrier),
    )
