"""The face: the ``pgrehearse`` command. It translates options and errors, and computes nothing."""
