"""YAML from anybody, read safely."""

from __future__ import annotations

from functools import cache
from typing import Any

from planner.exchange.text.errors import TextError
from planner.i18n import _

LARGEST = 20 * 1024 * 1024
DEEPEST = 40


class Mapping(dict[str, Any]):
    """Names and values, and the line they begin in."""

    line = 0


class Whole(int):
    """A whole number that remembers how it was written: ``007`` may be a name."""

    text = ""


class Decimal(float):
    """A number with decimals that remembers how it was written."""

    text = ""


class YesNo(int):
    """Yes or no that remembers how it was written: ``no`` may be a word."""

    text = ""


def load_yaml(text: str) -> Mapping:
    """The names and values of a YAML text. Raises TextError: too large, no YAML, aliases, not names and values.

    Days stay texts, and names are texts; figures are ``Whole``, ``Decimal`` and ``YesNo``.
    """
    import yaml

    if len(text) > LARGEST:
        raise TextError(_("it is larger than 20 MB, which no plan is"))
    text = text.removeprefix("\ufeff")
    try:
        _look_through(text)
        tree = yaml.load(text, Loader=_loader())
    except TextError:
        raise
    except yaml.YAMLError as error:
        at = getattr(error, "problem_mark", None)
        where = _("line {line}").format(line=at.line + 1) if at else _("the text")
        raise TextError(
            _("{where} is not YAML; look for a missing quote or a wrong indent there").format(where=where)
        ) from error
    except (RecursionError, ValueError, OverflowError) as error:
        raise TextError(_("it holds a number that nobody can write")) from error
    if not isinstance(tree, Mapping):
        raise TextError(_("it is not a plan; a plan starts with 'meta:'"))
    return tree


def _look_through(text: str) -> None:
    """A few lines of aliases can unfold to gigabytes, and a deep nesting can end the program; a plan needs neither."""
    import yaml

    depth = 0
    for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        line = event.start_mark.line + 1 if event.start_mark else 0
        if isinstance(event, yaml.AliasEvent):
            raise TextError(
                _("line {line} refers to another part of the text, which a plan does not").format(line=line)
            )
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise TextError(_("line {line} is nested deeper than a plan is").format(line=line))


@cache
def _loader() -> Any:
    """A safe loader that keeps lines and spellings, and takes no name twice."""
    import yaml

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        pass

    def mapping(loader: Any, node: Any) -> Mapping:
        made = Mapping()
        made.line = node.start_mark.line + 1
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                raise TextError(_("line {line}: a name must be a word, not a list").format(line=line))
            if key.value in made:
                raise TextError(
                    _("line {line}: {name} is there twice in the same place; keep one of the two").format(
                        line=line, name=key.value
                    )
                )
            made[key.value] = loader.construct_object(value, deep=True)
        return made

    def spelled(kind: Any, construct: Any) -> Any:
        def made(loader: Any, node: Any) -> Any:
            figure = kind(construct(loader, node))
            figure.text = node.value
            return figure

        return made

    safe = yaml.constructor.SafeConstructor
    tag = "tag:yaml.org,2002:"
    Loader.add_constructor(tag + "map", mapping)
    Loader.add_constructor(tag + "timestamp", safe.construct_yaml_str)
    Loader.add_constructor(tag + "int", spelled(Whole, safe.construct_yaml_int))
    Loader.add_constructor(tag + "float", spelled(Decimal, safe.construct_yaml_float))
    Loader.add_constructor(tag + "bool", spelled(YesNo, safe.construct_yaml_bool))
    return Loader


def plain(value: Any) -> Any:
    """What was loaded, as JSON knows it."""
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [plain(part) for part in value]
    if isinstance(value, YesNo):
        return bool(value)
    return float(value) if isinstance(value, Decimal) else int(value) if isinstance(value, Whole) else value
