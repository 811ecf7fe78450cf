"""A migration file is executed on a side before the replay: its duration, and the locks that it holds, are recorded."""
