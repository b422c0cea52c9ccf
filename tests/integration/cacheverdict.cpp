// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/integration/cacheverdict.h"

#include "tests/integration/nativecache.h"

namespace latchkey::test {

Contents contentsOf(const QString &cacheName)
{
    NativeCache cache(cacheName);
    return {cache.principal(), cache.tickets()};
}

Found judge(const Contents &contents, const Wanted &wanted)
{
    if (contents.principal.isEmpty()) {
        if (contents.tickets && !contents.tickets->isEmpty())
            return Found::Broken;
        return !wanted.before ? Found::Old : wanted.isDestroyed ? Found::New : Found::Broken;
    }
    if (contents.principal != wanted.principal || !contents.tickets)
        return Found::Broken;
    if (contents.tickets == wanted.before)
        return Found::Old;
    if (wanted.isDestroyed)
        return Found::Broken;
    const Tickets before = wanted.before.value_or(Tickets());
    Tickets others = *contents.tickets;
    bool isComplete = true;
    for (auto ticket = wanted.after.constBegin(); ticket != wanted.after.constEnd(); ++ticket)
        isComplete = others.remove(ticket.key(), *ticket) == 1 && isComplete;
    qsizetype fresh = 0;
    for (auto ticket = others.begin(); ticket != others.end();) {
        if (before.contains(ticket.key(), *ticket)) {
            ++ticket;
        } else if (ticket.key() == wanted.fresh) {
            ++fresh;
            ticket = others.erase(ticket);
        } else {
            return Found::Broken;
        }
    }
    if (fresh > 1)
        return Found::Broken;
    if (isComplete && fresh == (wanted.fresh.isEmpty() ? 0 : 1))
        return others.isEmpty() ? Found::New : Found::Between;
    return contents.tickets->isEmpty() ? Found::Nobody : Found::Part;
}

} // namespace latchkey::test
