"""Two states of the plan meet: a workbook that comes back, or another copy of the file.

meeting.py what meets and what was chosen · words.py the same in words · conflicts.py where somebody chooses
fits.py what fits together · head.py both sides · page.py all together · coming.py how they get here
"""
