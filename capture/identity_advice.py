"""How to make a log contain the user and the database of its statements: one sentence, used in several errors."""

LOG_IDENTITY = (
    "log %u and %d in log_line_prefix, or set log_connections = on before the sessions connect, and capture again; "
    "or give them with --user and --database"
)
