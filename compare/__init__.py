"""Two or more runs become a verdict. ``Comparison`` is the value that every report reads."""
