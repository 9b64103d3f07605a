#!/usr/bin/env bash
# Everything behind `make test`: installs what tests need, builds twice (release; with
# sanitizers) and runs all suites.  The last line is the sum: `N passed, N failed`.
#
#   tests/run.sh [--quick]     --quick leaves out the sanitizers
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1

quick=${1:-}
sums=build/test/sums.tsv
began=$SECONDS

suite() { python3 -B tests/suite.py "$sums" "$@"; }

# Says what went wrong, and nothing when all is well.
ninja_in() {
  local said
  said=$(ninja --quiet -C "$@" 2>&1) || {
    printf '%s\n' "$said"
    return 1
  }
}

# A step that all later ones stand on.
must() {
  local what=$1
  shift
  "$@" && return
  echo "$what failed: nothing could be tested"
  echo '0 passed, 1 failed'
  exit 1
}

must 'Installing packages' sh tools/deps.sh build test run
must 'Building' sh tools/build.sh
must 'Building the tests' ninja_in build meson-test-prereq tests/fetch_ask
mkdir -p build/test
: >"$sums"
export MAHDAR=$PWD/build/mahdar
unset MAHDAR_STORE

echo '== as released'
suite unit --meson build
suite rooms sh -c "awk -f tools/rooms.awk src/rooms.txt \$(find src -name '*.[ch]' | sort)"
suite header sh tests/header/run.sh
suite install bash tests/install/run.sh build build/test/root
suite cli python3 -B -m unittest discover -s tests/cli -v
suite fetch python3 -B -m unittest discover -s tests/fetch -v
suite hostile python3 -B tests/hostile/run.py build/mahdar build/test/hostile
suite grid python3 -B tests/grid/run.py build/mahdar
suite stories python3 -B tests/grid/stories.py build/mahdar
suite filed python3 -B tests/grid/filed.py build/mahdar
suite spans python3 -B tests/grid/spans.py build/mahdar
suite reports python3 -B tests/reports/run.py build/mahdar
suite readings python3 -B tests/readings/run.py build/mahdar
suite oneself python3 -B tests/grid/oneself.py build/mahdar
suite silent python3 -B tests/grid/silent.py build/mahdar
suite meetings python3 -B tests/grid/meetings.py build/mahdar
suite copies python3 -B tests/copies/run.py build/mahdar
suite docs python3 -B tests/docs/run.py build build/test/docs docs/manual.md docs/tour.md
suite packages sh tools/packages_table.sh --check
suite gold bash tools/gold.sh --check

if [[ $quick != --quick ]]; then
  echo '== with address and undefined-behaviour sanitizers'
  if [[ ! -f build/asan/build.ninja ]]; then
    must 'Configuring with sanitizers' meson setup build/asan --buildtype debugoptimized \
      -Db_sanitize=address,undefined -Db_lundef=false >build/test/asan.log
  fi
  must 'Building with sanitizers' ninja_in build/asan all meson-test-prereq tests/fetch_ask
  export ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1:exitcode=99
  export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1:exitcode=99
  export MAHDAR=$PWD/build/asan/mahdar
  suite unit+asan --meson build/asan
  suite cli+asan python3 -B -m unittest discover -s tests/cli -v
  FETCH_ASK=$PWD/build/asan/tests/fetch_ask suite fetch+asan \
    python3 -B -m unittest discover -s tests/fetch -v
  python3 -B tests/hostile/make_hostile.py build/test/seeds
  seeds=(build/test/seeds examples tests/cases data)
  [[ ! -d fuzz/seeds ]] || seeds+=(fuzz/seeds)
  for source in fuzz/fuzz_*.c; do
    target=fuzz/$(basename "$source" .c)
    must "Building $target" ninja_in build/asan "$target"
    suite "replay $target" "build/asan/$target" "${seeds[@]}"
  done
  suite hostile+asan python3 -B tests/hostile/run.py build/asan/mahdar build/test/hostile \
    --no-cap --size 10000
fi

echo
awk -F '\t' -v took=$((SECONDS - began)) '
  { passed += $1; failed += $2; skipped += $3 }
  $2 > 0 { print "FAILED: " $5 }
  END {
    printf "All suites took %d s.\n", took
    printf "%d passed, %d failed", passed, failed
    if (skipped > 0) printf ", %d skipped", skipped
    printf "\n"
    exit failed > 0
  }' "$sums"
