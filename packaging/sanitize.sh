#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# sanitize.sh asan|tsan: builds the tests that the preset's sanitizers are for and runs them. The last thing printed is
# ctest's summary; the tests that a sanitizer makes impossible are named before it.
set -eu
cd "$(dirname "$0")/.."
preset=$1
case $preset in
asan) tests=memorytests ;;
tsan) tests=threadtests ;;
*) echo "sanitize.sh: unknown preset '$preset'; there are asan, tsan" >&2; exit 2 ;;
esac

packaging/build.sh "$preset" $tests
# Instrumented programs wait for one another more than they compute.
exec ctest --preset "$preset" --parallel $(($(nproc) + 1))
