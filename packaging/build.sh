#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# build.sh PRESET [CMAKE OPTION…]: configures and builds one preset, quietly unless something is wrong.
set -eu
cd "$(dirname "$0")/.."
preset=$1
shift
cmake --preset "$preset" "$@" >/dev/null
cmake --build --preset "$preset"
