#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Renders the README's pictures anew: every window and dialog, light and dark, by the program itself on a sandbox.
set -eu
cd "$(dirname "$0")/.."
rendered=$(mktemp -d)
trap 'rm -rf "$rendered"' EXIT
bin=$PWD/build/release/bin
"$bin/latchkey-sandbox" run -- packaging/tour.sh "$bin" "$rendered" >/dev/null

rm -f resources/pictures/*.png
for picture in "$rendered"/light/*.png; do
    name=$(basename "$picture" .png)
    cp "$picture" "resources/pictures/$name.png"
    cp "$rendered/dark/$name.png" "resources/pictures/$name-dark.png"
done
