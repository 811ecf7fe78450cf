#!/bin/bash
# Lets the standby of docker-compose.yml stream. The image runs it in a new data directory; in an existing one it changes nothing.
set -e
rule="host replication all all scram-sha-256"
grep --quiet --line-regexp --fixed-strings "$rule" "$PGDATA/pg_hba.conf" || echo "$rule" >> "$PGDATA/pg_hba.conf"
