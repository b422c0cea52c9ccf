// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/processkill.h"

#include "core/schema/refusal.h"

namespace latchkey::schema {

namespace {

Result<Ok> verdictOf(const Result<Answer> &second, const Error &first)
{
    if (second)
        return Ok{};
    return lacksFeature(second.error()) ? first : second.error();
}

} // namespace

QFuture<Result<Ok>> killOn(const Ask &ask, quint64 connectionId, sql::KillTarget target)
{
    const QStringList ways = sql::killStatements(connectionId, target);
    return ask(ways[0])
        .then([ask, second = ways[1]](const Result<Answer> &first) {
            if (first)
                return QtFuture::makeReadyFuture(Result<Ok>(Ok{}));
            if (!lacksPrivilege(first.error()))
                return QtFuture::makeReadyFuture(Result<Ok>(first.error()));
            return ask(second).then(
                [why = first.error()](const Result<Answer> &answer) { return verdictOf(answer, why); });
        })
        .unwrap();
}

} // namespace latchkey::schema
