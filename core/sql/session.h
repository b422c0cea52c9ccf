// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/worker.h"
#include "core/gss/clientplugin.h"
#include "core/sql/connectoptions.h"
#include "core/sql/sessionstate.h"
#include "core/sql/value.h"

#include <QFuture>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace latchkey::sql {

/// The steps of connecting, in order, as people are shown them.
enum class Step { LookUp, Connect, Tls, Ticket, Authenticate };

/// What a login has established. Asked of the library only, no statement is run for it.
struct ServerInfo
{
    QString version; ///< as the server greets, "10.11.19-MariaDB…"
    quint64 connectionId = 0;
    QString tlsVersion; ///< empty: not encrypted
    QString tlsCipher;
    bool tlsVerified = false; ///< chain and host name
    QString plugin; ///< the client plugin that logged in
    QString spn; ///< that the server named; empty for passwords
    QString realm; ///< of the account, as the server named it
    QString principal; ///< whose ticket was used; empty for passwords
    QString user; ///< the account name sent
};

/// How an executed statement ended, or one of its result sets.
struct StatementSummary
{
    bool hasRows = false;
    quint64 rowCount = 0; ///< delivered rows of all results, or rows affected
    bool truncated = false; ///< maxRows was reached and the server had more
    int results = 0; ///< result sets; more than one of a CALL
    int warnings = 0;
    std::chrono::microseconds elapsed{};
    std::chrono::microseconds firstRow{}; ///< until the first row arrived
    SessionState state{}; ///< after the statement; only in the statement's own summary
    bool keptUnicode =
        false; ///< it had set another character set for texts, which was set back; see unicodeKept()
};

/// Takes a statement's result sets while they arrive, on the session's thread: for each one, `columns` once, then `rows`
/// with the first row alone as soon as it is there, then batches of at most 1,000 rows or about 64 KiB, then `ended` if
/// it is complete or was cut off at the limit. Blocking in it slows the server down, which is how a slow reader keeps
/// memory bounded. Once the statement has been answered, by a cancel too, no further call begins; one that is under way
/// goes on.
struct RowSink
{
    std::function<void(QList<Column>)> columns;
    std::function<void(RowBatch)> rows;
    std::function<void(StatementSummary)> ended{};
};

struct RunLimits
{
    /// Of each result; 0: all. Where a statement cannot have changed anything, the rest is not even read; a CALL runs
    /// to its end, whose further results are delivered.
    quint64 maxRows = 0;
};

/// One connection and the thread it lives on. While nothing runs, it keeps options().timeouts: pings, and closes itself;
/// without such limits nothing is armed and nobody wakes. Every function returns at once. Thread-safe.
/// Destroying it closes the connection in the background: a running statement is killed, never drained.
class Session
{
public:
    /// What is done about the service ticket once the server has named its SPN (runs on the session's thread while the
    /// login waits); see gss::Exchange::prepare.
    using Prepare =
        std::function<std::optional<Error>(const gss::ServerRequest &, gss::Exchange &, class Waiting &)>;
    /// What a krb5 code in the exchange's failure says of the ticket, for who knows the codes; on the same thread.
    using ExplainTicketFailure = std::function<std::optional<Error>(const gss::Exchange &)>;
    using StepObserver = std::function<void(Step)>; ///< called on the session's thread

    struct Hooks
    {
        Prepare prepare;
        ExplainTicketFailure explainTicketFailure;
        StepObserver onStep;
        /// The session, idle, has ended: closed as its limit says, or the server hung up or gave no sign of life. On its
        /// thread, at most once; not when somebody else ends it, nor for what run() answers. Also when it ends after run() was
        /// answered Cancelled.
        std::function<void(const Error &)> onEnd;
    };

    /// Logs in. Answers within the connect timeout plus the KDCs' patience whatever the network does, and at once when
    /// `stop` is stopped. The error has the kind that the user needs: HostUnknown, ServerUnreachable, TlsMissing,
    /// TlsUntrusted, SpnRefused, PluginRefused, ServerDenied, or what the ticket lacked.
    /// The session lives on `worker`; who has something to find out before can have its thread started meanwhile.
    static QFuture<Result<std::shared_ptr<Session>>> open(ConnectOptions options, Hooks hooks,
                                                          std::stop_token stop = {}, Worker worker = {});

    ~Session();

    const ServerInfo &info() const;
    const ConnectOptions &options() const;

    /// Runs one statement; rows go to `sink` in batches. Stopping `stop` kills the statement through another
    /// connection, and cuts the connection if the server has not obeyed in options().stopPatience: then SessionLost follows.
    /// What cannot write is answered Cancelled at once. What may write is answered as it really ended: Cancelled if the
    /// server has stopped it, its success if that came too late, or SessionLost, within twice that.
    /// A result that ended early is StatementFailed or Cancelled, never a short success. A server that keeps it waiting
    /// longer than options().timeouts.answer has the statement killed and the session end: SessionLost.
    QFuture<Result<StatementSummary>> run(QString sql, RowSink sink, RunLimits limits = {},
                                          std::stop_token stop = {});

    /// Statements of this session are stopped through `other`, in one round trip, while that one is open, idle and
    /// connected to the same server; else through a connection made for it. `other` is not kept.
    void stopThrough(const Session &other);

    /// Both are connected to the same address and port: behind one host name there may be several servers.
    bool sharesServerWith(const Session &other) const;

    /// False once the connection is known to be gone.
    bool isOpen() const;

    /// After the statement that ended last, or at the connection's end; costs nothing.
    SessionState state() const;

    /// The network may have changed: if nothing runs, the server is asked for a sign of life now, and onEnd tells
    /// within five seconds if none comes.
    void checkAlive();

    struct State;

private:
    explicit Session(std::shared_ptr<State> state);
    std::shared_ptr<State> m_state;
};

/// Given to Session::Prepare: while a KDC is being waited for, the login's own time limit rests and this one counts.
class Waiting
{
public:
    virtual ~Waiting() = default;
    /// From now on the login ends with `verdict` when `limit` has passed … False: it has ended, and nobody wants a
    /// ticket any more.
    [[nodiscard]] virtual bool forKdc(std::chrono::milliseconds limit, Error verdict) = 0;
    /// … until the KDC has answered, and the server's time counts again.
    virtual void forServer() = 0;
};

} // namespace latchkey::sql
