"""Everything that is measured, in one run."""

from dataclasses import dataclass, field
from pathlib import Path

from bench.charting import charting
from bench.cold import cold_starts
from bench.copying import copying
from bench.counting import counting
from bench.disk import bench_folder
from bench.journals import journals
from bench.merging import merging
from bench.open_window import open_window
from bench.pages import pages
from bench.robot import robot
from bench.rowing import rowing
from bench.saving import saving, syncs_of_a_save
from bench.starts import starts
from bench.table import Figure
from bench.unlocking import unlocking
from console import tell


@dataclass(slots=True)
class Measured:
    """The figures, and sentences that stand beside them."""

    figures: list[Figure] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)

    def add(self, figures: list[Figure], sentence: str) -> None:
        """Keep figures and the sentence that stands beside them."""
        self.figures += figures
        self.beside.append(sentence)


def measure_all(folder: Path | None, *, quick: bool) -> Measured:
    """Measure everything; raise StopError where that is not possible here."""
    large, small = journals(bench_folder(folder))
    measured = Measured()
    tell("Starting the program and bare windows by turns ...")
    measured.add(*starts(large, small, repeats=3 if quick else 11))
    tell("Starting both from a cold disk ...")
    measured.add(*cold_starts(large, repeats=1 if quick else 5))
    tell("Saving and counting by turns with the bare driver ...")
    measured.figures.append(saving(large, repeats=60 if quick else 400))
    measured.figures.append(counting(large, repeats=3 if quick else 11))
    measured.beside.append(syncs_of_a_save(large))
    tell("Typing and saving while a copy of the journal is made ...")
    measured.figures += copying(large, repeats=1 if quick else 3)
    tell("Joining what another computer wrote ...")
    measured.figures.append(merging(large, repeats=1 if quick else 3))
    tell("Searching and printing in an open window ...")
    measured.figures += open_window(large, repeats=1 if quick else 3)
    tell("Opening every page, answering, and leaving each page alone ...")
    measured.add(*pages(large, repeats=1 if quick else 5))
    tell("Letting a robot use the window, which takes minutes ...")
    measured.figures += robot(deeds=1_000 if quick else 10_000)
    tell("Opening an encrypted journal with its password ...")
    measured.figures += unlocking(large, repeats=1 if quick else 5)
    tell("Drawing charts by turns with bare Matplotlib ...")
    measured.figures += charting(repeats=3 if quick else 15)
    measured.figures += rowing(repeats=3 if quick else 15)
    measured.beside = [sentence for sentence in measured.beside if sentence]
    return measured
