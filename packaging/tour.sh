#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# tour.sh BIN OUTPUT: what the window does, played in a terminal inside `latchkey-sandbox run`, and the window
# rendered to PNG files in OUTPUT.
set -eu
bin=$1
output=$2
cli=$bin/latchkey-cli
mkdir -p "$output"

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
run() {
    printf '$ latchkey-cli %s\n' "$*"
    "$cli" "$@"
}
say "1. The profiles of the sandbox"
run profiles list

say "2. Before signing in, a connection says what to do"
run query Sandbox/orders/writer -e 'select 1' || echo "(exit code $?)"

say "3. What the server says of itself, without a ticket"
run probe Sandbox/orders/writer

say "4. Sign in once"
"$bin/latchkey-sandbox" password alice@CORP.EXAMPLE.COM | run sign-in alice@CORP.EXAMPLE.COM --password-stdin

say "5. Connect across the trust, no password"
run query Sandbox/orders/writer --format table -e 'select current_user(), @@version, @@server_id'
run query Sandbox/orders/reader --format table -e 'select c.name, c.country, count(*) as orders from shop.customers c join shop.orders o on o.customer_id = c.id group by c.id order by orders desc limit 5'

say "6. The tickets that made it possible"
run tickets

say "7. The window, rendered to PNG files"
for theme in light dark; do
    QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES=default.warning=false "$bin/latchkey" --screenshots "$output/$theme" --theme $theme \
        --connect Sandbox/orders/writer \
        -e 'select id, name, country, born, credit, preferences
  from customers
 order by id
 limit 500'
done
ls "$output"/*

say "8. Destroy the tickets"
run destroy --all
run query Sandbox/orders/writer -e 'select 1' || echo "(exit code $?)"
