#!/bin/sh
# Compiles header.c in each language that a user of mahdar.h may write.  Prints TAP.
set -u
cd "$(dirname "$0")" || exit 1

common='-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wundef -Wcast-qual -Werror'
of_c='-Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition -Wc++-compat'
number=0

compile() {
  name=$1
  shift
  number=$((number + 1))
  if ! command -v "$1" >/dev/null 2>&1; then
    echo "ok $number - header $name # SKIP no $1"
    return
  fi
  # shellcheck disable=SC2086  # lists of options
  if said=$("$@" $common -I ../../include -fsyntax-only header.c 2>&1); then
    echo "ok $number - header $name"
  else
    echo "not ok $number - header $name"
    printf '%s\n' "$said" | sed 's/^/# /'
  fi
}

# shellcheck disable=SC2086
{
  compile 'as C99, gcc' gcc -std=c99 $of_c
  compile 'as C17, gcc' gcc -std=c17 $of_c
  compile 'as C++17, g++' g++ -std=c++17 -x c++
  compile 'as C17, clang' clang -std=c17 -Weverything -Wno-padded -Wno-declaration-after-statement -Wno-unsafe-buffer-usage -Wno-unknown-warning-option
  compile 'as C++17, clang++' clang++ -std=c++17 -x c++ -Wextra-semi 
}
echo "1..$number"
