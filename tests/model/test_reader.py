from __future__ import annotations

import sqlite3

import pytest

from planner.cli import main
from planner.model.file.errors import DamagedPlan
from planner.model.reader import read_file, read_history


@pytest.mark.parametrize(
    "hostile",
    [
        "CREATE VIEW looking AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n",
        "CREATE TRIGGER t AFTER INSERT ON goal BEGIN DELETE FROM goal; END",
    ],
)
def test_a_file_with_something_to_run_is_not_read(tmp_path, hostile):
    path = tmp_path / "example.cgplan"
    main(["example", str(path)])
    assert read_file(path, ["goal"]).goals.by_code("G1")
    connection = sqlite3.connect(path)
    connection.execute(hostile)
    connection.commit()
    connection.close()
    for read in (read_file, read_history):
        with pytest.raises(DamagedPlan, match=r"example\.cgplan"):
            read(path)
