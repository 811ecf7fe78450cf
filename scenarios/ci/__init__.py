"""`pgrehearse ci`: a scenario in a pipeline, and the files that it leaves there."""
