"""The figures as tables in Markdown, for whoever runs the command and for the page in docs."""

from collections.abc import Iterable, Mapping

from sheet_photos.figures import Figures, OfPhotos, Share
from sheet_photos.mix import EMPTY


def main_line(of: Figures) -> str:
    """Return the figure that counts, in one paragraph."""
    share = of.marks
    middle, slow = of.seconds()
    return (
        f"{of.photos:,} photos, {of.usual:,} of them easy or usual; of these {of.refused:,} were"
        f" refused. Of {share.all:,} plain marks in them {share.wrong:,} were wrong in silence:"
        f" {_in_10_000(share.wrong_share)} in 10,000, at most {_in_10_000(share.bound)} with 95 %"
        f" of certainty. {_percent(share.asked_share)} were asked about."
        f" A photo of 12 MP took {middle:.2f} seconds of one core,"
        f" one in twenty more than {slow:.2f}."
    )


def every_table(of: Figures) -> str:
    parts = [
        "## Marks, in easy and usual photos",
        _marks("mark", [*of.plain.items(), *((k, one) for k, one in of.odd.items() if k != EMPTY)]),
        "## Places left empty",
        _marks("place", [(EMPTY, of.empty)]),
        "## Plain marks by pen, in easy and usual photos",
        _marks("pen", of.pens.items()),
        "## Photos of every difficulty, and their plain marks",
        *(_photos(way, groups) for way, groups in of.ways.items()),
        "## Why photos were refused",
        _refusals(of.whys),
    ]
    return "\n\n".join(parts)


def _marks(what: str, shares: Iterable[tuple[str, Share]]) -> str:
    rows = [
        f"| {name} | {share.all:,} | {_percent(share.asked_share)} | {share.wrong:,} |"
        f" {_in_10_000(share.wrong_share)} |"
        for name, share in shares
    ]
    head = f"| {what} | how many | asked | wrong in silence | in 10,000 |\n|---|--:|--:|--:|--:|"
    return "\n".join([head, *rows])


def _photos(way: str, groups: Mapping[str, OfPhotos]) -> str:
    rows = [
        f"| {name} | {one.photos:,} | {_percent(one.refused / one.photos)} | {one.plain.all:,} |"
        f" {_percent(one.plain.asked_share)} | {one.plain.wrong:,} |"
        for name, one in groups.items()
    ]
    head = f"| {way} | photos | refused | plain marks | asked | wrong in silence |"
    return "\n".join([head, "|---|--:|--:|--:|--:|--:|", *rows])


def _refusals(whys: Mapping[str, int]) -> str:
    if not whys:
        return "None was."
    rows = [f"| {why} | {many:,} |" for why, many in whys.items()]
    return "\n".join(["| why | photos |", "|---|--:|", *rows])


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def _in_10_000(share: float) -> str:
    return f"{10_000 * share:.2f}"
