#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# build.sh PRESET [TARGET…]: configures and builds one preset, with warnings as errors.
set -eu
cd "$(dirname "$0")/.."
preset=$1
shift
cmake --preset "$preset" -DLATCHKEY_WERROR=ON >/dev/null
cmake --build --preset "$preset" --target "${@:-all}"
