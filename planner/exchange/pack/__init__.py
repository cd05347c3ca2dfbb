"""The kickoff pack: the plan in pictures as PDF and as slides, and a page for each reader."""

from planner.exchange.pack.writing import FORMATS, steps_of, write_pack

__all__ = ["FORMATS", "steps_of", "write_pack"]
