// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/sessionsetup.h"

#include "core/sql/connection.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace latchkey::sql {

namespace {

using SetupKind = SetupPart::Kind;

struct SetupTexts
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::sql::SessionSetup)
};

QString text(const QString &value)
{
    // A backslash begins an escape or is itself, as sql_mode says; in hexadecimal digits there is none.
    if (value.contains(QLatin1Char('\\')))
        return QStringLiteral("_utf8mb4 x'%1'").arg(QString::fromLatin1(value.toUtf8().toHex()));
    return QLatin1Char('\'') + QString(value).replace(QLatin1Char('\''), QLatin1String("''"))
           + QLatin1Char('\'');
}

QString assignment(const QString &variable, const QString &value)
{
    return QStringLiteral("@@session.%1=%2").arg(variable, value);
}

QString setStatement(const QList<SetupPart> &parts)
{
    QStringList assigned;
    for (const SetupPart &part : parts)
        assigned.append(part.sql);
    return QStringLiteral("SET ") + assigned.join(QStringLiteral(", "));
}

QString whatIsRefused(const SetupPart &part)
{
    switch (part.kind) {
    case SetupKind::CharacterSet:
        return SetupTexts::tr("The server does not take the profile’s character set “%1”, so the session was "
                              "not opened. Correct it in the profile, or leave it empty for utf8mb4.")
            .arg(part.name);
    case SetupKind::TimeZone:
        return SetupTexts::tr("The server does not know the profile’s time zone “%1”, so the session was not "
                              "opened. Write it as +01:00, or ask the administrator to load the time zone "
                              "tables.")
            .arg(part.name);
    case SetupKind::Variable:
        return SetupTexts::tr("The server does not take the profile’s session variable “%1”, so the session "
                              "was not opened. Correct its name or value in the profile.")
            .arg(part.name);
    case SetupKind::ReadOnly:
        return SetupTexts::tr("The server cannot make the session read-only, as the profile wants it, so it "
                              "was not opened.");
    case SetupKind::Statement:
        break;
    }
    return SetupTexts::tr("The server refuses “%1”, one of the statements that the profile begins a session "
                          "with, so the session was not opened. Correct it in the profile.")
        .arg(part.name);
}

Error refused(const SetupPart &part, const Error &why)
{
    if (why.code != Error::Code::StatementFailed)
        return why;
    return {why.code, whatIsRefused(part), why.detail, why.native};
}

std::optional<Error> run(Connection &connection, const QString &statement)
{
    const auto answer = connection.execute(statement);
    return answer ? dropAnswer(connection) : std::optional(answer.error());
}

std::optional<Error> assign(Connection &connection, const QList<SetupPart> &parts)
{
    const auto together = run(connection, setStatement(parts));
    if (!together || together->code != Error::Code::StatementFailed)
        return together;
    for (const SetupPart &part : parts) {
        if (const auto problem = run(connection, setStatement({part})))
            return refused(part, *problem);
    }
    return std::nullopt;
}

} // namespace

QString sqlValue(const QString &value)
{
    static const QRegularExpression asItIs(
        QStringLiteral("^(?:[+-]?[0-9]+(?:\\.[0-9]+)?|default|on|off|true|false|null)\\z"),
        QRegularExpression::CaseInsensitiveOption);
    const QString trimmed = value.trimmed();
    return asItIs.match(trimmed).hasMatch() ? trimmed : text(value);
}

QList<SetupPart> assignments(const SessionSetup &setup, bool readOnly, const QString &readOnlyVariable)
{
    QList<SetupPart> parts;
    if (!setup.characterSet.isEmpty())
        parts.append({SetupKind::CharacterSet, setup.characterSet,
                      assignment(QStringLiteral("character_set_connection"), text(setup.characterSet))});
    if (!setup.timeZone.isEmpty())
        parts.append({SetupKind::TimeZone, setup.timeZone,
                      assignment(QStringLiteral("time_zone"), text(setup.timeZone))});
    for (auto variable = setup.variables.begin(); variable != setup.variables.end(); ++variable)
        parts.append(
            {SetupKind::Variable, variable.key(), assignment(variable.key(), sqlValue(variable.value()))});
    if (readOnly)
        parts.append({SetupKind::ReadOnly, {}, assignment(readOnlyVariable, QStringLiteral("1"))});
    return parts;
}

std::optional<Error> setUpSession(Connection &connection, const SessionSetup &setup, bool readOnly,
                                  const QString &readOnlyVariable)
{
    const auto parts = assignments(setup, readOnly, readOnlyVariable);
    if (!parts.isEmpty()) {
        if (auto problem = assign(connection, parts))
            return problem;
    }
    for (const QString &statement : setup.statements) {
        if (const auto problem = run(connection, statement))
            return refused({SetupKind::Statement, statement, statement}, *problem);
    }
    if (readOnly && !setup.statements.isEmpty()) // which may have allowed writing
        return assign(connection, {parts.last()});
    return std::nullopt;
}

} // namespace latchkey::sql
