#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# From a fresh Debian 12 to Latchkey on a sandbox of its own: installs, builds, starts a throwaway realm with
# Kerberos-enabled database servers, and opens the window on it. Without a display the same tour runs in the
# terminal, and the window is rendered to PNG files.
set -eu
cd "$(dirname "$0")/.."
packaging/install-deps.sh build sandbox
packaging/build.sh release latchkey latchkey-cli latchkey-sandbox authentication_kerberos \
    authentication_kerberos_client

bin=$PWD/build/release/bin
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$bin/latchkey-sandbox" run -- "$bin/latchkey"
fi
exec "$bin/latchkey-sandbox" run -- packaging/tour.sh "$bin" "${LATCHKEY_TOUR_DIR:-$PWD/build/tour}"
