"""What marks a file as a plan, and how large one may be."""

from __future__ import annotations

from pathlib import Path

APPLICATION_ID = 0x504C4E57
FILE_VERSION = 2
SUFFIX = ".cgplan"

LARGEST = 512 * 1024 * 1024
"""Bytes; a larger file is refused before anything reads it (a sparse file passes every check in no time)."""

MAGIC = b"SQLite format 3\x00"
HEADER_SIZE = 100
DATABASE_NAME = "plan.db"
"""The working copy's name in its private folder."""


def with_suffix(path: Path) -> Path:
    """The path with the extension of plans, unless it has it already in any case."""
    return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)


def version_of(header: bytes) -> int:
    """The file version in the first 100 bytes of a plan."""
    return int.from_bytes(header[60:64], "big")


def is_plan(header: bytes) -> bool:
    """Whether these first 100 bytes are those of a plan, of whatever version."""
    return (
        len(header) == HEADER_SIZE
        and header.startswith(MAGIC)
        and int.from_bytes(header[68:72], "big") == APPLICATION_ID
    )


def unmarked(header: bytes) -> bytes:
    """The first 100 bytes without the counters that SQLite moves on when it rewrites the same content.

    These are the change counter, the schema cookie, the version-valid-for number and SQLite's own version.
    """
    if not header.startswith(MAGIC) or len(header) < HEADER_SIZE:
        return header
    zero = bytes(4)
    return header[:24] + zero + header[28:40] + zero + header[44:92] + zero + zero + header[100:]
