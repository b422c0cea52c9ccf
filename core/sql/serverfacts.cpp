// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/serverfacts.h"

#include <QCoreApplication>
#include <QVersionNumber>

#include <algorithm>
#include <array>

namespace latchkey::sql {

namespace {

struct FactsTexts
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::sql::ServerFacts)
};

/// A row is a name and its value.
const QString auroraStatement =
    QStringLiteral("SHOW GLOBAL VARIABLES WHERE Variable_name IN ('aurora_version', 'aurora_server_id')");

using FactRows = std::shared_ptr<QList<QStringList>>; // written before the statement's answer, read after it

RowSink factsInto(const FactRows &rows)
{
    RowSink sink;
    sink.rows = [rows](const RowBatch &batch) {
        for (int row = 0; row < batch.rows(); ++row) {
            QStringList values;
            for (int column = 0; column < batch.columns(); ++column) {
                const std::string_view value = batch.value(row, column).value_or(std::string_view());
                values << QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
            }
            rows->append(values);
        }
    };
    return sink;
}

bool isMariaDb(const QString &version)
{
    return version.contains(QLatin1String("MariaDB"), Qt::CaseInsensitive);
}

/// As a number, or as a word in newer servers. Empty: the server knows no such thing.
bool isOn(const QString &value)
{
    return !value.isEmpty() && value != QLatin1String("0")
           && value.compare(QLatin1String("OFF"), Qt::CaseInsensitive) != 0;
}

void addAurora(ServerFacts &facts, const QList<QStringList> &variables)
{
    for (const QStringList &variable : variables) {
        if (variable.value(0) == QLatin1String("aurora_version"))
            facts.auroraVersion = variable.value(1);
        else if (variable.value(0) == QLatin1String("aurora_server_id"))
            facts.auroraServerId = variable.value(1);
    }
}

Result<ServerFacts> factsOf(const Result<StatementSummary> &asked, const QList<QStringList> &rows)
{
    if (!asked)
        return asked.error();
    if (auto facts = factsFromRow(rows.value(0)))
        return *std::move(facts);
    return Error{Error::Code::ProtocolError, QString(), QStringLiteral("facts: unexpected row"), 0};
}

} // namespace

ServerRole roleOf(const ServerFacts &facts)
{
    if (facts.isAurora())
        return facts.innodbReadOnly ? ServerRole::Reader : ServerRole::Writer;
    return facts.refusesWrites() ? ServerRole::Replica : ServerRole::Primary;
}

std::optional<QString> unexpectedRole(Endpoint endpoint, const ServerFacts &facts)
{
    const QString name = facts.auroraServerId.isEmpty() ? facts.host : facts.auroraServerId;
    if (endpoint == Endpoint::Writer && facts.refusesWrites())
        return FactsTexts::tr("This is the profile of a writer, but the server %1 takes no writes: after a "
                              "fail-over another one may have become the writer. Reconnect to look the "
                              "writer up again.")
            .arg(name);
    if (endpoint == Endpoint::Reader && !facts.refusesWrites())
        return FactsTexts::tr("This is the profile of a reader, but the server %1 takes writes: the cluster "
                              "has no reader now, or has made this one the writer. Reconnect to look for a "
                              "reader.")
            .arg(name);
    return std::nullopt;
}

bool isRefusalToWrite(const Error &error)
{
    constexpr std::array refusals{
        1290, // ER_OPTION_PREVENTS_STATEMENT: --read-only, --super-read-only, --innodb-read-only
        1836, // ER_READ_ONLY_MODE
        1874, // ER_INNODB_READ_ONLY
    };
    return error.code == Error::Code::StatementFailed
           && std::find(refusals.begin(), refusals.end(), error.native) != refusals.end();
}

QString factsStatement(const QString &version)
{
    const QVersionNumber firstRenamed(5, 7, 20);
    const bool isRenamed = !isMariaDb(version) && QVersionNumber::fromString(version) >= firstRenamed;
    return QStringLiteral("SELECT CURRENT_USER(), USER(), @@hostname, @@version_comment, @@read_only, "
                          "@@innodb_read_only, IF(@@time_zone = 'SYSTEM', @@system_time_zone, @@time_zone), "
                          "@@%1")
        .arg(isRenamed ? QStringLiteral("transaction_isolation") : QStringLiteral("tx_isolation"));
}

std::optional<ServerFacts> factsFromRow(const QStringList &values)
{
    if (values.size() != 8)
        return std::nullopt;
    ServerFacts facts;
    facts.currentUser = values[0];
    facts.user = values[1];
    facts.host = values[2];
    facts.versionComment = values[3];
    facts.readOnly = isOn(values[4]);
    facts.innodbReadOnly = isOn(values[5]);
    facts.timeZone = values[6];
    facts.isolation = values[7];
    return facts;
}

QFuture<Result<ServerFacts>> askServerFacts(Session &session)
{
    const auto rows = std::make_shared<QList<QStringList>>();
    const auto version = session.info().version;
    auto first = session.run(factsStatement(version), factsInto(rows));
    if (isMariaDb(version))
        return first.then([rows](const Result<StatementSummary> &asked) { return factsOf(asked, *rows); });
    const auto variables = std::make_shared<QList<QStringList>>();
    return session.run(auroraStatement, factsInto(variables))
        .then([first, rows,
               variables](const Result<StatementSummary> &) { // behind the first, so that it has its answer
            auto facts = factsOf(first.result(), *rows);
            if (facts)
                addAurora(*facts, *variables);
            return facts;
        });
}

} // namespace latchkey::sql
