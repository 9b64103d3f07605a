#!/bin/sh
# Installs the Debian packages that are missing, and says which and why.
#
#   tools/deps.sh [--check] WHAT...     WHAT: build test fuzz fit format (tools/packages.tsv)
#
# Works as root or through sudo, asks nothing.  --check installs nothing: it names
# what is missing and fails.  On a system without dpkg it only says what to look for.
set -eu
cd "$(dirname "$0")/.."

check=no
if [ "${1:-}" = --check ]; then
  check=yes
  shift
fi
wanted=${*:-build}

installed() {
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# package TAB reason of all that WHAT needs
needed() {
  for what in $wanted; do
    awk -F '\t' -v what="$what" '!/^#/ && $2 == what { print $1 "\t" $3 }' tools/packages.tsv
  done
}

if ! command -v dpkg-query >/dev/null 2>&1; then
  echo "This is no Debian system.  Mahdar needs what these Debian packages hold:"
  needed | awk -F '\t' '{ printf "  %-20s %s\n", $1, $2 }'
  exit 0
fi

missing=
reasons=$(needed | while IFS="$(printf '\t')" read -r package why; do
  installed "$package" || printf '  %-20s %s\n' "$package" "$why"
done)
[ -n "$reasons" ] || exit 0
missing=$(printf '%s\n' "$reasons" | awk '{ print $1 }' | tr '\n' ' ')

if [ "$check" = yes ]; then
  printf 'Missing packages:\n%s\n' "$reasons" >&2
  printf "'make deps' installs them, or: apt-get install %s\n" "$missing" >&2
  exit 1
fi

as_root=
if [ "$(id -u)" != 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    printf 'Missing packages:\n%s\n' "$reasons" >&2
    printf 'Neither root nor sudo: ask for  apt-get install %s\n' "$missing" >&2
    exit 1
  fi
  as_root='sudo env'
fi

printf 'Installing from Debian:\n%s\n' "$reasons"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt() {
  # shellcheck disable=SC2086  # as_root is two words or none
  $as_root ${as_root:+DEBIAN_FRONTEND=noninteractive} apt-get -q "$@" >"$log" 2>&1 </dev/null
}
export DEBIAN_FRONTEND=noninteractive
apt update || {
  echo "apt-get update failed; trying with the lists that are there:" >&2
  tail -n 3 "$log" >&2
}
# shellcheck disable=SC2086  # a list of packages
apt install -y --no-install-recommends $missing || {
  tail -n 20 "$log" >&2
  echo "apt-get could not install the packages above" >&2
  exit 1
}
