"""How loud each rule is from which gate on, as the method says (method.md C1 to C9), apart from what the rules say."""

GATES = ("K0", "K1", "K2", "K3", "K4", "K5")

_TABLE = """
w@K0 E@K3: GOL-01 GOL-02
w@K0: GOL-03 GOL-06 GOL-08 GOL-09 STK-02 STK-05 STK-06 DEC-03
E@K0: GOL-04 STK-04 STK-09 BUD-03 FUN-04
w@K2 E@K3: GOL-05 SIN-03 BRF-06 BRF-08 ACT-01 ACT-06 BUD-01 BUD-04 BUD-11 FUN-02 FUN-03 RSK-01
w@K1 E@K3: STK-01 STK-03 SIN-01 SIN-11 MAT-01 FUN-01
w@K1: STK-08 STK-10 SIN-04 MAT-02 MAT-03 MAT-04 MAT-08
E@K1: SIN-02 SIN-10
w@K2: SIN-05 SIN-06 SIN-08 MAT-05 MAT-09 BRF-02 BRF-03 BRF-05 BRF-10 ACT-04 FUN-08 FUN-11 FUN-13 RSK-06 DEC-02 DEC-04
w@K2: VOT-01
w@K1 E@K2: BRF-01 FUN-09
E@K2: BRF-04 BRF-07 BRF-09 DEC-01
E@K3: MAT-07 ACT-02 ACT-07 BUD-02 RSK-02 COM-01
w@K3: ACT-03 ACT-05 ACT-08 ACT-09 BUD-05 BUD-06 BUD-08 BUD-09 FUN-05 FUN-06 FUN-07 FUN-12 RSK-03 RSK-04 RSK-05 COM-03
w@K3 E@K5: SIN-09
w@K3 E@K4: COM-02
E@K4: SGN-01 SGN-02
w@K4: SGN-03 SGN-04
w@K5: BUD-12 FUN-14 COM-04 REV-01 REV-02
i: GOL-07 STK-07 SIN-07 SIN-12 MAT-06 ACT-10 BUD-07 BUD-10 FUN-10
"""
_WORDS = {"w": "warning", "E": "error", "i": "info"}


def _read() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for line in _TABLE.split("\n"):
        begins, _colon, rules = line.partition(": ")
        steps = (part.partition("@") for part in begins.split())
        gates = {gate: _WORDS[letter] for letter, _at, gate in steps if gate}
        for rule in rules.split():
            found[rule] = gates
    return found


BY_RULE = _read()


def severity(rule: str, gate: str) -> str:
    """The severity of a rule at a gate: a quiet hint before the first that it names."""
    reached = [BY_RULE[rule][one] for one in GATES[: GATES.index(gate) + 1] if one in BY_RULE[rule]]
    return reached[-1] if reached else "info"
