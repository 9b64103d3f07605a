#!/bin/sh
# Builds Mahdar into build/ with Meson and Ninja.  Installs no packages: it names the
# missing ones and stops.
#
#   tools/build.sh            build
#   tools/build.sh install    build and install to $PREFIX (and $DESTDIR)
set -eu
cd "$(dirname "$0")/.."

sh tools/deps.sh --check build

# What is said on the way is of interest only when it fails.
quiet() {
  log=$(mktemp)
  if "$@" >"$log" 2>&1; then
    rm -f "$log"
  else
    cat "$log" >&2
    rm -f "$log"
    return 1
  fi
}

if [ -f build/build.ninja ]; then
  [ "${PREFIX:-}" = "" ] || quiet meson configure build --prefix "$PREFIX"
else
  quiet meson setup build --buildtype release -Dwhole=true --prefix "${PREFIX:-/usr/local}"
fi
if [ -t 1 ]; then
  ninja -C build
else
  quiet ninja -C build --quiet
fi

if [ "${1:-}" = install ]; then
  meson install -C build --no-rebuild
fi
