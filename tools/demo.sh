#!/bin/sh
# From a fresh clone to a comparison of two rounds, in one command.
set -eu
cd "$(dirname "$0")/.."

sh tools/deps.sh build run
echo 'Building ...'
sh tools/build.sh

series=KWT-USA/strategic-dialogue
out=build/demo
rm -rf "$out"
mkdir -p "$out"
MAHDAR_STORE=$out/mahdar.db
export MAHDAR_STORE

# Shows a command as one would type it, and runs it.
run() {
  printf '\n$ %s\n' "$*"
  "$@"
}

echo
echo "The store of this demo is $MAHDAR_STORE; your own is untouched."
printf '\n$ build/mahdar add examples/*.txt examples/more.jsonl\n'
build/mahdar add examples/*.txt examples/more.jsonl
run build/mahdar dialogues
run build/mahdar compare $series
build/mahdar compare $series --html >"$out/compare.html"

cat <<END

The same as a page to print or send on:  $out/compare.html

Type next, for example:
  export MAHDAR_STORE=$PWD/$MAHDAR_STORE
  build/mahdar show $series@5            the positions of the fifth round
  build/mahdar compare $series 3 5       any two rounds
  build/mahdar compare $series --json    for a program to read
  build/mahdar read examples/more.jsonl            what is read out of each report
  build/mahdar add YOUR-FOLDER                     your own reports
Then read docs/manual.md, or docs/tour.md to see how it works inside.
END
