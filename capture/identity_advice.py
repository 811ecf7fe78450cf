"""How a log tells whose its statements are: one sentence for every place that has to say it."""

WHOSE = (
    "log %u and %d in log_line_prefix, or set log_connections = on before the sessions connect, and capture again; "
    "or say whose they are with --user and --database"
)
