#!/usr/bin/env bash
# Writes one comment in a pull request, and edits it at the next run. The first line of the text is the marker by which it is found.
# Needs GH_TOKEN (permission pull-requests: write), GITHUB_REPOSITORY, PULL_REQUEST (its number), and COMMENT (the file of the text).
set -euo pipefail

marker=$(head -n 1 "$COMMENT")
case "$marker" in
  '<!-- pgrehearse ci: '*' -->') ;;
  *)
    echo "$COMMENT does not begin with the marker of pgrehearse ci" >&2
    exit 1
    ;;
esac

# Only a comment of an app (of this token) is edited: a person may have quoted the marker.
id=$(gh api --paginate "repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments" \
  --jq '.[] | select(.user.type == "Bot") | [.id, (.body | split("\n")[0] | rtrimstr("\r"))] | @tsv' |
  awk -F '\t' -v marker="$marker" '$2 == marker { print $1; exit }')

if [ -n "$id" ]; then
  gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" --field "body=@$COMMENT" --silent
else
  gh api --method POST "repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments" --field "body=@$COMMENT" --silent
fi
