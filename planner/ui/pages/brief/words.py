"""The words of the brief: its eight headings, and what belongs under each."""

from planner.i18n import _, mark

HEADING_WORDS = {
    "management": mark("How the project is run"),
    "where_now": mark("Where are we now"),
    "where_to": mark("Where do we want to be"),
    "what_we_do": mark("What are we doing to get there"),
    "who_to_talk_to": mark("Who do we need to talk to"),
    "how_we_know": mark("How will we know we have arrived"),
    "practicalities": mark("Practicalities"),
    "approvals": mark("Who approves"),
}
_LONG = {"practicalities": mark("Practicalities: dates, money, rules")}
_HINTS = {
    "management": mark("Who leads on both sides, how often you meet, where feedback goes."),
    "where_now": mark("Which revenue goes missing if nothing is done, and what was tried before."),
    "where_to": mark("Which goals of the plan this brief serves. No goal that stands only here."),
    "what_we_do": mark("What is under way already, and the measured proof behind the proposition."),
    "who_to_talk_to": mark("What they think today, and what they must be able to prove afterwards."),
    "how_we_know": mark("By which figures both sides will judge it, and at which figure you stop."),
    "practicalities": mark("Dates that cannot move, what may be spent, and what must be kept to."),
    "approvals": mark("Who says the final yes, who may only advise, how long it takes."),
}


def heading_words(heading: str, *, long: bool = False) -> str:
    """A heading in words; one that this program does not know stands as it was written."""
    if long and heading in _LONG:
        return _(_LONG[heading])
    return _(HEADING_WORDS[heading]) if heading in HEADING_WORDS else heading


def heading_hint(heading: str) -> str:
    """What belongs under a heading."""
    return _(_HINTS[heading])
