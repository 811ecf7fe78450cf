"""A shop application with Django: serial ids, transactions that use the ids they drew, and Django's own tables."""
