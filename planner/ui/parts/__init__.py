"""The component inventory of the design language."""
