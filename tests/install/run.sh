#!/usr/bin/env bash
# Installs into a folder and uses what stands there as another program would.  Prints TAP.
#
#   run.sh BUILD-DIR WORK-FOLDER
set -uo pipefail
build=$1
root=$(realpath -m "$2")
here=$(dirname "$0")
number=0

check() {
  local name=$1 said
  shift
  number=$((number + 1))
  if said=$("$@" 2>&1); then
    echo "ok $number - install $name"
  else
    echo "not ok $number - install $name"
    printf '%s\n' "$said" | sed 's/^/# /'
  fi
}

# The one file below root whose path ends so.
find_one() { find "$root" -path "*$1" | grep .; }

use_library() {
  local pc folder flags
  pc=$(find "$root" -name mahdar.pc) && folder=$(dirname "$pc")
  flags=$(PKG_CONFIG_PATH=$folder PKG_CONFIG_SYSROOT_DIR=$root \
    pkg-config --cflags --libs mahdar) || return 1
  # shellcheck disable=SC2086  # a list of options
  gcc -std=c17 -Wall -Wextra -Werror "$here/user.c" -o "$root/user" $flags || return 1
  LD_LIBRARY_PATH=$(dirname "$folder") "$root/user" examples/2016-10-round1-sidra.txt
}

rm -rf "$root"
check 'meson install' env DESTDIR="$root" meson install -C "$build" --no-rebuild --quiet
check 'program' find_one /bin/mahdar
check 'program runs' "$(find "$root" -path '*/bin/mahdar')" --help
check 'header' find_one /include/mahdar.h
check 'man page' find_one /man1/mahdar.1
check 'units that name the program where it is' bash -c "
  grep -q '^ExecStart=/.*/bin/mahdar watch ' \"\$(find '$root' -name mahdar-watch.service)\" &&
    find '$root' -name mahdar-watch.timer | grep -q . &&
    ! grep -rq '@bindir@' '$root'/usr*/lib/systemd 2>/dev/null"
check 'another program reads a report' use_library
check 'nothing but mh_ names leaves the library' bash -c "
  ! nm -D --defined-only '$(find "$root" -name 'libmahdar.so.*' -type f)' |
    awk '{ print \$3 }' | grep -v '^mh_'"
echo "1..$number"
