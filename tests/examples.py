"""How Hypothesis looks for examples: the same ones in every run, so that a run that fails fails again.

``--hypothesis-profile=search`` looks for others, each time anew, and remembers those that failed.
"""

from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

_PATIENT = {"deadline": None, "suppress_health_check": (HealthCheck.too_slow,)}


def install() -> None:
    """Once, before any test is collected."""
    settings.register_profile("steady", derandomize=True, **_PATIENT)
    settings.register_profile("search", max_examples=1000, print_blob=True, **_PATIENT)
    settings.load_profile("steady")


def hold_still() -> None:
    """Take no constants from the modules that are loaded: these depend on the tests that ran before."""
    if settings.get_current_profile_name() == "steady":
        providers.is_local_module_file = _no_module


def _no_module(path: str) -> bool:
    return False
