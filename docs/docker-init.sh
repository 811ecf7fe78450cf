#!/bin/bash
# Runs once in a new data directory of docker-compose.yml: lets the standby stream.
set -e
echo "host replication all all scram-sha-256" >> "$PGDATA/pg_hba.conf"
