"""Chapter 4: who has to be heard and won, and who talked to them."""
