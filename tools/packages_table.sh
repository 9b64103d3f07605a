#!/bin/sh
# The table of packages in README.md comes from tools/packages.tsv.
#
#   tools/packages_table.sh            prints the table's rows
#   tools/packages_table.sh --check    does README.md hold just these?
set -eu
cd "$(dirname "$0")/.."

rows() {
  awk -F '\t' '!/^#/ { printf "| `%s` | %s | %s |\n", $1, $2, $3 }' tools/packages.tsv
}

if [ "${1:-}" = --check ]; then
  mkdir -p build
  rows >build/packages-of-tsv
  grep "^[|] [^ ]* [|] [a-z]* [|] .* [|]$" README.md | grep -v "^[|] package" >build/packages-of-readme
  diff build/packages-of-tsv build/packages-of-readme
else
  rows
fi
