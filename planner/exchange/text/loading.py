"""YAML from anybody, read safely."""

from __future__ import annotations

from typing import Any

from planner.exchange.text.errors import TextError
from planner.i18n import _

LARGEST = 20 * 1024 * 1024


def load_yaml(text: str) -> dict[str, Any]:
    """The names and values of a YAML text. Raises TextError: too large, no YAML, aliases, not names and values."""
    import yaml

    if len(text) > LARGEST:
        raise TextError(_("it is larger than 20 MB, which no plan is"))
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        # A few lines of aliases can unfold to gigabytes; a plan needs none.
        for event in yaml.parse(text, Loader=loader):
            if isinstance(event, yaml.events.AliasEvent):
                line = getattr(event.start_mark, "line", 0) + 1
                raise TextError(
                    _("line {line} refers to another part of the text, which a plan does not").format(line=line)
                )
        tree = yaml.load(text, Loader=loader)
    except yaml.YAMLError as error:
        at = getattr(error, "problem_mark", None)
        where = _("line {line}").format(line=at.line + 1) if at else _("the text")
        raise TextError(
            _("{where} is not YAML; look for a missing quote or a wrong indent there").format(where=where)
        ) from error
    except TextError:
        raise
    except (RecursionError, ValueError) as error:
        raise TextError(_("it is nested too deeply or holds an impossible date")) from error
    if not isinstance(tree, dict):
        raise TextError(_("it is not a plan; a plan starts with 'meta:'"))
    return tree
