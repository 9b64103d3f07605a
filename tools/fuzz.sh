#!/usr/bin/env bash
# Fuzzes each door that takes foreign bytes with libFuzzer, two at a time, FUZZ_SECONDS each.
#
#   FUZZ_SECONDS=600 tools/fuzz.sh [TARGET...]     without targets: all
#
# Undefined behaviour ends a run as a finding, as a fault of memory does.  Inputs that taught
# it something stay in build/fuzz/corpus/TARGET; a finding is written to build/fuzz/found/TARGET-*
# and the exit status is 1.  What it finds becomes a seed.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1

seconds=${FUZZ_SECONDS:-600}
sh tools/deps.sh build fuzz || exit 1
if [[ ! -f build/fuzz/build.ninja ]]; then
  CC=clang meson setup build/fuzz --buildtype debugoptimized -Dfuzz=true \
    "-Dc_args=-fsanitize=fuzzer-no-link -fno-sanitize-recover=all" -Db_sanitize=address,undefined -Db_lundef=false >/dev/null || exit 1
fi
ninja -C build/fuzz --quiet || exit 1
mkdir -p build/fuzz/found build/fuzz/log
python3 -B tests/hostile/make_hostile.py build/fuzz/seeds

if [[ $# -gt 0 ]]; then
  targets=("$@")
else
  targets=()
  for source in fuzz/fuzz_*.c; do
    name=$(basename "$source" .c)
    targets+=("${name#fuzz_}")
  done
fi

fuzz() {
  local target=$1
  local corpus=build/fuzz/corpus/$target
  local seeds=(build/fuzz/seeds examples tests/cases)
  [[ ! -d fuzz/seeds/$target ]] || seeds+=("fuzz/seeds/$target")
  [[ $target != lexc ]] || seeds=(data)
  mkdir -p "$corpus"
  build/fuzz/fuzz/fuzz_"$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 \
    -artifact_prefix=build/fuzz/found/"$target"- -print_final_stats=1 -verbosity=0 \
    "$corpus" "${seeds[@]}" >build/fuzz/log/"$target" 2>&1
}

failed=0
pids=()
names=()
reap() {
  local status=0
  wait "${pids[0]}" || status=$?
  local executed
  executed=$(awk '/stat::number_of_executed_units/ { print $2 }' build/fuzz/log/"${names[0]}")
  if [[ $status == 0 ]]; then
    echo "${names[0]}: ${executed:-?} inputs in $seconds s, no finding"
  else
    echo "${names[0]}: FOUND something, see build/fuzz/log/${names[0]}"
    tail -n 20 build/fuzz/log/"${names[0]}"
    failed=1
  fi
  pids=("${pids[@]:1}")
  names=("${names[@]:1}")
}
for target in "${targets[@]}"; do
  [[ ${#pids[@]} -lt 2 ]] || reap
  fuzz "$target" &
  pids+=($!)
  names+=("$target")
done
while [[ ${#pids[@]} -gt 0 ]]; do reap; done
exit $failed
