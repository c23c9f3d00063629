"""The figures as tables in Markdown, for whoever runs the command and for the page in docs."""

from collections.abc import Mapping, Sequence

from sheet_photos.figures import (
    OfPhotos,
    Share,
    by_mark,
    by_pen,
    by_photo,
    is_usual,
    plain,
    seconds,
)
from sheet_photos.mix import EMPTY
from sheet_photos.outcomes import Outcome


def main_line(outcomes: Sequence[Outcome]) -> str:
    """Return the figure that counts, in one paragraph."""
    usual = [one for one in outcomes if is_usual(one)]
    share = plain(usual)
    refused = sum(bool(one.refused) for one in usual)
    middle, slow = seconds(outcomes, "12 MP")
    return (
        f"{len(outcomes):,} photos, {len(usual):,} of them easy or usual; of these {refused:,} were"
        f" refused. Of {share.all:,} plain marks in them {share.wrong:,} were wrong in silence:"
        f" {_in_10_000(share.wrong_share)} in 10,000, at most {_in_10_000(share.bound)} with 95 %"
        f" of certainty. {_percent(share.asked_share)} were asked about."
        f" A photo of 12 MP took {middle:.2f} seconds of one core,"
        f" one in twenty more than {slow:.2f}."
    )


def every_table(outcomes: Sequence[Outcome]) -> str:
    usual = [one for one in outcomes if is_usual(one)]
    parts = [
        "## Marks, in easy and usual photos",
        _marks("mark", {name: one for name, one in by_mark(usual).items() if name != EMPTY}),
        "## Places left empty",
        _marks("place", {EMPTY: by_mark(usual).get(EMPTY, Share())}),
        "## Plain marks by pen, in easy and usual photos",
        _marks("pen", by_pen(usual)),
        "## Photos of every difficulty, and their plain marks",
        *(_photos(way, groups) for way, groups in by_photo(outcomes).items()),
        "## Why photos were refused",
        _refusals(outcomes),
    ]
    return "\n\n".join(parts)


def _marks(what: str, shares: Mapping[str, Share]) -> str:
    rows = [
        f"| {name} | {share.all:,} | {_percent(share.asked_share)} | {share.wrong:,} |"
        f" {_in_10_000(share.wrong_share)} |"
        for name, share in shares.items()
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


def _refusals(outcomes: Sequence[Outcome]) -> str:
    whys: dict[str, int] = {}
    for one in outcomes:
        if one.refused:
            whys[one.refused] = whys.get(one.refused, 0) + 1
    if not whys:
        return "None was."
    rows = [f"| {why} | {many:,} |" for why, many in sorted(whys.items())]
    return "\n".join(["| why | photos |", "|---|--:|", *rows])


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def _in_10_000(share: float) -> str:
    return f"{10_000 * share:.2f}"
