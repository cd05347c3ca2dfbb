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
from planner.ui.launch.sparing import spare_the_start
finders = list(sys.meta_path)
spare_the_start()
assert sys.meta_path == finders and not gc.isenabled() and __import__.__name__ != "__feature_import__"
late = [name for name, module in sys.modules.items() if type(module).__name__ == "_LaterModule"]
assert {"shibokensupport.signature.mapping", "shibokensupport.signature.parser", "inspect", "traceback"} <= set(late)
"""
TOGETHER = """
import inspect, sys, threading
sys.setswitchinterval(1e-6)
asked = []
def ask():
    asked.append(inspect.signature(inspect.getsource))
threads = [threading.Thread(target=ask) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(len(asked), *set(map(str, asked)), inspect.__file__, inspect.__spec__.name)
"""


def said(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.replace(" at 0x", "\0").split("\0")[0]


def test_the_binding_says_the_same_as_without():
    assert said(SPARINGLY + SAY) == said("import PySide6.QtCore" + SAY)


def test_a_tool_is_whole_for_everybody_who_asks_at_once():
    sparingly = said(SPARINGLY + TOGETHER)
    assert sparingly.startswith("8 (object) ") and "inspect.py inspect" in sparingly
