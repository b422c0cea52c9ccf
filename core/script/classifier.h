// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/script/classify.h"
#include "core/script/terms.h"

#include <QHash>

#include <utility>

namespace latchkey::script {

/// One reading of one statement, a rule a verb; see classify().
class Classifier
{
public:
    using Kind = StatementKind;

    Classifier(QStringView statement, SqlMode mode, int nested)
        : m_statement(statement), m_mode(mode), m_terms(terms(statement, mode)), m_nested(nested)
    { }

    Classification classified();

private:
    using Rule = Classification (Classifier::*)(qsizetype);
    static constexpr int mostNested = 3; ///< statements in strings of statements

    Classification from(qsizetype verb);
    Classification query(qsizetype verb);
    Classification withClause(qsizetype verb);
    Classification plan(qsizetype verb);
    Classification analyze(qsizetype verb);
    Classification rowsChanged(qsizetype verb);
    Classification set(qsizetype verb);
    Classification begin(qsizetype verb);
    Classification start(qsizetype verb);
    Classification block(qsizetype verb);
    Classification load(qsizetype verb);
    Classification rename(qsizetype verb);
    Classification create(qsizetype verb);
    Classification alter(qsizetype verb);
    Classification drop(qsizetype verb);
    Classification grant(qsizetype verb);
    Classification reset(qsizetype verb);
    Classification prepared(qsizetype verb);
    Classification deallocate(qsizetype verb);
    static const QHash<QString, Rule> &rules();

    static Classification reading() { return {Kind::Read, {}, false, false}; }
    static Classification writing(Kind kind, QList<Danger> dangers = {})
    {
        return {kind, std::move(dangers), true, false};
    }
    QString word(qsizetype i) const { return i >= 0 && i < m_terms.size() ? m_terms[i].word : QString(); }
    bool is(qsizetype i, const QStringList &words) const
    {
        return i >= 0 && i < m_terms.size() && m_terms[i].isAnyOf(words);
    }
    bool has(qsizetype from, const QStringList &words) const { return find(from, words) >= 0; }
    qsizetype find(qsizetype from, const QStringList &words, int depth = -1) const;
    bool hasPair(qsizetype from, const QString &first, const QString &second) const;
    bool hasWritingVerb(qsizetype from) const;
    bool goesOn() const;
    bool takesAllRows(qsizetype verb) const;
    QList<Danger> dangersInside() const;
    bool beginsStatement(qsizetype i) const;

    QStringView m_statement;
    SqlMode m_mode;
    QList<Term> m_terms;
    int m_nested;
};

} // namespace latchkey::script
