"""Keeps the catalogues of words: drawn out of the code, brought up to date, compiled.

Run with the Python of .venv, as dev.py does:

    translations.py update     write homejournal.pot and every homejournal.po anew
    translations.py compile    make the homejournal.mo files that the program reads
    translations.py check      say what is out of date or not translated
"""

import ast
import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "homejournal"
FOLDER = ROOT / "resources" / "translations"
TEMPLATE = FOLDER / "homejournal.pot"
KEYWORDS = {"text": None, "count": (1, 2), "text_about": (2,)}
FORMS = ("she", "he")  # the contexts of a text_about; without one it suits everybody
SPEAKERS = {"wording", "_wording", "w"}  # the names by which code calls a Wording
WORDLESS = {"storage"}  # its text() is SQLAlchemy's, and holds SQL


def catalogues(folder: Path = FOLDER) -> list[Path]:
    """Return the translators' files, one for each language besides US English."""
    return sorted(folder.glob("*/LC_MESSAGES/homejournal.po"))


def drawn_out(sources: Path = SOURCES, *, made: datetime | None = None) -> Catalog:
    """Return every text in the code that a person may read, as a template for translators."""
    template = Catalog(project="homejournal", charset="utf-8", creation_date=made)
    template.header_comment = (
        "# Texts of homejournal, drawn out by: python3 packaging/dev.py translations"
    )
    found = extract_from_dir(
        sources,
        method_map=[("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=["Translators:"],
        strip_comment_tags=True,
        directory_filter=lambda path: Path(path).name not in {*WORDLESS, "__pycache__"},
    )
    formed = set(_with_forms(sources))
    for file, _line, texts, comments, _ in sorted(found, key=lambda one: one[:2]):
        place = f"{sources.name}/{Path(file).as_posix()}"
        for context in (None, *FORMS) if texts in formed else (None,):
            template.add(texts, None, [(place, 0)], auto_comments=comments, context=context)
    return template


def _with_forms(sources: Path) -> Iterator[str]:
    """Yield the texts about a child."""
    for file in sources.rglob("*.py"):
        if ".text_about(" in (code := file.read_text(encoding="utf-8")):
            for node in ast.walk(ast.parse(code)):
                match node:
                    case ast.Call(
                        func=ast.Attribute(attr="text_about"),
                        args=[_, ast.Constant(value=str(text))],
                    ):
                        yield text


def update(folder: Path = FOLDER, sources: Path = SOURCES) -> list[Path]:
    """Bring the template and every catalogue up to date; return the files that changed."""
    changed = [file for file, wanted in wanted_files(folder, sources) if _read(file) != wanted]
    made = datetime.now(UTC) if changed else None
    for file, wanted in wanted_files(folder, sources, made=made):
        if file in changed:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(wanted)
    return changed


def wanted_files(
    folder: Path = FOLDER, sources: Path = SOURCES, *, made: datetime | None = None
) -> Iterator[tuple[Path, bytes]]:
    """Yield each file with the content that it should have; dates stay, unless one is given."""
    template_file = folder / TEMPLATE.name
    template = drawn_out(sources, made=made or _made(template_file))
    yield template_file, _written(template)
    for file in catalogues(folder):
        catalogue = _catalogue(file)
        catalogue.update(template, no_fuzzy_matching=True, update_creation_date=made is not None)
        yield file, _written(catalogue)


def compile_all(folder: Path = FOLDER) -> list[Path]:
    """Make the .mo file beside each .po that is newer; return those made."""
    made = []
    for source in catalogues(folder):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime_ns < source.stat().st_mtime_ns:
            with target.open("wb") as file:
                write_mo(file, _catalogue(source))
            made.append(target)
    return made


def faults(folder: Path = FOLDER, sources: Path = SOURCES) -> list[str]:
    """Return a sentence for each thing that is out of date, not translated or badly translated."""
    told = [
        f"{file.name} in {file.parent} is out of date: python3 packaging/dev.py translations"
        for file, wanted in wanted_files(folder, sources)
        if _read(file) != wanted
    ]
    told += _hidden_from_translators(sources)
    for file in catalogues(folder):
        catalogue = _catalogue(file)
        told += [f"{catalogue.locale}: {fault}" for one in catalogue for fault in _faults(one)]
    return told


def _hidden_from_translators(sources: Path) -> Iterator[str]:
    """Yield a sentence for each text that cannot be drawn out, whichever Python draws.

    It is no literal, or stands inside an f-string, into which Babel only looks from Python 3.12 on.
    """
    for file in sorted(sources.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_bytes())):
            if isinstance(node, ast.JoinedStr) and any(map(_is_drawn_out, ast.walk(node))):
                yield f"a text inside an f-string in line {node.lineno} of {file}"
            if isinstance(node, ast.Call) and not _is_literal(node):
                yield f"no literal text in line {node.lineno} of {file}: {ast.unparse(node.func)}"


def _is_drawn_out(node: ast.AST) -> bool:
    """Return whether a call says a text, for Babel, which looks at its name alone."""
    match node:
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)) if name in KEYWORDS:
            return any(isinstance(text, ast.Constant) for text in _texts(node, name))
        case _:
            return False


def _is_literal(call: ast.Call) -> bool:
    match call.func:
        case ast.Attribute(attr=name, value=speaker) if name in KEYWORDS:
            pass
        case _:
            return True
    if ast.unparse(speaker).rpartition(".")[2] not in SPEAKERS:
        return True
    return all(isinstance(text, ast.Constant) for text in _texts(call, name))


def _texts(call: ast.Call, name: str) -> list[ast.expr]:
    """Return what a call gives where its keyword expects texts."""
    places = KEYWORDS[name] or (1,)
    return [call.args[place - 1] for place in places if place <= len(call.args)]


def _faults(message: Message) -> Iterator[str]:
    if not message.id:  # the header
        return
    sources, targets = _forms(message.id), _forms(message.string)
    if message.context and not any(targets):
        return  # as the text without a context
    if not all(targets):
        yield f"not translated: {sources[0]!r}"
    elif message.fuzzy:
        yield f"marked as uncertain: {sources[0]!r}"
    elif not all(_names(target) <= _names(sources[-1]) for target in targets):
        yield f"a placeholder that the original lacks: {sources[0]!r}"
    elif _names(sources[-1]) - _names(targets[-1]):
        yield f"a placeholder is left out: {sources[0]!r}"


def _forms(texts: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return list(texts) if isinstance(texts, tuple | list) else [texts or ""]


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _catalogue(file: Path) -> Catalog:
    with file.open("rb") as source:
        return read_po(source, locale=file.parent.parent.name, domain="homejournal")


def _made(template_file: Path) -> datetime | None:
    if not template_file.exists():
        return None
    with template_file.open("rb") as source:
        made = read_po(source).creation_date
    return made if isinstance(made, datetime) else None


def _written(catalogue: Catalog) -> bytes:
    file = io.BytesIO()
    write_po(
        file, catalogue, width=100, sort_by_file=True, include_lineno=False, ignore_obsolete=True
    )
    return file.getvalue()


def _read(file: Path) -> bytes:
    return file.read_bytes() if file.exists() else b""


def main(arguments: list[str]) -> int:
    """Carry out the one command that the arguments name."""
    match arguments:
        case ["update"]:
            for file in update():
                print(f"Written: {file.relative_to(ROOT)}")
            compile_all()
        case ["compile"]:
            compile_all()
        case ["check"]:
            told = faults()
            print("\n".join(told) or "The catalogues are in order.")
            return 1 if told else 0
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
