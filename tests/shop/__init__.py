"""A small shop written with Django: serial ids, sessions of the framework's own, transactions that use the ids they drew."""
