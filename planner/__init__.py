"""Common Ground: one marketing plan, built together by marketing, sales and an agency."""

__version__ = "0.1.0"
