#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Formatting, shell scripts, and clang-tidy over core (`lint.sh --fast` leaves clang-tidy out).
set -eu
cd "$(dirname "$0")/.."

git ls-files '*.cpp' '*.h' | xargs clang-format --dry-run --Werror
git ls-files '*.sh' .ci/run | xargs shellcheck

if [ "${1:-}" != --fast ]; then
    cmake --preset tidy >/dev/null
    cmake --build --preset tidy --target latchkey_core_autogen
    git ls-files 'core/*.cpp' 'app/plugin/*.cpp' 'app/cli/*.cpp' \
        | xargs -P "$(nproc)" -n 4 clang-tidy --quiet -p build/tidy
fi
