"""How the program comes on screen quickly, and anew."""
