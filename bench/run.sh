#!/usr/bin/env bash
# Everything behind `make bench`.  Measures on ../shared/corpus when it is there, else on
# examples/ repeated; prints what the figures were measured on beside them.
set -euo pipefail
cd "$(dirname "$0")/.."

sh tools/build.sh
work=build/bench
mkdir -p "$work"
articles=$work/articles.jsonl
[[ -f $articles ]] || python3 -B bench/make_articles.py ../shared/corpus examples "$articles"

echo "$(uname -m), $(nproc) processors, $(awk -F ': ' '/model name/ { print $2; exit }' /proc/cpuinfo)"
python3 -B bench/read_against_wc.py build/mahdar "$articles"
echo
python3 -B bench/store_rates.py build/mahdar "$articles" examples "$work"
echo
python3 -B bench/copies_growth.py build/mahdar "$articles" "$work"
echo
ninja -C build --quiet list_warc
python3 -B bench/read_warc.py build/list_warc "$work"
