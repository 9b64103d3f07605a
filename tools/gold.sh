#!/usr/bin/env bash
# Scores the reader on hand-made gold: ../shared/gold, when it is there.
#
#   tools/gold.sh            print all figures
#   tools/gold.sh --check    print TAP: the figures below which we do not go
set -euo pipefail
cd "$(dirname "$0")/.."

shared=../shared
score=$shared/gold/score.py
series=KWT-USA/strategic-dialogue
if [[ ! -f $score ]]; then
  if [[ ${1:-} == --check ]]; then
    echo '1..0 # SKIP no ../shared/gold here'
  else
    echo "No ../shared/gold here: nothing to score."
  fi
  exit 0
fi
out=build/gold
mkdir -p "$out"

score() { python3 -B "$score" "$@"; }

build/mahdar read "$shared"/seeds/*.txt >"$out/seeds.jsonl"
rm -f "$out"/seeds.db*
MAHDAR_STORE=$out/seeds.db build/mahdar add "$shared"/seeds/*.txt >/dev/null
MAHDAR_STORE=$out/seeds.db build/mahdar compare $series --json >"$out/compare.json"
score inputs "$shared"/gold/dev/*.json >"$out/dev-in.jsonl"
build/mahdar read "$out/dev-in.jsonl" >"$out/dev.jsonl"

if [[ ${1:-} != --check ]]; then
  echo '== the two seed reports'
  score score "$shared"/gold/seeds/20*.json <"$out/seeds.jsonl"
  echo '== their comparison'
  score compare "$shared"/gold/seeds/compare.json <"$out/compare.json"
  echo '== development set'
  score score "$shared"/gold/dev/*.json <"$out/dev.jsonl"
  echo '== what its confidence is worth'
  python3 -B tools/calibrate.py "$shared"/gold/dev/*.json
  exit 0
fi
{
  score score "$shared"/gold/seeds/20*.json <"$out/seeds.jsonl"
  score compare "$shared"/gold/seeds/compare.json <"$out/compare.json"
} | python3 -B tools/gold_floor.py tools/gold-floor.tsv
