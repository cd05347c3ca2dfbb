"""Reads the sources and says where one room of the program reaches into another. See "Floors" in the README.

A finding is one line of text; `findings` takes sources by path so that the tests can try it on made-up ones.
"""

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import PurePosixPath

LONGEST_FILE = 400

EVERYWHERE = ("planner", "planner.i18n", "planner.assets")
VOCABULARY = (
    "planner.model.plan",
    "planner.model.fields",
    "planner.model.tables",
    "planner.model.rowset",
    "planner.model.rows",
)
# Room (a module or package; the longest match counts) -> what it may import of the program.
FLOORS = {
    **dict.fromkeys(VOCABULARY, VOCABULARY),
    "planner.i18n": (),
    "planner.assets": (),
    "planner.model": ("planner.model",),
    "planner.calc": ("planner.calc", "planner.model.plan"),
    "planner.charts": ("planner.charts", "planner.calc", "planner.model.plan"),
    "planner.exchange": ("planner.exchange", "planner.charts", "planner.calc", "planner.model"),
    "planner.ui": ("planner.ui", "planner.exchange", "planner.charts", "planner.calc", "planner.model"),
    "planner.commands": (
        "planner.commands",
        "planner.ui.pictures",
        "planner.exchange",
        "planner.charts",
        "planner.calc",
        "planner.model",
    ),
    "planner.cli": ("planner",),
    "planner.app": ("planner",),
    "planner.__main__": ("planner.app",),
}
# Library -> the rooms that may name it.
OWNERS = {
    "sqlalchemy": ("planner.model",),
    "sqlite3": ("planner.model",),
    "openpyxl": ("planner.exchange",),
    "pptx": ("planner.exchange",),
    "python_calamine": ("planner.exchange",),
    "lxml": ("planner.exchange",),
    "defusedxml": ("planner.exchange",),
    "yaml": ("planner.exchange",),
    "matplotlib": ("planner.charts", "planner.ui.canvas"),
    "numpy": ("planner.calc", "planner.charts", "planner.ui.canvas"),
    "PySide6": ("planner.ui", "planner.app"),
}
STANDARD_LIBRARY_ONLY = (*VOCABULARY, "planner.i18n", "planner.assets")
CLOCKS = (
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "time.time",
    "time.time_ns",
    "time.localtime",
)
CLOCK_OWNERS = ("planner.app", "planner.cli")
ASKING = ("QMessageBox", "QFileDialog", "QInputDialog")
ASKING_OWNER = "planner.ui.ask"
PYPLOT = "matplotlib.pyplot"
QT_BACKEND = "matplotlib.backends.backend_qt"


def findings(sources: Mapping[str, str], standard_library: frozenset[str]) -> Iterator[str]:
    """One line for each crossing in `sources`, which maps a path such as "planner/ui/window.py" to its text."""
    modules = {module_name(path) for path in sources}
    for path, text in sources.items():
        room = module_name(path)
        lines = text.count("\n")
        if lines > LONGEST_FILE:
            yield f"{path}: {lines} lines, which is more than {LONGEST_FILE}"
        tree = ast.parse(text, path)
        for line, name in sorted(set(imported(tree, room, path.endswith("__init__.py"), modules))):
            for complaint in about_import(room, name, standard_library):
                yield f"{path}:{line}: {complaint}"
        for line, complaint in about_names(tree, room):
            yield f"{path}:{line}: {complaint}"


def circle(sources: Mapping[str, str]) -> list[str]:
    """Modules that need each other at run time, first and last the same; empty where there are none. What is imported
    for type checking only does not count: a part may name the whole that it is handed."""
    modules = {module_name(path) for path in sources}
    needs: dict[str, set[str]] = {}
    for path, text in sources.items():
        tree, room = ast.parse(text, path), module_name(path)
        for node in ast.walk(tree):
            if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
                node.body = [ast.Pass()]
        named = {name for _line, name in imported(tree, room, path.endswith("__init__.py"), modules)}
        needs[room] = (named & modules) - {room}
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def module_name(path: str) -> str:
    """`planner/ui/__init__.py` is the module `planner.ui`."""
    parts = PurePosixPath(path).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def inside(name: str, rooms: tuple[str, ...]) -> bool:
    """Whether a module is one of the rooms or lies in one."""
    return any(name == room or name.startswith(room + ".") for room in rooms)


def allowed(room: str) -> tuple[str, ...]:
    """What a room may import of the program; a new room at the top has no floor until it is given one."""
    matching = [name for name in FLOORS if inside(room, (name,))]
    return FLOORS[max(matching, key=len)] if matching else ()


def imported(tree: ast.AST, room: str, is_package: bool, modules: set[str]) -> Iterator[tuple[int, str]]:
    """Every module that a source imports, wherever in the file and for whatever purpose, type checking included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            package = room.split(".") if is_package else room.split(".")[:-1]
            start = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*start, *([node.module] if node.module else [])])
            for alias in node.names:
                whole = f"{base}.{alias.name}"
                is_module = whole in modules or not base.startswith("planner")
                yield node.lineno, whole if is_module else base
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
            for argument in node.args[:1]:
                if isinstance(argument, ast.Constant):
                    yield node.lineno, str(argument.value)


def about_import(room: str, name: str, standard_library: frozenset[str]) -> Iterator[str]:
    """What is wrong with a room importing a module, if anything."""
    top = name.partition(".")[0]
    if top == "planner":
        if name not in EVERYWHERE and not inside(name, allowed(room)):
            yield f"{room} may not import {name}"
        return
    if top in OWNERS and not inside(room, OWNERS[top]):
        yield f"{room} may not import {top}"
    elif inside(room, STANDARD_LIBRARY_ONLY) and top not in standard_library:
        yield f"{room} may import the standard library only, not {top}"
    if inside(name, (PYPLOT,)):
        yield "pyplot keeps figures alive for ever; make a Figure"
    if name.startswith(QT_BACKEND) and room != "planner.ui.canvas":
        yield f"{room} may not use matplotlib's Qt backend"


def about_names(tree: ast.AST, room: str) -> Iterator[tuple[int, str]]:
    """Clocks, questions, lambdas and late calls where they may not be."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if called.endswith(".connect") and any(isinstance(argument, ast.Lambda) for argument in node.args):
                yield node.lineno, "a lambda in connect keeps its widget alive for ever; connect a method"
            if called.endswith(".singleShot") and len(node.args) == 2 and isinstance(node.args[1], ast.Attribute):
                yield node.lineno, "a single shot outlives the object whose method it calls; name the object before it"
            if room not in CLOCK_OWNERS and any(f".{called}".endswith(f".{clock}") for clock in CLOCKS):
                yield node.lineno, f"{room} may not read the clock ({called}); take the time as an argument"
        elif isinstance(node, ast.Name | ast.Attribute | ast.alias) and room != ASKING_OWNER:
            name = (
                node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else node.name
            )
            if name in ASKING:
                yield node.lineno, f"{room} may not name {name}; ask through {ASKING_OWNER}"
