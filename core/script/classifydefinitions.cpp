// SPDX-License-Identifier: GPL-2.0-or-later
// What a Classifier says of statements that define things and accounts.
#include "core/script/classifier.h"

namespace latchkey::script {

/// CREATE OR REPLACE TABLE drops the one that was there (MariaDB).
Classification Classifier::create(qsizetype verb)
{
    if (is(verb + 1, {u"USER"_qs, u"ROLE"_qs})
        || (word(verb + 1) == u"OR" && is(verb + 3, {u"USER"_qs, u"ROLE"_qs})))
        return writing(Kind::Privilege);
    if (word(verb + 1) == u"OR" && word(verb + 3) == u"TABLE")
        return writing(Kind::Definition, {Danger::DropTable});
    if (word(verb + 1) == u"OR" && is(verb + 3, {u"DATABASE"_qs, u"SCHEMA"_qs}))
        return writing(Kind::Definition, {Danger::DropDatabase});
    return writing(Kind::Definition);
}

Classification Classifier::alter(qsizetype verb)
{
    if (is(verb + 1, {u"USER"_qs, u"ROLE"_qs}))
        return writing(Kind::Privilege);
    if (is(verb + 1, {u"INSTANCE"_qs}))
        return writing(Kind::Administration);
    if (!has(verb, {u"TABLE"_qs}))
        return writing(Kind::Definition);
    static const QStringList noColumn{u"INDEX"_qs,   u"KEY"_qs,    u"PRIMARY"_qs,    u"FOREIGN"_qs,
                                      u"DEFAULT"_qs, u"CHECK"_qs,  u"CONSTRAINT"_qs, u"PARTITION"_qs,
                                      u"SYSTEM"_qs,  u"PERIOD"_qs, u"EXPRESSION"_qs};
    Classification found = writing(Kind::Definition);
    for (qsizetype i = verb; i + 1 < m_terms.size(); ++i) {
        const bool isPartition = word(i + 1) == u"PARTITION";
        if (m_terms[i].is(u"DROP") && isPartition)
            found.dangers.append(Danger::DropPartition);
        else if (m_terms[i].is(u"TRUNCATE") && isPartition)
            found.dangers.append(Danger::Truncate);
        else if (m_terms[i].is(u"DISCARD"))
            found.dangers.append(Danger::DropTable);
        else if (m_terms[i].is(u"DROP") && !is(i + 1, noColumn))
            found.dangers.append(Danger::DropColumn);
    }
    return found;
}

Classification Classifier::drop(qsizetype verb)
{
    static const QHash<QString, Danger> lost{
        {u"DATABASE"_qs, Danger::DropDatabase}, {u"SCHEMA"_qs, Danger::DropDatabase},
        {u"TABLE"_qs, Danger::DropTable},       {u"TABLES"_qs, Danger::DropTable},
        {u"TABLESPACE"_qs, Danger::DropTable},  {u"USER"_qs, Danger::DropAccount},
        {u"ROLE"_qs, Danger::DropAccount}};
    const QString what = word(verb + (word(verb + 1) == u"UNDO" ? 2 : 1));
    if (what == u"PREPARE")
        return deallocate(verb);
    const Kind kind = what == u"USER" || what == u"ROLE" ? Kind::Privilege : Kind::Definition;
    const auto found = lost.find(what);
    return writing(kind, found == lost.end() ? QList<Danger>() : QList{*found});
}

Classification Classifier::grant(qsizetype verb)
{
    return writing(Kind::Privilege, word(verb + 1) == u"ALL" ? QList{Danger::GrantAll} : QList<Danger>());
}

Classification Classifier::rename(qsizetype verb)
{
    return writing(word(verb + 1) == u"USER" ? Kind::Privilege : Kind::Definition);
}

} // namespace latchkey::script
