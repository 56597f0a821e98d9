#!/usr/bin/env bash
# What action.yml runs. Inputs are PARAPET_… variables; Parapet is that of the checkout which this file is in.
set -uo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
parapet() { node "$here/../../cli/run.mjs" "$@"; }

paths=()
while IFS= read -r line; do [ -n "$line" ] && paths+=("$line"); done <<< "$PARAPET_PATHS"

options=()
add() { if [ -n "$2" ]; then options+=("$1" "$2"); fi; }
add --baseline "$PARAPET_BASELINE"
add --standard "$PARAPET_STANDARD"
add --catalog "$PARAPET_CATALOG"
add --changed-since "$PARAPET_CHANGED_SINCE"
add --shard "$PARAPET_SHARD"
add --fail-on "$PARAPET_FAIL_ON"

# ${a[@]+…}: an empty list is no error to the bash of macOS.
parapet check ${paths[@]+"${paths[@]}"} ${options[@]+"${options[@]}"} --format "$PARAPET_FORMATS" --output "$PARAPET_OUTPUT/" --force
code=$?
echo "code=$code" >> "$GITHUB_OUTPUT"
[ "$code" -eq 2 ] && exit 2

if [ -n "$PARAPET_COMPARE_WITH" ]; then
  comparison="$PARAPET_OUTPUT/comparison.md"
  parapet diff ${paths[@]+"${paths[@]}"} --changed-since "$PARAPET_COMPARE_WITH" --format markdown --output "$comparison" --force
  # 1 is what the check has judged already.
  [ $? -ge 2 ] && exit 3
  if [ -s "$comparison" ]; then
    cat "$comparison" >> "$GITHUB_STEP_SUMMARY"
    if [ "$PARAPET_COMMENT" = true ] && [ -n "$PARAPET_PULL_REQUEST" ]; then
      # A comment holds 65,536 characters.
      head -c 60000 "$comparison" > "$comparison.short"
      gh pr comment "$PARAPET_PULL_REQUEST" --body-file "$comparison.short" --edit-last --create-if-none || exit 3
    fi
  fi
fi
exit "$code"
