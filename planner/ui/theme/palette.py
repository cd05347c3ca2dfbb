"""The theme as a QPalette, for everything that Fusion draws by itself."""

from PySide6.QtGui import QColor, QPalette

from planner.ui.theme.tokens import Theme


def palette(theme: Theme) -> QPalette:
    """All roles set by hand: Fusion's own pairs fail the contrast of 4.5 to 1."""
    role = QPalette.ColorRole
    roles = {
        role.Window: theme.paper,
        role.WindowText: theme.ink,
        role.Base: theme.surface,
        role.AlternateBase: theme.sunken,
        role.Text: theme.ink,
        role.Button: theme.surface,
        role.ButtonText: theme.ink,
        role.BrightText: theme.on_ink,
        role.PlaceholderText: theme.muted,
        role.ToolTipBase: theme.ink,
        role.ToolTipText: theme.on_ink,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.ink,
        role.Accent: theme.focus,
        role.Link: theme.focus,
        role.LinkVisited: theme.focus,
        role.Light: theme.raised,
        role.Midlight: theme.hairline,
        role.Mid: theme.hairline_strong,
        role.Dark: theme.control,
        role.Shadow: theme.ink,
    }
    made = QPalette()
    for key, colour in roles.items():
        made.setColor(key, colour)
    off = QPalette.ColorGroup.Disabled
    for key in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(off, key, theme.muted)
    made.setColor(off, role.Highlight, QColor(theme.track))
    return made
