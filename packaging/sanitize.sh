#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# sanitize.sh asan|tsan: builds the tests that the preset's sanitizers are for and runs them. Says what they left out.
set -eu
cd "$(dirname "$0")/.."
preset=$1
case $preset in
asan) tests=memorytests ;;
tsan) tests=threadtests ;;
*) echo "sanitize.sh: unknown preset '$preset'; there are asan, tsan" >&2; exit 2 ;;
esac

packaging/build.sh "$preset" $tests
ctest --preset "$preset" --parallel "$(nproc)"
printf '\nSkipped:\n'
sed -n 's/^SKIP *: /  /p' "build/$preset/Testing/Temporary/LastTest.log" | sort
