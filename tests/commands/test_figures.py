"""The forecast and the cut on the command line: for people in sentences, for programs under the agreed names."""

import json
from pathlib import Path
from typing import Any

import pytest

from planner.assets import resource
from planner.cli import main


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plan") / "example.cgplan"
    assert main(["example", str(path)]) == 0
    return path


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    path = tmp_path / "empty.cgplan"
    assert main(["new", str(path), "--start", "2027-01"]) == 0
    return path


def run(capsys: Any, *words: object) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main([str(word) for word in words])
    out, err = capsys.readouterr()
    return code, out, err


def test_the_cut_for_programs(capsys: Any, example: Path) -> None:
    oracle = json.loads(resource("example", "oracles.json").read_text(encoding="utf-8"))["cut_example"]
    code, out, _err = run(capsys, "cut", example, "--share", 0.2, "--from", "2027-05", "--json")
    found = json.loads(out)
    assert code == 0
    assert list(found) == ["share", "cut", "from_month", "equal", "agreed", "optimal"]
    for policy in ("equal", "agreed"):
        assert {key: found[policy][key] for key in oracle[policy]} == oracle[policy]
    _code, again, _err = run(capsys, "cut", example, "--amount", 104_000, "--from", "2027-05", "--json",
                             "--policy", "agreed")  # fmt: skip
    assert json.loads(again) == {key: value for key, value in found.items() if key not in ("equal", "optimal")}


def test_the_cut_for_people(capsys: Any, example: Path) -> None:
    code, out, _err = run(capsys, "cut", example, "--share", 0.2, "--from", "2027-05")
    assert code == 0
    assert "Saving EUR 104,000 this year costs about EUR 666,914 of orders, 64% of it after December 2027" in out
    assert "The deepest month is February 2028: EUR 85,788 of orders are missing." in out
    assert "Each EUR 1 saved costs EUR 2.44 of contribution." in out
    assert "By the agreed order" in out
    assert "Promises to sales that break: C-01." in out
    _code, more, _err = run(capsys, "cut", example, "--amount", 400_000, "--from", "2027-05", "--policy", "equal")
    assert "Only EUR 215,200 of the EUR 400,000 asked for can still be cut." in more
    assert "By the agreed order" not in more


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--from", "2027-05"], "Say how much"),
        (["--from", "May", "--share", "0.2"], "May is no month"),
        (["--from", "2027-05", "--share", "20"], "between 0 and 1"),
        (["--from", "2027-05", "--amount", "-1"], "not negative"),
        (["--from", "2027-05", "--amount", "nan"], "not negative"),
        (["--from", "2027-05", "--share", "120%"], "between 0 and 1"),
    ],
)
def test_a_cut_that_cannot_be_asked(capsys: Any, example: Path, words: list[str], said: str) -> None:
    code, out, err = run(capsys, "cut", example, *words)
    assert (code, out) == (2, "")
    assert said in err


@pytest.mark.parametrize("share", ["0.2", "0,2", "20%"])
def test_a_share_is_read_as_people_write_it(capsys: Any, example: Path, share: str) -> None:
    code, out, _err = run(capsys, "cut", example, "--share", share, "--from", "2027-05", "--policy", "agreed", "--json")
    assert (code, json.loads(out)["share"], json.loads(out)["cut"]) == (0, 0.2, 104_000)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["cut", "--share", "a fifth", "--from", "2027-05"], "a fifth is no share; write it like 0.2"),
        (["cut", "--amount", "much", "--from", "2027-05"], "much is no amount; write it like 104000"),
        (["forecast", "--runs", "1e3"], "1e3 is no whole number"),
    ],
)
def test_what_is_no_figure_is_said_in_a_sentence(capsys: Any, example: Path, words: list[str], said: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        run(capsys, words[0], example, *words[1:])
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1


def test_the_forecast_for_people(capsys: Any, example: Path) -> None:
    code, out, _err = run(capsys, "forecast", example, "--runs", 2000, "--seed", 3)
    assert code == 0
    for said in (
        "EUR 515,400",
        "1,680.8",
        "EUR 2,016,912",
        "a coin flip",
        "2,000 times with the seed 3",
        "EUR 1,694,206 to EUR 2,339,618",
        "EUR 16,187",
        "decided by leads from January 2027 to June 2027",
        "until July 2027",
        "82%",
    ):
        assert said in out


def test_an_empty_plan_says_what_is_not_known(capsys: Any, empty: Path) -> None:
    code, out, _err = run(capsys, "forecast", empty)
    assert code == 0
    assert out.count("not known yet") > 20
    code, out, _err = run(capsys, "cut", empty, "--share", 0.2, "--from", "2027-05")
    assert code == 0
    assert "Nothing is cut" in out


def test_a_seed_is_a_number_from_nothing_on(capsys: Any, example: Path) -> None:
    code, _out, err = run(capsys, "forecast", example, "--seed", -4)
    assert code == 2
    assert "A seed" in err
