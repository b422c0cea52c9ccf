// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/script/plainverbs.h"

#include <QHash>

namespace latchkey::script {

std::optional<Classification> plainVerb(const QString &verb)
{
    using Kind = StatementKind;
    static const QHash<QString, Classification> plain{
        {u"SHOW"_qs, {Kind::Read, {}, false}},
        {u"HELP"_qs, {Kind::Read, {}, false}},
        {u"CHECKSUM"_qs, {Kind::Read, {}, false}},
        {u"HANDLER"_qs, {Kind::Read, {}, false}},
        {u"USE"_qs, {Kind::Session, {}, false}},
        {u"GET"_qs, {Kind::Session, {}, false}},
        {u"UNLOCK"_qs, {Kind::Session, {}, false}},
        {u"LOCK"_qs, {Kind::Session, {}, true}},
        {u"COMMIT"_qs, {Kind::Transaction, {}, false}},
        {u"ROLLBACK"_qs, {Kind::Transaction, {}, false}},
        {u"SAVEPOINT"_qs, {Kind::Transaction, {}, false}},
        {u"RELEASE"_qs, {Kind::Transaction, {}, false}},
        {u"XA"_qs, {Kind::Transaction, {}, true}},
        {u"INSERT"_qs, {Kind::Write, {}, true}},
        {u"REPLACE"_qs, {Kind::Write, {}, true}},
        {u"LOAD"_qs, {Kind::Write, {}, true}},
        {u"IMPORT"_qs, {Kind::Write, {}, true}},
        {u"BINLOG"_qs, {Kind::Write, {}, true}},
        {u"TRUNCATE"_qs, {Kind::Definition, {Danger::Truncate}, true}},
        {u"RENAME"_qs, {Kind::Definition, {}, true}},
        {u"REVOKE"_qs, {Kind::Privilege, {}, true}},
        {u"CALL"_qs, {Kind::Call, {}, true}},
        {u"DO"_qs, {Kind::Call, {}, true}},
        {u"IF"_qs, {Kind::Call, {}, true}},
        {u"FLUSH"_qs, {Kind::Administration, {Danger::Flush}, true}},
        {u"KILL"_qs, {Kind::Administration, {Danger::Kill}, true}},
        {u"SHUTDOWN"_qs, {Kind::Administration, {Danger::Shutdown}, true}},
        {u"RESTART"_qs, {Kind::Administration, {Danger::Shutdown}, true}},
        {u"PURGE"_qs, {Kind::Administration, {Danger::PurgeLogs}, true}},
        {u"CHANGE"_qs, {Kind::Administration, {}, true}},
        {u"INSTALL"_qs, {Kind::Administration, {}, true}},
        {u"UNINSTALL"_qs, {Kind::Administration, {}, true}},
        {u"OPTIMIZE"_qs, {Kind::Administration, {}, true}},
        {u"REPAIR"_qs, {Kind::Administration, {}, true}},
        {u"CHECK"_qs, {Kind::Administration, {}, true}},
        {u"CACHE"_qs, {Kind::Administration, {}, true}},
        {u"CLONE"_qs, {Kind::Administration, {}, true}},
        {u"BACKUP"_qs, {Kind::Administration, {}, true}},
    };
    const auto known = plain.find(verb);
    return known == plain.end() ? std::nullopt : std::optional(*known);
}

} // namespace latchkey::script
