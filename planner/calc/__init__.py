"""The numbers: pure functions over a ``Plan``. No clock, no input or output; importing this costs next to nothing."""
