"""A scenario file: its values, the rules between them, its document and its schema."""
