// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/completion.h"

#include "core/schema/quoting.h"
#include "core/schema/sqlwords.h"

#include <QSet>

#include <algorithm>

namespace latchkey::schema {

namespace {

using Expects = CompletionContext::Expects;
using ProposalKind = Proposal::Kind;

bool isSameName(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

class Gatherer
{
public:
    Gatherer(const CompletionContext &context, const Known &known, const QString &database)
        : m_context(context), m_known(known), m_database(database)
    { }

    Completion run()
    {
        switch (m_context.expects) {
        case Expects::Nothing:
            break;
        case Expects::Expression:
            expression();
            break;
        case Expects::Relations:
            names(ProposalKind::Relation, m_context.withNames);
            relations(m_database);
            databases();
            words(QStringList{QStringLiteral("SELECT")}, ProposalKind::Keyword);
            break;
        case Expects::Databases:
            databases();
            break;
        case Expects::Routines:
            routines(m_database);
            databases();
            break;
        case Expects::Member:
            members();
            break;
        }
        return std::move(m_completion);
    }

private:
    const QList<Entry> *read(const Branch &branch)
    {
        const QList<Entry> *entries = m_known(branch);
        if (!entries && !m_completion.wanted.contains(branch))
            m_completion.wanted.append(branch);
        return entries;
    }

    void add(ProposalKind kind, const QString &name, const QString &text)
    {
        if (!name.startsWith(m_context.typed, Qt::CaseInsensitive) || m_seen.contains(text))
            return;
        m_seen.insert(text);
        m_completion.proposals.append({kind, text});
    }

    void addName(ProposalKind kind, const QString &name)
    {
        add(kind, name, m_context.isQuoted ? quoted(name) : written(name));
    }

    void names(ProposalKind kind, const QStringList &list)
    {
        for (const QString &name : list)
            addName(kind, name);
    }

    void entries(ProposalKind kind, const Branch &branch)
    {
        const QList<Entry> *list = read(branch);
        for (qsizetype index = 0; list && index < list->size(); ++index)
            addName(kind, list->at(index).name);
    }

    void words(const QStringList &list, ProposalKind kind)
    {
        if (m_context.isQuoted || m_context.typed.isEmpty())
            return;
        const bool lower = m_context.typed == m_context.typed.toLower();
        for (const QString &word : list)
            add(kind, word, lower ? word.toLower() : word);
    }

    void databases() { entries(ProposalKind::Database, {Branch::Kind::Databases, {}, {}}); }
    void relations(const QString &database)
    {
        if (!database.isEmpty())
            entries(ProposalKind::Relation, {Branch::Kind::Relations, database, {}});
    }
    void routines(const QString &database)
    {
        if (!database.isEmpty())
            entries(ProposalKind::Routine, {Branch::Kind::Routines, database, {}});
    }

    void columns(const SourceTable &table)
    {
        if (table.isDerived())
            return names(ProposalKind::Column, table.columns);
        const QString database = table.database.isEmpty() ? m_database : table.database;
        if (!database.isEmpty())
            entries(ProposalKind::Column, {Branch::Kind::Columns, database, table.relation});
    }

    void expression()
    {
        for (const SourceTable &table : m_context.sources)
            columns(table);
        for (const SourceTable &table : m_context.sources)
            addName(ProposalKind::Alias, table.handle());
        words(functions(), ProposalKind::Function);
        words(keywords(), ProposalKind::Keyword);
        if (!m_context.typed.isEmpty()) {
            relations(m_database);
            routines(m_database);
            databases();
        }
    }

    /// What stands before the last dot names a table of the statement, or else a database, or a table anywhere.
    void members()
    {
        const QStringList &qualifier = m_context.qualifier;
        if (qualifier.size() == 2)
            return columns({qualifier[0], qualifier[1], {}, {}});
        if (qualifier.size() != 1)
            return;
        for (const SourceTable &table : m_context.sources)
            if (isSameName(table.handle(), qualifier[0]))
                return columns(table);
        if (isDatabase(qualifier[0])) {
            relations(qualifier[0]);
            routines(qualifier[0]);
        } else if (isRelation(qualifier[0])) {
            columns({{}, qualifier[0], {}, {}});
        }
    }

    bool has(const Branch &branch, const QString &name)
    {
        const QList<Entry> *list = read(branch);
        return list && std::any_of(list->begin(), list->end(), [&](const Entry &entry) {
                   return isSameName(entry.name, name);
               });
    }
    bool isDatabase(const QString &name) { return has({Branch::Kind::Databases, {}, {}}, name); }
    bool isRelation(const QString &name)
    {
        return !m_database.isEmpty() && has({Branch::Kind::Relations, m_database, {}}, name);
    }

    const CompletionContext &m_context;
    const Known &m_known;
    const QString &m_database;
    QSet<QString> m_seen;
    Completion m_completion;
};

} // namespace

Completion complete(const CompletionContext &context, const Known &known, const QString &database)
{
    return Gatherer(context, known, database).run();
}

} // namespace latchkey::schema
