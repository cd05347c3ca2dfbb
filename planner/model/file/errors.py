"""What can be wrong with a plan file. Each message is one plain sentence that names the file and what to do."""

from __future__ import annotations


class PlanFileError(Exception):
    """Something about the file, not about the program."""


class PlanMissing(PlanFileError):
    """There is no such file."""


class NotAPlan(PlanFileError):
    """The file is something else."""


class NewerPlan(PlanFileError):
    """The file was written by a newer version of the program."""


class DamagedPlan(PlanFileError):
    """The file is a plan and cannot be read."""


class PlanInUse(PlanFileError):
    """Somebody else, or another window, has the plan open."""


class PlaceTaken(PlanFileError):
    """There is a file of this name already."""


class ReadOnlyPlace(PlanFileError):
    """The folder or file cannot be written."""


class DiskFull(PlanFileError):
    """There is no room."""
