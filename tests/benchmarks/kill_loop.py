"""Kill a program at work N times: python -m tests.benchmarks.kill_loop [N]. Stops at the first damage."""

import secrets
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from tests.model.file.killing import Figures, kill_loop


def main(kills: int = 1000) -> None:
    seed = secrets.randbelow(1_000_000)
    print(f"seed {seed}")
    figures = Figures()
    with tempfile.TemporaryDirectory() as home:
        for figures in kill_loop(Path(home), kills, seed):
            if figures.kills % 100 == 0:
                print(f"{figures.kills} kills, {figures.acknowledged} edits, {figures.lost} lost", flush=True)
    for name, value in asdict(figures).items():
        print(f"{name:>16} {value:.3f}" if isinstance(value, float) else f"{name:>16} {value}")


if __name__ == "__main__":
    main(*(int(text) for text in sys.argv[1:2]))
