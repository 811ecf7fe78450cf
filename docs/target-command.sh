#!/bin/sh
# An example of the commands of a target of kind "command" (docs/targets.md): the target is a copy of a database on a server that exists.
# PGHOST, PGPORT and PGUSER are those of the server; the database $TEMPLATE is the restored data. Usage: target-command.sh ACTION
set -eu
json=$(cat) # {"format": 1, "action": .., "name": .., "run": .., "settings": {..}, "input": {..}}
database=rehearsal_$(printf '%s' "$json" | sed 's/.*"run": "\([0-9a-f]*\)".*/\1/')

case "$1" in
prepare) createdb --template="$TEMPLATE" "$database" ;;
describe)
    cat <<JSON
{"primary": "postgresql://$PGUSER@$PGHOST:$PGPORT/$database",
 "version": "$(psql -XAtc 'show server_version' "$database")", "price": 0.5,
 "data": {"how": "dump", "name": "$TEMPLATE"}, "steps": ["copied from $TEMPLATE"]}
JSON
    ;;
reset) dropdb "$database" && createdb --template="$TEMPLATE" "$database" ;;
destroy) dropdb --if-exists "$database" ;;
esac
