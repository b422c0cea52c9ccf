// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/script/plainverbs.h"

#include "core/script/terms.h"

#include <QHash>

#include <algorithm>

namespace latchkey::script {

std::optional<Classification> plainVerb(const QString &verb)
{
    static const QHash<QString, Classification> plain{
        {u"SHOW"_qs, {StatementKind::Read, {}, false}},
        {u"HELP"_qs, {StatementKind::Read, {}, false}},
        {u"CHECKSUM"_qs, {StatementKind::Read, {}, false}},
        {u"HANDLER"_qs, {StatementKind::Read, {}, false}},
        {u"USE"_qs, {StatementKind::Session, {}, false}},
        {u"GET"_qs, {StatementKind::Session, {}, false}},
        {u"UNLOCK"_qs, {StatementKind::Session, {}, false}},
        {u"LOCK"_qs, {StatementKind::Session, {}, true}},
        {u"COMMIT"_qs, {StatementKind::Transaction, {}, false}},
        {u"ROLLBACK"_qs, {StatementKind::Transaction, {}, false}},
        {u"SAVEPOINT"_qs, {StatementKind::Transaction, {}, false}},
        {u"RELEASE"_qs, {StatementKind::Transaction, {}, false}},
        {u"XA"_qs, {StatementKind::Transaction, {}, true}},
        {u"INSERT"_qs, {StatementKind::Write, {}, true}},
        {u"REPLACE"_qs, {StatementKind::Write, {}, true}},
        {u"IMPORT"_qs, {StatementKind::Write, {}, true}},
        {u"BINLOG"_qs, {StatementKind::Write, {}, true}},
        {u"TRUNCATE"_qs, {StatementKind::Definition, {Danger::Truncate}, true}},
        {u"REVOKE"_qs, {StatementKind::Privilege, {}, true}},
        {u"CALL"_qs, {StatementKind::Call, {}, true}},
        {u"DO"_qs, {StatementKind::Call, {}, true}},
        {u"SIGNAL"_qs, {StatementKind::Call, {}, true}},
        {u"RESIGNAL"_qs, {StatementKind::Call, {}, true}},
        {u"FLUSH"_qs, {StatementKind::Administration, {Danger::Flush}, true}},
        {u"KILL"_qs, {StatementKind::Administration, {Danger::Kill}, true}},
        {u"SHUTDOWN"_qs, {StatementKind::Administration, {Danger::Shutdown}, true}},
        {u"RESTART"_qs, {StatementKind::Administration, {Danger::Shutdown}, true}},
        {u"STOP"_qs, {StatementKind::Administration, {Danger::StopReplication}, true}},
        {u"PURGE"_qs, {StatementKind::Administration, {Danger::PurgeLogs}, true}},
        {u"CHANGE"_qs, {StatementKind::Administration, {}, true}},
        {u"INSTALL"_qs, {StatementKind::Administration, {}, true}},
        {u"UNINSTALL"_qs, {StatementKind::Administration, {}, true}},
        {u"OPTIMIZE"_qs, {StatementKind::Administration, {}, true}},
        {u"REPAIR"_qs, {StatementKind::Administration, {}, true}},
        {u"CHECK"_qs, {StatementKind::Administration, {}, true}},
        {u"CACHE"_qs, {StatementKind::Administration, {}, true}},
        {u"CLONE"_qs, {StatementKind::Administration, {}, true}},
        {u"BACKUP"_qs, {StatementKind::Administration, {}, true}},
    };
    const auto known = plain.find(verb);
    return known == plain.end() ? std::nullopt : std::optional(*known);
}

std::optional<Classification> plainWriting(QStringView statement, SqlMode mode)
{
    constexpr qsizetype head = 256; // characters
    const QList<Term> first = terms(statement.left(head), mode);
    const auto verb =
        std::find_if(first.begin(), first.end(), [](const Term &term) { return !term.isSymbol(u"("); });
    if (statement.size() <= head || verb == first.end() || verb->token.end == head)
        return std::nullopt;
    const auto known = plainVerb(verb->word);
    return known && known->mayWrite ? known : std::nullopt;
}

} // namespace latchkey::script
