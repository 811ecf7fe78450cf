"""A Ray cluster: its address, the connection to it, and the actors on its hosts."""
