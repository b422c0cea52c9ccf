// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/sessionstate.h"

#include "core/sql/sessionsetup.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace latchkey::sql {

namespace {

struct StateTexts
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::sql::SessionState)
};

/// Without texts, quoted names and comments, whose words are nobody's doing.
QString bareStatement(QStringView statement)
{
    static const QRegularExpression quoted(
        QStringLiteral(R"('(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.|"")*"|/\*.*?\*/|(?:--\s|#)[^\n]*)"),
        QRegularExpression::DotMatchesEverythingOption);
    return statement.toString().replace(quoted, QStringLiteral(" ")).trimmed();
}

bool matches(const QString &statement, const char *pattern)
{
    const QRegularExpression expression(QString::fromLatin1(pattern),
                                        QRegularExpression::CaseInsensitiveOption
                                            | QRegularExpression::DotMatchesEverythingOption);
    return expression.match(statement).hasMatch();
}

/// A system variable's; what else a server says that it tracks is not put into a statement.
bool isVariableName(const QString &name)
{
    static const QRegularExpression plain(
        QRegularExpression::anchoredPattern(QStringLiteral("[A-Za-z0-9_.]+")));
    return plain.match(name).hasMatch();
}

QString quotedName(const QString &name)
{
    return QLatin1Char('`') + QString(name).replace(QLatin1Char('`'), QLatin1String("``")) + QLatin1Char('`');
}

} // namespace

bool garblesTexts(const QMap<QString, QString> &variables)
{
    const auto isOther = [&](const QString &name) {
        const auto found = variables.constFind(name);
        return found != variables.cend() && !found->startsWith(u"utf8"_qs);
    };
    return isOther(u"character_set_client"_qs) || isOther(u"character_set_results"_qs);
}

QString unicodeStatement()
{
    return u"SET character_set_client = utf8mb4, character_set_results = utf8mb4"_qs;
}

QString unicodeKept()
{
    return StateTexts::tr(
        "The statement chose another character set for texts. Latchkey sends and reads Unicode whatever "
        "is chosen, so the session was set back to utf8mb4.");
}

void noteUse(SessionUse &use, QStringView statement)
{
    const QString bare = bareStatement(statement);
    const auto note = [&bare](bool &flag, const char *pattern) { flag = flag || matches(bare, pattern); };
    note(use.temporaryTables, R"(^CREATE\s+(OR\s+REPLACE\s+)?TEMPORARY\s+TABLE\b)");
    note(use.userVariables, R"(^SET\s+(.*,\s*)?@(?!@)|(?<!@)@[\w$.]+\s*:=|\bINTO\s+@(?!@)|^CALL\b.*@(?!@))");
    note(
        use.settings,
        R"(^SET\s+((SESSION|LOCAL)\s+|@@((SESSION|LOCAL)\.)?(?!GLOBAL)(?!PERSIST)|(?!GLOBAL\b|PERSIST|@|PASSWORD\b|DEFAULT\b|ROLE\b|STATEMENT\b|TRANSACTION\b|AUTOCOMMIT\b|TIME_ZONE\b)\w))");
    note(use.tableLocks, R"(^LOCK\s+TABLES?\b|^FLUSH\s+TABLES?\b.*\bWITH\s+READ\s+LOCK\b)");
    if (matches(bare, R"(^UNLOCK\s+TABLES?\b)"))
        use.tableLocks = false;
    note(use.namedLocks, R"(\bGET_LOCK\s*\()");
    note(use.preparedStatements, R"(^PREPARE\b)");
    note(use.nextTransaction, R"(^SET\s+TRANSACTION\b)");
    if (!bare.isEmpty() && !matches(bare, R"(^(SET|SHOW)\b)"))
        use.nextTransaction = false;
}

QStringList lostState(const SessionState &before)
{
    QStringList lost;
    if (before.inTransaction)
        lost << StateTexts::tr("The open transaction is over: the server rolls back what was not committed.");
    if (before.use.temporaryTables)
        lost << StateTexts::tr("The temporary tables that this session created are gone.");
    if (before.use.userVariables)
        lost << StateTexts::tr("The user variables (@…) are empty again.");
    if (before.use.settings)
        lost << StateTexts::tr("Session variables that were set by hand have the profile’s values again.");
    if (before.use.tableLocks)
        lost << StateTexts::tr("The table locks are released.");
    if (before.use.namedLocks)
        lost << StateTexts::tr("The locks of GET_LOCK() are released.");
    if (before.use.preparedStatements)
        lost << StateTexts::tr("The prepared statements are gone.");
    if (before.use.nextTransaction)
        lost << StateTexts::tr("What SET TRANSACTION chose for the next transaction is forgotten.");
    return lost;
}

QStringList restoringStatements(const SessionState &before, const SessionState &fresh)
{
    QStringList statements;
    if (!before.schema.isEmpty() && before.schema != fresh.schema)
        statements << QStringLiteral("USE ") + quotedName(before.schema);
    QStringList assigned;
    if (before.autocommit != fresh.autocommit)
        assigned << QStringLiteral("autocommit=%1").arg(before.autocommit ? 1 : 0);
    for (auto variable = before.variables.begin(); variable != before.variables.end(); ++variable)
        if (isVariableName(variable.key()))
            assigned << QStringLiteral("%1=%2").arg(variable.key(), sqlValue(variable.value()));
    if (!assigned.isEmpty())
        statements << QStringLiteral("SET ") + assigned.join(QStringLiteral(", "));
    return statements;
}

} // namespace latchkey::sql
