"""The window speaks the language that was chosen: words, Qt's own words, months and figures."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from planner import i18n
from planner.model.plan import SINGLETONS, Facts, Plan, Rows
from planner.ui.language import speak
from planner.ui.numbers import Numbers, numbers_of
from planner.ui.parts.badge import key_words
from planner.ui.parts.datefield import day_words, read_day
from planner.ui.reading import choice_words, read_month


@pytest.fixture
def german(qapp: QCoreApplication) -> Iterator[None]:
    before = QLocale()
    speak("de", qapp)
    yield
    i18n.use_language(None)
    QLocale.setDefault(before)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


def plan(region: str | None) -> Plan:
    return Plan().with_tables({"facts": Rows([Facts(id=SINGLETONS["facts"], locale=region, currency="EUR")])})


def test_words_and_those_of_qt(german: None) -> None:
    assert i18n._("Goals") == "Ziele"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    assert choice_words("own_data") == "Eigene Daten"
    assert key_words("Ctrl+Shift+K") == "Strg Umschalt K"


def test_english_installs_nothing(qapp: QCoreApplication) -> None:
    speak("en", qapp)
    assert i18n.language() == "en"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_a_language_nobody_translated_is_english(qapp: QCoreApplication) -> None:
    speak("tlh", qapp)
    assert i18n._("Goals") == "Goals"


def test_months_and_days_are_german_and_figures_those_of_the_plan(german: None) -> None:
    here, there = numbers_of(plan("en_GB")), numbers_of(plan("de_DE"))
    assert [one.month("2027-03") for one in (here, there)] == ["Mär 2027", "Mär 2027"]
    assert here.day("2026-10-05") == "5. Okt 2026"
    assert here.day_short("2026-10-05") == "5. Okt"
    assert here.money(123_456) == "1,234.56\u00a0€"
    assert there.money(123_456) == "1.234,56\u00a0€"
    assert there.money_short(51_540_000) == "515\u00a0T€"
    assert there.money_short(-192_000_000) == "−1,92\u00a0M€"


def test_a_plan_without_a_region_is_written_like_the_language(german: None) -> None:
    assert numbers_of(plan(None)).money(123_456) == "1.234,56\u00a0€"
    i18n.use_language(None)
    assert numbers_of(plan(None)).money(123_456) == "€1,234.56"


def test_german_words_are_read_as_they_are_typed(german: None) -> None:
    numbers = Numbers("de_DE", "EUR")
    amounts = {"515\u00a0T€": 515e3, "1,92 M€": 1.92e6, "1,5 Mio. €": 1.5e6, "1,2 Tsd.": 1200.0, "2 k": 2000.0}
    assert {text: numbers.read_number(text) for text in amounts} == amounts
    months = {"Mär 2027": "2027-03", "Dezember": "2027-12", "Oct 2026": "2026-10"}
    assert {text: read_month(text, "2027") for text in months} == months
    assert read_day("5. Okt 2026", 2027) == ("2026-10-05", "")
    assert read_day("8.12.26", 2027) == ("2026-12-08", "")
    assert day_words("2026-12-08") == "8. Dez 2026"
    assert read_day("31. Februar", 2027)[1] == i18n._("No such day. The last is {day}.").format(day="28. Februar")
