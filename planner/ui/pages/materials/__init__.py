"""Chapter 6: what there is to hand out, how useful each side finds it, and what happens to it."""
