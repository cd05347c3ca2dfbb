"""What marks a file as a plan."""

APPLICATION_ID = 0x504C4E57
FILE_VERSION = 1
SUFFIX = ".cgplan"
LARGEST = 512 * 1024 * 1024
"""No plan file is larger, in bytes."""
