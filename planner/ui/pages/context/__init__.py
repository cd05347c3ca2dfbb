"""Chapter 1: where we stand, who is in the room, and what the year has to bridge."""
