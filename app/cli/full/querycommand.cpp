// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/full/querycommand.h"

#include "app/cli/full/databasepassword.h"
#include "app/cli/full/rowformat.h"
#include "app/cli/profilecommands.h"
#include "app/cli/text.h"
#include "core/base/job.h"
#include "core/connect/connector.h"
#include "core/sql/statementsplitter.h"

#include <unistd.h>

namespace latchkey::cli {

namespace {

Result<Format> chosenFormat(const Call &call)
{
    if (call.json && call.has("format") && call.value("format") != QLatin1String("json"))
        return usageError(Text::tr("Give --json or another --format, not both."));
    if (call.json)
        return Format::Json;
    if (!call.has("format"))
        return isatty(STDOUT_FILENO) ? Format::Table : Format::Tsv;
    const auto format = formatFromWord(call.value("format"));
    if (!format)
        return usageError(Text::tr("“%1” is no choice for --format: use one of table, tsv, csv, json.")
                              .arg(call.value("format")));
    return *format;
}

Result<QStringList> statements(const Call &call)
{
    QStringList all;
    for (const QString &script : call.options.values(QStringLiteral("execute"))) {
        for (const sql::ScriptPiece &piece : sql::splitScript(script)) {
            if (!piece.isBlank())
                all.append(piece.sql(script).toString());
        }
    }
    if (all.isEmpty())
        return usageError(Text::tr("Give a statement with -e, such as -e \"select current_user()\"."));
    return all;
}

QString stepName(sql::Step step)
{
    switch (step) {
    case sql::Step::LookUp:
        return Text::tr("Looking the host up …");
    case sql::Step::Connect:
        return Text::tr("Connecting …");
    case sql::Step::Tls:
        return Text::tr("Setting up TLS …");
    case sql::Step::Ticket:
        return Text::tr("Getting a ticket …");
    case sql::Step::Authenticate:
        return Text::tr("Authenticating …");
    }
    Q_UNREACHABLE();
}

/// A refusal that the user may know to be right: says how to accept the new name.
Error withWayOut(Error error, const Profile &profile)
{
    if (error.code == Error::Code::SpnRefused)
        error.message +=
            QLatin1Char(' ')
            + Text::tr("If you know that the new name is right, accept it with “latchkey-cli profiles edit "
                       "\"%1\" --spn NEW-NAME”.")
                  .arg(profile.path());
    return error;
}

void pin(Call &call, const Profile &profile, const sql::ServerInfo &info)
{
    const QString spn = spnToPin(profile, info);
    if (spn.isEmpty())
        return;
    const auto pinFirst = [spn, host = profile.host](Profile &stored) {
        if (stored.pinnedSpn.isEmpty() && stored.host == host)
            stored.pinnedSpn = spn;
    };
    const Result<Profile> saved = changeProfile(call, profile.id, pinFirst);
    if (!saved)
        note(Text::tr("The server’s service principal name could not be pinned in the profile: %1")
                 .arg(saved.error().message));
    else if (saved->pinnedSpn == spn)
        note(Text::tr("From now on the profile “%1” accepts only the service principal name %2, which this "
                      "verified "
                      "server named.")
                 .arg(profile.path(), spn));
}

Result<std::shared_ptr<sql::Session>> openSession(Call &call, const Profile &profile)
{
    const auto password = databasePassword(call, profile);
    if (!password)
        return password.error();
    Connector::Request request{profile, password->secret, {}};
    if (call.verbose)
        request.onStep = [](sql::Step step) { note(stepName(step)); };
    const Connector connector(call.kerberos);
    auto session = connector.open(std::move(request), call.stop).takeResult();
    const auto failure = session ? std::nullopt : std::optional(session.error());
    const auto settled = settlePassword(call, profile, *password, failure);
    if (!session)
        return withWayOut(settled.error(), profile);
    if (!settled) // the statement runs all the same
        note(settled.error().message);
    pin(call, profile, (*session)->info());
    return session;
}

/// One statement's way to standard output. Shared with the session's thread, which may still be in a call when the
/// answer "cancelled" is there already.
class Printing
{
public:
    Printing(Format format, bool withHeader, Output &output, std::stop_token stop)
        : m_format(format), m_withHeader(withHeader), m_output(output),
          m_onSignal(std::move(stop), [this] { m_source.request_stop(); })
    { }

    sql::RowSink sink(const std::shared_ptr<Printing> &self)
    {
        return {
            [self](const QList<sql::Column> &columns) { self->nextPrinter().begin(columns); },
            [self](const sql::RowBatch &batch) { self->rows(batch); },
            [self](const sql::StatementSummary &) { self->m_printer->end(); },
        };
    }
    void noRows(const sql::StatementSummary &summary) { nextPrinter().noRows(summary); }
    std::stop_token stop() const { return m_source.get_token(); }

private:
    RowPrinter &nextPrinter()
    {
        m_printer = makeRowPrinter(m_format, m_withHeader, m_output);
        return *m_printer;
    }
    void rows(const sql::RowBatch &batch)
    {
        m_printer->rows(batch);
        if (!m_output.flush())
            m_source.request_stop(); // nobody reads any more: the statement may end
    }

    const Format m_format;
    const bool m_withHeader;
    std::unique_ptr<RowPrinter>
        m_printer; ///< of one result; a statement may have several, one after the other
    Output &m_output;
    std::stop_source m_source;
    std::stop_callback<std::function<void()>> m_onSignal;
};

void describe(const sql::StatementSummary &summary)
{
    note(Text::tr("%1 row(s), %2 warning(s), %3 ms")
             .arg(summary.rowCount)
             .arg(summary.warnings)
             .arg(static_cast<double>(summary.elapsed.count()) / 1000.0, 0, 'f', 1));
}

Result<> runStatement(Call &call, sql::Session &session, const QString &statement, Format format)
{
    const auto printing = std::make_shared<Printing>(format, !call.has("no-header"), call.output, call.stop);
    const auto summary = session.run(statement, printing->sink(printing), {}, printing->stop()).takeResult();
    if (!summary)
        return summary.error();
    if (!summary->hasRows)
        printing->noRows(*summary);
    if (call.verbose)
        describe(*summary);
    return Ok{};
}

} // namespace

Result<> query(Call &call)
{
    const auto format = chosenFormat(call);
    if (!format)
        return format.error();
    const auto script = statements(call);
    if (!script)
        return script.error();
    const auto profile = namedProfile(call);
    if (!profile)
        return profile.error();
    const auto session = openSession(call, *profile);
    if (!session)
        return session.error();
    for (const QString &statement : *script) {
        if (auto ran = runStatement(call, **session, statement, *format); !ran)
            return ran;
    }
    return Ok{};
}

} // namespace latchkey::cli
