"""Bringing lists in: one page that shows a file as it is, what was found in it, and what would come of it.

entry       bring_in(window, path): what a file is decides where it goes; bring_in_block for what was copied
session     Session: the file, what was said about it, the preview; everything long happens beside the window
page        ImportPage, the page without a chapter number, with its head and its foot
sheetview   SheetView: the sheet with its mess, the table outlined; corners can be dragged or moved by keys
columns     ColumnList: one row for each column and what it holds
rows        WordList: rows that ask, and rows that are left out
faces       what the two lists show, as plain values made from a preview
"""
