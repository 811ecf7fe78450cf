"""How the data of production gets into a target: dumps, base backups, seed scripts, and copies of a running server."""
