// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace latchkey::test {

/// What `klist -A -C -e -f -a -n` of MIT krb5 1.20 says, in the C locale and UTC.
struct KlistTicket
{
    QString client;
    QString service;
    QString ticketServer; ///< empty: the same
    QDateTime start;
    QDateTime end;
    std::optional<QDateTime> renewUntil;
    QString flags; ///< letters
    QString sessionKey; ///< "DEPRECATED:" stands before weak ones
    QString ticketKey;
    QStringList addresses;
};

struct KlistNote
{
    QString key;
    QString principal; ///< empty: about the whole cache
    QByteArray value;
};

struct KlistCache
{
    QString name;
    QString principal;
    QList<KlistTicket> tickets;
    QList<KlistNote> notes;
};

/// None if there is a line that does not belong there; `problem` then is that line.
std::optional<QList<KlistCache>> parseKlist(const QByteArray &output, QString *problem);

} // namespace latchkey::test
