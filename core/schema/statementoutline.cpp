// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/statementoutline.h"

#include "core/schema/sqlwords.h"

#include <QHash>

#include <vector>

namespace latchkey::schema {

namespace {

using Expects = CompletionContext::Expects;

enum class Clause { Other, Select, Tables };

/// What is between a pair of parentheses, or the whole statement.
struct Level
{
    int block = 0; ///< the query block it belongs to
    Clause clause = Clause::Other;
    Expects awaited = Expects::Expression; ///< by what has just been read
    bool isQuery = false;
    bool isRelation = false; ///< stands where a table could
    bool isWith = false; ///< in the list behind WITH
    QString withName{}; ///< that is being defined
    QStringList items{}; ///< names in the select list
    bool hasItems = false; ///< of a UNION, the first list names the columns
};

/// Words that may stand between FROM, INTO, UPDATE, TABLE … and the table.
bool mayPrecedeTable(const QString &word)
{
    static const QStringList words{QStringLiteral("IGNORE"),  QStringLiteral("LOW_PRIORITY"),
                                   QStringLiteral("DELAYED"), QStringLiteral("HIGH_PRIORITY"),
                                   QStringLiteral("QUICK"),   QStringLiteral("LATERAL"),
                                   QStringLiteral("IF"),      QStringLiteral("NOT"),
                                   QStringLiteral("EXISTS"),  QStringLiteral("TABLE")};
    return words.contains(word);
}

bool beginsQuery(const QString &word)
{
    return word == u"SELECT" || word == u"WITH" || word == u"VALUES" || word == u"TABLE";
}

bool combinesQueries(const QString &word)
{
    return word == u"UNION" || word == u"EXCEPT" || word == u"INTERSECT";
}

bool leadsToExpression(const QString &word)
{
    static const QStringList words{QStringLiteral("WHERE"),  QStringLiteral("HAVING"),
                                   QStringLiteral("SET"),    QStringLiteral("GROUP"),
                                   QStringLiteral("ORDER"),  QStringLiteral("LIMIT"),
                                   QStringLiteral("VALUES"), QStringLiteral("WINDOW")};
    return words.contains(word);
}

class OutlineWalk
{
public:
    OutlineWalk(const QList<NamedToken> &tokens, qsizetype place) : m_tokens(tokens), m_place(place) { }

    Outline run()
    {
        m_levels.push_back({.isQuery = true});
        m_parents.append(-1);
        while (m_at < m_tokens.size()) {
            if (m_at == m_place)
                arrive();
            step();
        }
        if (m_place >= m_tokens.size())
            arrive();
        return outline();
    }

private:
    struct Placed
    {
        SourceTable table;
        int block = 0;
    };

    Level &level() { return m_levels.back(); }
    QString wordAt(qsizetype index) const
    {
        const bool isWord =
            index >= 0 && index < m_tokens.size() && m_tokens[index].kind == Token::Kind::Word;
        return isWord ? m_tokens[index].text.toUpper() : QString();
    }
    QString firstWord() const { return wordAt(0); }
    bool hasWordBefore(const QString &word) const
    {
        for (qsizetype index = 0; index < m_at; ++index)
            if (wordAt(index) == word)
                return true;
        return false;
    }

    void arrive()
    {
        m_reachedBlock = level().block;
        m_expects = level().awaited;
    }

    void step()
    {
        const NamedToken &token = m_tokens[m_at];
        if (token.isSign(u'('))
            return open();
        if (token.isSign(u')'))
            return close();
        if (token.isSign(u','))
            return comma();
        if (level().awaited == Expects::Relations && token.isName()
            && (token.kind == Token::Kind::QuotedName || !isReserved(token.text)))
            return relation();
        const QString word = wordAt(m_at);
        if (level().awaited == Expects::Relations && mayPrecedeTable(word)) {
            ++m_at;
            return;
        }
        level().awaited = Expects::Expression;
        if (level().isWith && token.isName() && level().withName.isEmpty() && word != u"RECURSIVE")
            level().withName = token.text;
        if (!word.isEmpty())
            keyword(word);
        ++m_at;
    }

    void open()
    {
        const Level outer = level();
        Level inner;
        inner.block = outer.block;
        inner.isRelation = outer.awaited == Expects::Relations;
        inner.isQuery = beginsQuery(wordAt(m_at + 1));
        if (inner.isQuery)
            inner.block = newBlock(outer.block);
        else if (inner.isRelation) {
            inner.clause = Clause::Tables; // a join in parentheses
            inner.awaited = Expects::Relations;
            inner.isQuery = true;
        }
        if (outer.isWith && wordAt(m_at - 1) == u"AS")
            inner.withName = outer.withName;
        level().awaited = Expects::Expression;
        m_levels.push_back(inner);
        ++m_at;
    }

    void close()
    {
        endItem();
        const Level inner = level();
        if (m_levels.size() > 1)
            m_levels.pop_back();
        ++m_at;
        level().awaited = Expects::Expression;
        if (!inner.withName.isEmpty())
            m_with.insert(inner.withName, inner.items);
        if (!inner.isRelation || inner.block == level().block)
            return;
        const QString name = alias();
        if (!holdsPlace(inner.block))
            addTable({{}, {}, name, inner.items});
    }

    /// A subquery does not see itself.
    bool holdsPlace(int block) const
    {
        int reached = m_reachedBlock;
        while (reached > block)
            reached = m_parents[reached];
        return reached == block;
    }

    void comma()
    {
        endItem();
        level().awaited = level().clause == Clause::Tables ? Expects::Relations : Expects::Expression;
        if (level().isWith)
            level().withName.clear();
        ++m_at;
    }

    /// The last name of an item of a select list is what its column is called.
    void endItem()
    {
        if (level().clause == Clause::Select && !level().hasItems && m_at > 0 && m_tokens[m_at - 1].isName()
            && !isReserved(m_tokens[m_at - 1].text))
            level().items.append(m_tokens[m_at - 1].text);
    }

    bool isPlace() const { return m_at == m_place; }

    void relation()
    {
        SourceTable table;
        table.relation = m_tokens[m_at++].text;
        if (m_at + 1 < m_tokens.size() && !isPlace() && m_tokens[m_at].isSign(u'.')
            && m_tokens[m_at + 1].isName()) {
            table.database = table.relation;
            table.relation = m_tokens[m_at + 1].text;
            m_at += 2;
        }
        level().awaited = Expects::Expression;
        const bool isFunction = m_at < m_tokens.size() && level().clause == Clause::Tables
                                && m_tokens[m_at].isSign(u'(') && !isPlace() && firstWord() == u"SELECT";
        if (isFunction)
            return;
        table.alias = alias();
        addTable(std::move(table));
    }

    /// Steps over it.
    QString alias()
    {
        if (wordAt(m_at) == u"AS" && !isPlace())
            ++m_at;
        if (m_at >= m_tokens.size() || isPlace() || !m_tokens[m_at].isName())
            return {};
        const NamedToken &token = m_tokens[m_at];
        const bool isKeyword =
            token.kind == Token::Kind::Word
            && (isReserved(token.text) || token.text.compare(u"VALUE", Qt::CaseInsensitive) == 0);
        if (isKeyword || level().clause != Clause::Tables)
            return {};
        ++m_at;
        return token.text;
    }

    void addTable(SourceTable table) { m_sources.append({std::move(table), level().block}); }

    void keyword(const QString &word)
    {
        if (word == u"SELECT") {
            level().clause = Clause::Select;
            level().isWith = false;
        } else if (combinesQueries(word)) {
            endItem();
            level().hasItems = true;
            level().block = newBlock(m_parents[level().block]);
            level().clause = Clause::Other;
        } else if (word == u"WITH") {
            level().isWith = true;
            level().withName.clear();
        } else if (leadsToExpression(word)) {
            endItem();
            level().clause = Clause::Other;
        } else if (word == u"ON" && !namesTableAfterOn()) {
            return; // a comma after the condition is followed by another table
        } else {
            level().awaited = awaitedAfter(word);
            if (level().awaited == Expects::Relations) {
                endItem();
                const bool isList = word != u"INTO" && word != u"REFERENCES";
                level().clause = isList ? Clause::Tables : Clause::Other;
            }
        }
    }

    bool namesTableAfterOn() const
    {
        const QString first = firstWord();
        return first == u"GRANT" || first == u"REVOKE"
               || ((first == u"CREATE" || first == u"DROP")
                   && (hasWordBefore(QStringLiteral("INDEX")) || hasWordBefore(QStringLiteral("TRIGGER")))
                   && !hasWordBefore(QStringLiteral("ON")));
    }

    Expects awaitedAfter(const QString &word) const
    {
        const QString first = firstWord();
        const bool isFirst = m_at == 0;
        const bool changes = first == u"ALTER" || first == u"DROP" || first == u"SHOW";
        if (word == u"FROM" || (word == u"IN" && first == u"SHOW"))
            return afterFrom(first);
        if (word == u"JOIN" || word == u"STRAIGHT_JOIN" || word == u"INTO" || word == u"REFERENCES"
            || word == u"TABLE" || word == u"ON")
            return Expects::Relations;
        if (word == u"UPDATE")
            return wordAt(m_at - 1) == u"KEY" || wordAt(m_at - 1) == u"FOR" ? Expects::Expression
                                                                            : Expects::Relations;
        if (word == u"VIEW" && changes)
            return Expects::Relations;
        if (word == u"TABLES" && first == u"LOCK")
            return Expects::Relations;
        if (isFirst && (word == u"DESCRIBE" || word == u"DESC" || word == u"EXPLAIN" || word == u"TRUNCATE"))
            return Expects::Relations;
        if ((isFirst && word == u"USE") || ((word == u"DATABASE" || word == u"SCHEMA") && changes))
            return Expects::Databases;
        if (word == u"CALL" || ((word == u"PROCEDURE" || word == u"FUNCTION") && changes))
            return Expects::Routines;
        return Expects::Expression;
    }

    /// In a function such as TRIM(BOTH 'x' FROM y) no table follows, and what SHOW lists may be of a database.
    Expects afterFrom(const QString &first) const
    {
        const QString before = wordAt(m_at - 1);
        if (first == u"SHOW"
            && (before == u"TABLES" || before == u"TRIGGERS" || before == u"EVENTS" || before == u"STATUS"))
            return Expects::Databases;
        return m_levels.back().isQuery ? Expects::Relations : Expects::Expression;
    }

    int newBlock(int parent)
    {
        m_parents.append(parent);
        return static_cast<int>(m_parents.size()) - 1;
    }

    Outline outline() const
    {
        Outline outline{m_expects, {}, m_with.keys()};
        outline.withNames.sort();
        for (int block = m_reachedBlock; block >= 0; block = m_parents[block]) {
            for (const Placed &source : m_sources) {
                if (source.block != block)
                    continue;
                SourceTable table = source.table;
                if (table.database.isEmpty() && m_with.contains(table.relation))
                    table.columns = m_with.value(table.relation);
                if (!outline.sources.contains(table))
                    outline.sources.append(table);
            }
        }
        return outline;
    }

    const QList<NamedToken> &m_tokens;
    const qsizetype m_place;
    qsizetype m_at = 0;
    std::vector<Level> m_levels;
    QList<int> m_parents; ///< of query blocks
    QList<Placed> m_sources;
    QHash<QString, QStringList> m_with;
    int m_reachedBlock = 0;
    Expects m_expects = Expects::Expression;
};

} // namespace

Outline outlineOf(const QList<NamedToken> &tokens, qsizetype place)
{
    return OutlineWalk(tokens, place).run();
}

} // namespace latchkey::schema
