"""Rows of the plan to be typed into: sheets, forms, fields, grids, all from the declared fields."""
