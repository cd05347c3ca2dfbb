"""The file of a plan: owner, private working copy, publishing, recovery, earlier versions. Knows none of its tables."""
