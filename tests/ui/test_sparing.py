"""Qt imported sparingly is the same Qt: its messages and signatures are there when somebody asks."""

import subprocess
import sys

SAY = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(["test"])
label = QLabel()
for wrong in (lambda: label.setText(3), lambda: label.resize("a", "b", 3), lambda: label.nothing):
    try:
        wrong()
    except (TypeError, AttributeError) as error:
        print(error)
from PySide6.support.signature import layout
from shibokensupport.signature.lib.enum_sig import SimplifyingEnumerator
print(layout.create_signature, SimplifyingEnumerator.__module__)
"""
SPARINGLY = """
import gc, sys
from planner.ui.sparing import spare_the_start
finders = list(sys.meta_path)
spare_the_start()
assert sys.meta_path == finders and not gc.isenabled()
late = [name for name, module in sys.modules.items() if type(module).__name__ == "_LaterModule"]
assert "shibokensupport.signature.parser" in late, late
"""


def said(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.replace(" at 0x", "\0").split("\0")[0]


def test_the_binding_says_the_same_as_without():
    assert said(SPARINGLY + SAY) == said("import PySide6.QtCore" + SAY)
