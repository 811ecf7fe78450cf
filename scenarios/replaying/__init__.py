"""One replay with everything around it, alone or at the same time as others."""
