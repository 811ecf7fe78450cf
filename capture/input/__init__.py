"""Logs from files, folders, standard input and S3, as blocks of complete records; no module here parses a log format."""
