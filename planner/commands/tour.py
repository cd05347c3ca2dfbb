"""The whole job on the worked example, on a machine without a screen."""

from __future__ import annotations

import argparse
import os

from planner.commands.base import Now, Refused, create
from planner.commands.files import Wanted, example_plan, export_plan
from planner.i18n import _
from planner.model.changes import Author


def run_tour(options: argparse.Namespace, now: Now) -> int:
    folder = options.folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(_("Could not make the folder {folder}: {reason}.").format(
            folder=folder, reason=error.strerror)) from error  # fmt: skip
    plan_file = folder / "example.cgplan"
    if plan_file.exists():
        raise Refused(_("There is a tour in {folder} already; name another folder.").format(folder=folder))
    create(plan_file, example_plan(), _("Write the worked example"), now, Author(_("Common Ground")))
    print(plan_file)
    everything = Wanted(workbook=True, charts=("png", "svg", "pdf"), text=True, pack=("pdf", "pptx"))
    for path in export_plan(plan_file, folder / "export", everything, now):
        print(path)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from planner.ui.pictures import take_pictures

    for path in take_pictures(plan_file, folder / "pages", now):
        print(path)
    return 0
