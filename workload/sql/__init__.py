"""SQL texts, by PostgreSQL's own grammar: query keys, what a text does, and values taken out of it."""
