"""The workload, which capture writes and replay reads: its schema, writer, reader, shapes and query keys."""
