"""Plain data as YAML text: always the same text for the same data, wrapped, readable, letters as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

WIDTH = 120
_LONGEST_KEY = 1000
"""YAML allows 1024 letters in a name that stands before its colon."""
_FLOW = re.compile(r"[,\[\]{}]")
_STARTS_PLAIN = re.compile(r"[^\W_]|[($€£/]")
_LITERAL = re.compile(r"[^\s].*[^\s]", re.DOTALL)
_ODD_WORDS = frozenset({"y", "n", "Y", "N", "~", "null", "Null", "NULL"})
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}


def emit(data: dict[str, Any]) -> str:
    """The text of a mapping: nested dicts and lists of texts, numbers, yes/no and None."""
    lines: list[str] = []
    for key, value in data.items():
        _entry(lines, "", key, value)
    return "\n".join(lines) + "\n"


def _entry(lines: list[str], indent: str, key: str, value: Any, lead: str | None = None) -> None:
    """One ``key: value``; ``lead`` stands before the key instead of the indent (the dash of a list)."""
    name = scalar(key, flow=True)
    begin = (indent if lead is None else lead) + name + ":"
    if len(name) > _LONGEST_KEY:
        lines.append((indent if lead is None else lead) + "? " + name)
        begin = indent + ":"
    if isinstance(value, list) and value and not _is_flat(value):
        lines.append(begin)
        for item in value:
            _item(lines, indent, item)
    elif isinstance(value, dict) and value and not _is_leaf(value):
        lines.append(begin)
        for inner, item in value.items():
            _entry(lines, indent + "  ", inner, item)
    else:
        _leaf(lines, begin + " ", indent + "  ", value)


def _item(lines: list[str], indent: str, item: Any) -> None:
    if isinstance(item, dict) and item and not _is_leaf(item):
        lead: str | None = indent + "- "
        for key, value in item.items():
            _entry(lines, indent + "  ", key, value, lead)
            lead = None
    elif isinstance(item, list) and item and not _is_flat(item):
        _nested(lines, indent + "- ", indent + "  ", item)
    else:
        _leaf(lines, indent + "- ", indent + "  ", item)


def _nested(lines: list[str], begin: str, indent: str, items: list[Any]) -> None:
    """A list in a list that holds more than plain values: its first dash stands behind the outer one."""
    inner: list[str] = []
    for item in items:
        _item(inner, indent, item)
    inner[0] = begin + inner[0].removeprefix(indent)
    lines.extend(inner)


def _leaf(lines: list[str], begin: str, indent: str, value: Any) -> None:
    """A value that needs no structure below it, wrapped."""
    if isinstance(value, dict):
        parts = [f"{scalar(key, flow=True)}: {scalar(item, flow=True)}" for key, item in value.items()]
        _flow(lines, begin, indent, "{", parts, "}")
    elif isinstance(value, list):
        _flow(lines, begin, indent, "[", [scalar(item, flow=True) for item in value], "]")
    elif isinstance(value, str) and "\n" in value and _fits_literal(value):
        lines.append(begin + "|-")
        lines.extend(indent + line if line else "" for line in value.split("\n"))
    else:
        _words(lines, begin, indent, scalar(value))


def _flow(lines: list[str], begin: str, indent: str, opening: str, parts: list[str], closing: str) -> None:
    line = begin + opening
    for number, part in enumerate(parts):
        text = part + ("," if number < len(parts) - 1 else closing)
        if number and len(line) + 1 + len(text) > WIDTH:
            lines.append(line)
            line = indent + text
        else:
            line += (" " if number else "") + text
    lines.append(line if parts else line + closing)


def _words(lines: list[str], begin: str, indent: str, text: str) -> None:
    """A scalar, broken at single spaces where it is long; YAML reads the break as that space."""
    if len(begin) + len(text) <= WIDTH or text.startswith(('"', "' ")) or "  " in text:
        lines.append(begin + text)
        return
    line = begin
    for number, word in enumerate(text.split(" ")):
        # A quote that closes behind a space, and a dash or comment sign at the start of a line, stay where they are.
        if number and len(line) + 1 + len(word) > WIDTH and word[:1].isalnum():
            lines.append(line)
            line = indent + word
        else:
            line += (" " if number else "") + word
    lines.append(line)


def scalar(value: Any, *, flow: bool = False) -> str:
    """One value as YAML; ``flow`` where commas and brackets around it have a meaning."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return number(value)
    return _text(str(value), flow)


def number(value: float) -> str:
    """A number as YAML 1.1 reads it back, with a point even where it is whole or has an exponent."""
    if value != value or value in (float("inf"), float("-inf")):
        return {"nan": ".nan", "inf": ".inf", "-inf": "-.inf"}[repr(value)]
    text = repr(value)
    return text.replace("e", ".0e") if "e" in text and "." not in text else text


def _text(text: str, flow: bool) -> str:
    if _is_plain(text, flow):
        return text
    if all(letter.isprintable() for letter in text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(_escaped(letter) for letter in text) + '"'


def _escaped(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    if letter.isprintable():
        return letter
    code = ord(letter)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _is_plain(text: str, flow: bool) -> bool:
    """Whether the text may stand without quotes and is read back as the same text."""
    if not _STARTS_PLAIN.match(text) or text[-1] in ": " or ": " in text or " #" in text or text in _ODD_WORDS:
        return False
    if flow and (_FLOW.search(text) or ":" in text):
        return False
    return all(letter.isprintable() for letter in text) and not _means_something(text)


def _means_something(text: str) -> bool:
    """Whether YAML would take the text for a number, a day, yes or no."""
    from yaml import SafeLoader

    known: dict[str | None, list[tuple[str, re.Pattern[str]]]] = SafeLoader.yaml_implicit_resolvers
    return any(pattern.match(text) for _tag, pattern in (*known.get(text[0], ()), *known.get(None, ())))


def _fits_literal(text: str) -> bool:
    """Whether a text of several lines may stand as it is below its name."""
    if not _LITERAL.fullmatch(text):
        return False
    return all(
        all(letter.isprintable() for letter in line) and line.strip(" ") == line.rstrip(" ")
        for line in text.split("\n")
    )


def _is_flat(items: Iterable[Any]) -> bool:
    """Whether a list is written between brackets: it holds only short texts on one line, numbers and the like."""
    return all(not isinstance(item, (dict, list)) and not (isinstance(item, str) and _is_long(item)) for item in items)


def _is_leaf(value: dict[str, Any]) -> bool:
    """Whether a mapping is written between braces: it holds only figures, such as those of the months."""
    return all(
        (figure is None or isinstance(figure, (int, float))) and len(scalar(key, flow=True)) <= _LONGEST_KEY
        for key, figure in value.items()
    )


def _is_long(text: str) -> bool:
    return "\n" in text or len(text) > WIDTH - 40
