// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/gss/clientplugin.h"
#include "core/sql/connectoptions.h"
#include "core/sql/cutoff.h"
#include "core/sql/session.h"
#include "core/sql/value.h"

#include <memory>
#include <optional>

namespace latchkey::sql {

/// The beginning of a statement's answer.
struct Answer
{
    QList<Column> columns; ///< none: the statement gives no rows
    quint64 affected = 0;
    int warnings = 0; ///< so far; of rows only once they have been read
};

/// What the server's last answer said of the session.
struct ConnectionStatus
{
    bool inTransaction = false;
    bool autocommit = true;
    QString schema;
    QMap<QString, QString> variables; ///< whose values the server has told, since the login
};

/// One open connection, used by one thread at a time. Going away closes it; rows that have not been read are not
/// drained, the connection is cut instead.
class Connection
{
public:
    virtual ~Connection() = default;

    /// Sends a statement and waits for the beginning of its answer. Rows of an earlier one must have been read.
    virtual Result<Answer> execute(const QString &sql) = 0;
    /// Appends the next row to `batch`: true; at the end of the rows: false. An error is one, never an early end.
    virtual Result<bool> fetch(RowBatch &batch) = 0;
    /// Appends the rows behind it that have arrived already, at most `most`, without waiting: gives how many. Another call
    /// of fetch() tells whether there are more.
    virtual int fetchArrived(RowBatch &batch, int most) = 0;
    /// After the last row: waits for the beginning of the next result of the same statement; nothing: there is none.
    virtual Result<std::optional<Answer>> nextAnswer() = 0;
    /// After the last row.
    virtual int warnings() const = 0;
    /// Asks the server for a sign of life, and waits for it. Rows of a statement must have been read.
    virtual std::optional<Error> ping() = 0;
    virtual ConnectionStatus status() const = 0;
};

/// Blocking: reads and drops what is left of a statement's answer.
std::optional<Error> dropAnswer(Connection &connection);

/// What a login tells and asks while it goes on. Called on the thread that connects.
class LoginObserver
{
public:
    virtual ~LoginObserver() = default;
    virtual void onStep(Step step) = 0;
    /// The server has named its SPN, and the policy allows it.
    virtual std::optional<Error> prepare(const gss::ServerRequest &request, gss::Exchange &exchange) = 0;
    /// What `exchange`'s failure says, which is one of the ticket; nothing if no more than its code does.
    virtual std::optional<Error> explainTicketFailure(const gss::Exchange &exchange) = 0;
    /// Nobody waits for the login any more: give up as soon as possible.
    virtual bool isAbandoned() const = 0;
};

struct LoggedIn
{
    std::unique_ptr<Connection> connection;
    ServerInfo info;
};

/// Blocking: looks the host up, connects, logs in. `cutOff` gets hold of the socket as soon as it is known.
Result<LoggedIn> logIn(const ConnectOptions &options, LoginObserver &observer,
                       const std::shared_ptr<CutOff> &cutOff);

} // namespace latchkey::sql
