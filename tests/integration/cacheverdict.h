// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QMultiMap>
#include <QString>

#include <optional>

namespace latchkey::test {

/// What tells each ticket from every other, by service.
using Tickets = QMultiMap<QString, QByteArray>;

/// What libkrb5 finds under a cache's name.
struct Contents
{
    QString principal; ///< empty: there is no cache
    std::optional<Tickets> tickets; ///< none: they cannot be read to the end
};
Contents contentsOf(const QString &cacheName);

/// What an action has to make of a cache.
struct Wanted
{
    QString principal;
    std::optional<Tickets> before; ///< none: there was no cache
    Tickets after; ///< what must be there of the old tickets
    QString fresh; ///< the service for which there must be one new ticket; empty: none
    bool isDestroyed = false; ///< there must be no cache at all
};

/// What is found after the action, or after a part of it.
enum class Found {
    Old, ///< exactly what was there before
    New, ///< exactly what is wanted
    Between, ///< all that is wanted, and tickets of before that were still to go
    Nobody, ///< a cache with a principal's name and no ticket
    Part, ///< nothing that is foreign or damaged, but tickets that are wanted are not there (yet)
    Broken,
};
/// Pure.
Found judge(const Contents &contents, const Wanted &wanted);

} // namespace latchkey::test
