// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/processkill.h"

#include "core/schema/refusal.h"

namespace latchkey::schema {

namespace {

QFuture<Result<Ok>> killedAs(Result<Ok> result)
{
    QPromise<Result<Ok>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

Result<Ok> verdictOf(const Result<Answer> &second, const Error &first)
{
    if (second)
        return Ok{};
    return lacksFeature(second.error()) ? first : second.error();
}

} // namespace

QStringList killStatements(quint64 connectionId, KillTarget target)
{
    const QString id = QString::number(connectionId);
    if (target == KillTarget::Query)
        return {QStringLiteral("KILL QUERY ") + id, QStringLiteral("CALL mysql.rds_kill_query(%1)").arg(id)};
    return {QStringLiteral("KILL CONNECTION ") + id, QStringLiteral("CALL mysql.rds_kill(%1)").arg(id)};
}

QFuture<Result<Ok>> killOn(const Ask &ask, quint64 connectionId, KillTarget target)
{
    const QStringList ways = killStatements(connectionId, target);
    return ask(ways[0])
        .then([ask, second = ways[1]](const Result<Answer> &first) {
            if (first)
                return killedAs(Ok{});
            if (!lacksPrivilege(first.error()))
                return killedAs(first.error());
            return ask(second).then(
                [why = first.error()](const Result<Answer> &answer) { return verdictOf(answer, why); });
        })
        .unwrap();
}

} // namespace latchkey::schema
