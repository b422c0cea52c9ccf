#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Installs what is needed, builds with warnings as errors, runs every test. The last thing printed is ctest's summary.
set -eu
cd "$(dirname "$0")/.."
packaging/install-deps.sh build sandbox test
packaging/build.sh release
exec ctest --preset release --parallel "$(nproc)" "$@"
