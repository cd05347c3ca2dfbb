"""Finding by words or code in many short texts, also where a letter is wrong. Knows nothing of plans or widgets."""

from collections.abc import Iterable, Sequence

_ALIKE = 78
"""How alike, of 100, a text with a slip must be; below it strangers are found."""
_SLIPS_FROM = 4
"""Letters from which on slips are thought of: shorter words are near to everything."""


class Index:
    """Texts that are searched often. Places of texts are given back, the best first."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        """Each text has a code that finds it at once ("" for none)."""
        pairs = [(f"{code} {text}".strip().casefold(), code.casefold()) for text, code in texts]
        self._texts = [text for text, _code in pairs]
        self._codes = [code for _text, code in pairs]

    def find(self, typed: str, most: int = 40) -> list[int]:
        """The places of the texts that fit what was typed; all in their order where nothing was."""
        wanted = typed.casefold().split()
        if not wanted:
            return list(range(min(most, len(self._texts))))
        whole = " ".join(wanted)
        ranked = []
        for place, text in enumerate(self._texts):
            if all(word in text for word in wanted):
                ranked.append((self._rank(place, whole, wanted), place))
        ranked.sort()
        found = [place for _rank, place in ranked[:most]]
        if len(found) < most // 4 and len(whole) >= _SLIPS_FROM:
            known = set(found)
            found += [place for place in self._alike(whole, most) if place not in known]
        return found[:most]

    def _rank(self, place: int, whole: str, wanted: Sequence[str]) -> tuple[int, int]:
        text, code = self._texts[place], self._codes[place]
        if code and code == whole:
            return 0, 0
        title = text[len(code) :].strip() if code else text
        if title == whole or title.startswith(whole):
            return 1, len(title)
        if all(f" {word}" in f" {title}" for word in wanted):
            return 2, title.find(wanted[0])
        return (3 if code.startswith(whole) else 4), text.find(wanted[0])

    def _alike(self, whole: str, most: int) -> list[int]:
        from rapidfuzz import fuzz, process

        # Part of a text against what was typed, so that a slip counts for what it is in a long title too; but a text
        # much shorter than what was typed would itself be the part.
        least = len(whole) - 2
        close = process.extract(whole, self._texts, scorer=fuzz.partial_ratio, score_cutoff=_ALIKE, limit=4 * most)
        return [place for text, _score, place in close if len(text) >= least][:most]
