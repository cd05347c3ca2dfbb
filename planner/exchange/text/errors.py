"""What can be wrong with a plan in the text format."""


class TextError(ValueError):
    """The text is no plan; the message is one plain sentence that names the place and what to do."""
