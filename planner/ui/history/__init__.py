"""The history page: a strip of days, the edits with their authors, and what changed between two moments.

entries.py what is said of each edit · model.py the list, filtered · rows.py how a row is painted
strip.py days and markers · compared.py, changes.py what changed between A and B · page.py all together
"""
