"""What measures draw and say."""

import math

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.parts.halves import HalvesFoot
from planner.ui.parts.mark import OverlapScore, apart_for
from planner.ui.parts.meter import BaselineBar, Meter
from planner.ui.theme import install, theme


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    install(qapp, "light")


def colours_of(widget: QWidget) -> set[str]:
    picture = widget.grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


def spoken(widget: QWidget) -> tuple[str, str]:
    found = QAccessible.queryAccessibleInterface(widget)
    return found.role().name, found.text(QAccessible.Text.Name)


@pytest.mark.parametrize("score", [0, 5, 33, 50, 78, 95, 100])
def test_the_shared_area_is_the_score(score: int) -> None:
    apart = apart_for(score)
    area = 2 * math.acos(apart / 2) - apart / 2 * math.sqrt(4 - apart * apart)
    assert area / math.pi * 100 == pytest.approx(score, abs=0.01)


def test_touching_and_coinciding() -> None:
    assert apart_for(0) == pytest.approx(2)
    assert apart_for(100) == pytest.approx(0)


def test_an_unknown_score_is_not_zero(qtbot: QtBot) -> None:
    score = OverlapScore(None)
    qtbot.addWidget(score)
    assert "not known yet" in spoken(score)[1]
    score.set_score(78.4)
    assert "78 of 100" in spoken(score)[1]


@pytest.mark.parametrize(("share", "level"), [(0.9, "fine"), (0.5, "look")])
def test_a_meter_is_judged(qtbot: QtBot, share: float, level: str) -> None:
    meter = Meter()
    qtbot.addWidget(meter)
    meter.resize(100, 16)
    meter.set_share(share, "Inputs answered")
    assert theme().level(level).fill.name() in colours_of(meter)
    assert spoken(meter) == ("ProgressBar", "Inputs answered")


def test_beyond_the_envelope_turns_red(qtbot: QtBot) -> None:
    meter = Meter(judged=False)
    qtbot.addWidget(meter)
    meter.resize(100, 16)
    meter.set_share(480, "Envelope", 480)
    assert theme().level("fix").fill.name() not in colours_of(meter)
    meter.set_share(560, "Envelope", 480)
    assert {theme().level("fix").fill.name(), theme().blue.name(), theme().ink.name()} <= colours_of(meter)


@pytest.mark.parametrize(("likely", "level"), [(42.0, "fine"), (38.0, "look")])
def test_the_triangle_says_whether_the_target_is_reached(qtbot: QtBot, likely: float, level: str) -> None:
    bar = BaselineBar()
    qtbot.addWidget(bar)
    bar.resize(200, 28)
    bar.set_values(26, 40, likely, "26, goal 40")
    assert theme().level(level).fill.name() in colours_of(bar)


def test_a_bar_without_values_is_only_a_track(qtbot: QtBot) -> None:
    bar = BaselineBar()
    qtbot.addWidget(bar)
    bar.set_values(None, None, None, "Not known yet")
    assert theme().blue.name() not in colours_of(bar)


def test_an_open_half_is_said_and_dashed(qtbot: QtBot) -> None:
    foot = HalvesFoot()
    qtbot.addWidget(foot)
    foot.set_halves(("", ""), ("Martin Okafor", "Offer by name"))
    assert spoken(foot)[1] == "Marketing: open. Sales: Martin Okafor, Offer by name."
    assert theme().voice("marketing").tint.name() not in colours_of(foot)


def test_halves_are_opened_by_keyboard(qtbot: QtBot) -> None:
    foot = HalvesFoot()
    qtbot.addWidget(foot)
    told: list[object] = []
    foot.sideClicked.connect(told.append)
    qtbot.keyClick(foot, Qt.Key.Key_Return)
    qtbot.keyClick(foot, Qt.Key.Key_Right)
    qtbot.keyClick(foot, Qt.Key.Key_Space)
    assert told == ["marketing", "sales"]


def test_two_circles_that_do_not_overlap_take_hardly_more_room_than_two_that_do(qapp_dressed: QApplication) -> None:
    scores = {score: OverlapScore(score, 160, "common ground").sizeHint().width() for score in (None, 0, 40, 60, 100)}
    assert scores[None] == scores[0] == 240 and scores[100] < 165
    assert max(scores.values()) <= 241
