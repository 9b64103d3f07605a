#!/usr/bin/env bash
# Everything behind `make bench-peers`: the article of web pages, against others who find it.
#
#   PAGES=../article-extraction-benchmark make bench-peers
#
# The peers (bench/peers.txt) go into a virtual environment of their own, build/bench/venv; nothing
# else is fetched.  Pages and their truth are those of the public benchmark, which is not part
# of this repository.
set -euo pipefail
cd "$(dirname "$0")/.."

pages=${PAGES:-../article-extraction-benchmark}
if [[ ! -f $pages/evaluate.py || ! -f $pages/ground-truth.json || ! -d $pages/html ]]; then
  echo "bench-peers: no benchmark in $pages.  Get it with" >&2
  echo "  git clone https://github.com/scrapinghub/article-extraction-benchmark $pages" >&2
  echo "or say where it is: PAGES=FOLDER make bench-peers" >&2
  exit 1
fi

sh tools/build.sh
ninja -C build --quiet page_rate page_tree
work=build/bench
mkdir -p "$work"
if [[ ! -x $work/venv/bin/python ]] || ! cmp -s bench/peers.txt "$work/venv/peers.txt"; then
  python3 -m venv --clear "$work/venv"
  "$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check -r bench/peers.txt
  cp bench/peers.txt "$work/venv/peers.txt"
fi

echo "$(uname -m), $(nproc) processors, $(awk -F ': ' '/model name/ { print $2; exit }' /proc/cpuinfo)"
python3 -B bench/peers.py build "$pages" "$work"
"$work/venv/bin/python" -B bench/tree_agrees.py build/page_tree "$work/pages"
