"""The file between capture and replay: its schema, writing, reading, shapes and query keys."""
