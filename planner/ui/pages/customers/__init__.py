"""Chapter 3: who the plan is for, who it is not for, and what a good lead is."""
