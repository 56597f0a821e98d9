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

compare() {
  parapet diff ${paths[@]+"${paths[@]}"} --changed-since "$PARAPET_COMPARE_WITH" --force "$@"
  # 1 is what the check has judged already.
  [ $? -le 1 ]
}

# Pushes the pictures as the one commit of a branch of this pull request, in a folder of this run. Nothing of the checkout changes.
publish() {
  local branch="$1" folder="$2" picture blob tree commit
  local index; index="$(mktemp -u)"
  while IFS= read -r -d '' picture; do
    blob="$(git hash-object -w --no-filters -- "$picture")" || return 1
    GIT_INDEX_FILE="$index" git update-index --add --cacheinfo "100644,$blob,$folder/${picture#"$PARAPET_OUTPUT/"}" || return 1
  done < <(find "$PARAPET_OUTPUT" -name '*.comparison.svg' -print0)
  [ -e "$index" ] || return 1
  tree="$(GIT_INDEX_FILE="$index" git write-tree)" || return 1
  rm -f "$index"
  commit="$(git -c user.name=Parapet -c user.email=parapet@localhost commit-tree "$tree" -m "Pictures of pull request $PARAPET_PULL_REQUEST")" || return 1
  git push --quiet --force origin "$commit:refs/heads/$branch"
}

if [ -n "$PARAPET_COMPARE_WITH" ]; then
  compare --format markdown,svg --output "$PARAPET_OUTPUT/" || exit 3
  # What is told on GitHub: with pictures only where they are on a server.
  told="$(mktemp -d)"
  links=(--format markdown --output "$told/comparison.md")
  if [ -n "$PARAPET_PICTURES" ] && [ -n "$PARAPET_PULL_REQUEST" ]; then
    branch="$PARAPET_PICTURES/pr-$PARAPET_PULL_REQUEST"
    run="$GITHUB_RUN_ID-$GITHUB_RUN_ATTEMPT"
    if publish "$branch" "$run"; then
      links=(--format markdown,svg --output "$told/" --picture-url "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/raw/$branch/$run")
    else
      echo "::warning::The pictures could not be pushed to $branch; the comment goes without them."
    fi
  fi
  compare "${links[@]}" || exit 3
  if [ -s "$told/comparison.md" ]; then
    cat "$told/comparison.md" >> "$GITHUB_STEP_SUMMARY"
    if [ "$PARAPET_COMMENT" = true ] && [ -n "$PARAPET_PULL_REQUEST" ]; then
      # A comment holds 65,536 characters.
      head -c 60000 "$told/comparison.md" > "$told/comment.md"
      gh pr comment "$PARAPET_PULL_REQUEST" --body-file "$told/comment.md" --edit-last --create-if-none || exit 3
    fi
  fi
fi
exit "$code"
