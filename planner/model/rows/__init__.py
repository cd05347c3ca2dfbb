"""The rows of a plan, one file per part of the vocabulary. Read them through ``planner.model.plan``."""
