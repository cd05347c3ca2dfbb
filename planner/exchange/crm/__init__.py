"""Opportunity exports of CRM programs: the team's own rates, deal size and time to the order."""

from planner.exchange.crm.into_plan import PreviewLine, crm_rows, preview
from planner.exchange.crm.opportunities import CrmImport, Opportunity, Skipped
from planner.exchange.crm.reading import read_crm
from planner.exchange.refused import ImportRefused

__all__ = ["CrmImport", "ImportRefused", "Opportunity", "PreviewLine", "Skipped", "crm_rows", "preview", "read_crm"]
