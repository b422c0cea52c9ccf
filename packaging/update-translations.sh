#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Brings the texts of the sources into translations/*.ts. `--check` changes nothing and fails if a text is missing,
# unfinished or gone from the sources.
set -eu
cd "$(dirname "$0")/.."
lupdate=/usr/lib/qt6/bin/lupdate
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

for ts in translations/latchkey_*.ts; do
    target=$ts
    if [ "${1:-}" = --check ]; then
        target=$scratch/$(basename "$ts")
        cp "$ts" "$target"
    fi
    plural=
    case $ts in *_en.ts) plural=-pluralonly ;; esac # English needs only "1 row" beside "2 rows"
    # shellcheck disable=SC2086 # an option or nothing
    $lupdate -silent $plural -I . -locations none -no-obsolete core ui app -ts "$target" 2>/dev/null
    if [ "${1:-}" = --check ]; then
        cmp -s "$ts" "$target" || { echo "$ts is not up to date: run packaging/update-translations.sh"; exit 1; }
        ! grep -q 'type="unfinished"' "$ts" || { echo "$ts has unfinished texts"; exit 1; }
        # Programs would look for them in another context than lupdate has put them into.
        ! grep '<name>' "$ts" | grep -v 'latchkey::' || { echo "$ts has texts whose namespace lupdate missed"; exit 1; }
    fi
done
