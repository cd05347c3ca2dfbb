"""Keep the catalogues of resources/translations up to date; needs the package babel.

    python packaging/translations.py            read the texts of the program into every planner.po, compile planner.mo
    python packaging/translations.py compile    compile only, after a translator has worked in planner.po
    python packaging/translations.py add fr     begin another language

What is new in the program stands in planner.po with an empty translation. What is no longer in the program goes.
A planner.po names no place of the code, so that it only changes where a text does.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))
FOLDER = ROOT / "resources" / "translations"
Text = str | tuple[str, str]
"""A text, or its forms for one and for many."""
KEYWORDS = {"_": None, "mark": None, "_n": (1, 2), "mark_n": (1, 2)}


class Plain(Catalog):
    """A catalogue whose head holds neither a date nor a tool, so that the same texts make the same file."""

    mime_headers = property(
        lambda self: [
            ("Language", str(self.locale_identifier)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", self.plural_forms),
        ],
        lambda self, headers: None,
    )


def texts() -> set[Text]:
    """Every text that the program shows, from its code, its declarations and its data."""
    return {text for text in (*of_code(), *of_fields(), *of_tables(), *of_questions(), *of_playbooks()) if text}


def of_code() -> Iterator[Text]:
    """What is translated, or marked for it, in the code."""
    folder = str(ROOT / "planner")
    with redirect_stderr(StringIO()):  # babel is unsettled by `text or ""`
        for _file, _line, text, _comments, _context in extract_from_dir(folder, keywords=KEYWORDS):
            yield text if isinstance(text, str) else (text[0], text[1])


def of_fields() -> Iterator[Text]:
    """Labels, helps, units and choices of every declared field."""
    from planner.model.fields import FUNCTIONS, fields_of
    from planner.model.tables import TABLES, row_class
    from planner.model.words import choice_text

    for table in TABLES:
        for field in fields_of(row_class(table)).values():
            yield from (field.label, field.help, field.unit)
            yield from (choice_text(word) for word in field.choices if word not in FUNCTIONS)


def of_tables() -> Iterator[Text]:
    """What the rows of each table are called."""
    from planner.model.words import TABLE_WORDS

    yield from TABLE_WORDS.values()


def of_questions() -> Iterator[Text]:
    """The coach's questions, and what those are about that an agency puts on the register."""
    bank = json.loads((ROOT / "resources" / "questions.json").read_text(encoding="utf-8"))
    yield from (question["text"] for questions in bank.values() for question in questions)
    yield from (question["fills"].capitalize() for question in bank["brief"])


def of_playbooks() -> Iterator[Text]:
    """The words of the plans to start from."""
    from planner.exchange.playbooks import playbooks, read_playbook, words_of

    for name in playbooks():
        yield from words_of(read_playbook(name))


def catalogue(code: str) -> Catalog:
    """The catalogue of a language as it stands in its planner.po; empty where there is none."""
    found = Plain(locale=code, charset="utf-8", fuzzy=False, header_comment="")
    path = FOLDER / code / "LC_MESSAGES" / "planner.po"
    if path.is_file():
        for message in read_po(BytesIO(path.read_bytes()), locale=code):
            if message.id:
                found.add(message.id, message.string, flags=message.flags)
    return found


def renewed(old: Catalog, wanted: Iterable[Text]) -> Catalog:
    """The catalogue with exactly these texts; what was translated stays translated."""
    new = Plain(locale=old.locale_identifier, charset="utf-8", fuzzy=False, header_comment="")
    for text in sorted(wanted, key=_place):
        known = old.get(text if isinstance(text, str) else text[0])
        same = known is not None and known.pluralizable == isinstance(text, tuple)
        # A form for several that was reworded asks for a fresh look at both.
        same = same and (isinstance(text, str) or known.id == text)
        new.add(text, known.string if same else "", flags=known.flags if same else ())
    return new


def _place(text: Text) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else text


def po_bytes(source: Catalog) -> bytes:
    """The catalogue as a planner.po."""
    written = BytesIO()
    write_po(written, source, width=0, no_location=True, sort_output=True)
    return b"".join(line for line in written.getvalue().splitlines(keepends=True) if not line.startswith(b"# "))


def mo_bytes(source: Catalog) -> bytes:
    """The catalogue as a planner.mo."""
    written = BytesIO()
    write_mo(written, source)
    return written.getvalue()


def languages() -> list[str]:
    """The languages there is a catalogue for."""
    return sorted(path.parent.parent.name for path in FOLDER.glob("*/LC_MESSAGES/planner.po"))


def write(code: str, source: Catalog) -> None:
    """Both files of a language."""
    folder = FOLDER / code / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "planner.po").write_bytes(po_bytes(source))
    (folder / "planner.mo").write_bytes(mo_bytes(source))


def untranslated(source: Catalog) -> list[Any]:
    """The texts that wait for a translator."""
    return [message.id for message in source if message.id and (message.fuzzy or not all(forms(message.string)))]


def forms(string: str | tuple[str, ...]) -> tuple[str, ...]:
    """A translation as its forms: one, or one for each count that the language tells apart."""
    return (string,) if isinstance(string, str) else tuple(string)


def main(words: list[str]) -> int:
    """What the command line asks for."""
    if words not in ([], ["compile"]) and not (len(words) == 2 and words[0] == "add"):
        print(__doc__)
        return 2
    found = None if words == ["compile"] else texts()
    for code in [*languages(), *words[1:]]:
        source = catalogue(code) if found is None else renewed(catalogue(code), found)
        write(code, source)
        print(f"{code}: {len(source)} texts, {len(untranslated(source))} without a translation")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
