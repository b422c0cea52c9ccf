// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/script/reservedwords.h"

#include <QSet>

namespace latchkey::script {

bool isReserved(const QString &word)
{
    static const QSet<QString> reserved{
        u"ADD"_qs,     u"ALL"_qs,       u"ALTER"_qs,   u"AND"_qs,       u"AS"_qs,         u"ASC"_qs,
        u"BETWEEN"_qs, u"BY"_qs,        u"CASE"_qs,    u"CHECK"_qs,     u"COLUMN"_qs,     u"CONSTRAINT"_qs,
        u"CREATE"_qs,  u"CROSS"_qs,     u"DEFAULT"_qs, u"DELETE"_qs,    u"DESC"_qs,       u"DISTINCT"_qs,
        u"DIV"_qs,     u"DROP"_qs,      u"ELSE"_qs,    u"EXISTS"_qs,    u"EXPLAIN"_qs,    u"FALSE"_qs,
        u"FOR"_qs,     u"FOREIGN"_qs,   u"FROM"_qs,    u"GROUP"_qs,     u"HAVING"_qs,     u"IGNORE"_qs,
        u"IN"_qs,      u"INDEX"_qs,     u"INNER"_qs,   u"INSERT"_qs,    u"INTERVAL"_qs,   u"INTO"_qs,
        u"IS"_qs,      u"JOIN"_qs,      u"KEY"_qs,     u"LEFT"_qs,      u"LIKE"_qs,       u"LIMIT"_qs,
        u"NATURAL"_qs, u"NOT"_qs,       u"NULL"_qs,    u"ON"_qs,        u"OR"_qs,         u"ORDER"_qs,
        u"OUTER"_qs,   u"PARTITION"_qs, u"PRIMARY"_qs, u"RECURSIVE"_qs, u"REFERENCES"_qs, u"REGEXP"_qs,
        u"REPLACE"_qs, u"RIGHT"_qs,     u"RLIKE"_qs,   u"SELECT"_qs,    u"SET"_qs,        u"STRAIGHT_JOIN"_qs,
        u"TABLE"_qs,   u"THEN"_qs,      u"TRUE"_qs,    u"UNION"_qs,     u"UNIQUE"_qs,     u"UPDATE"_qs,
        u"USING"_qs,   u"VALUES"_qs,    u"WHEN"_qs,    u"WHERE"_qs,     u"WITH"_qs,       u"XOR"_qs};
    return reserved.contains(word);
}

} // namespace latchkey::script
