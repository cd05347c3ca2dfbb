"""What a screen reader is told of a window, read back through QAccessible."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QComboBox, QWidget

Role = QAccessible.Role

CONTROLS = frozenset(
    {
        Role.Button,
        Role.ButtonMenu,
        Role.CheckBox,
        Role.RadioButton,
        Role.ComboBox,
        Role.EditableText,
        Role.Slider,
        Role.SpinBox,
        Role.List,
        Role.ListItem,
        Role.Table,
        Role.Cell,
        Role.Tree,
        Role.TreeItem,
        Role.PageTab,
        Role.Chart,
        Role.Dialog,
        Role.Link,
    }
)
NO_ROLE = frozenset({Role.NoRole, Role.Client, Role.StaticText, Role.Graphic})
"""What tells nobody that something can be done here."""


@dataclass
class Heard:
    """One thing in the tree."""

    role: QAccessible.Role
    name: str
    value: str
    widget: QWidget | None
    """None for a row or a cell, which is painted by its view."""
    face: QAccessibleInterface

    @property
    def whole_name(self) -> str:
        """Its name with what it is about; of a choice Qt gives what is chosen as its name on some systems."""
        name = self.widget.accessibleName() if isinstance(self.widget, QComboBox) else self.name
        return f"{name}. {self.face.text(QAccessible.Text.Description)}"

    @property
    def takes_keys(self) -> bool:
        """Whether Tab stops here."""
        policy = self.widget.focusPolicy() if self.widget is not None else Qt.FocusPolicy.NoFocus
        return bool(policy & Qt.FocusPolicy.TabFocus) and self.widget is not None and self.widget.isEnabled()


def heard_in(widget: QWidget) -> Iterator[Heard]:
    """The tree under a widget, itself first; what is not in sight is left out."""
    yield from _walk(QAccessible.queryAccessibleInterface(widget))


def _walk(face: QAccessibleInterface) -> Iterator[Heard]:
    about = face.object()
    yield Heard(
        face.role(),
        face.text(QAccessible.Text.Name),
        face.text(QAccessible.Text.Value),
        about if isinstance(about, QWidget) else None,
        face,
    )
    for place in range(face.childCount()):
        child = face.child(place)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from _walk(child)
