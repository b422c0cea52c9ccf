// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/killing.h"

#include "core/sql/connection.h"

namespace latchkey::sql {

namespace {

constexpr std::chrono::seconds patienceWhileDraining{10};

/// Amazon's servers keep KILL to themselves where it needs a privilege, and have a procedure for it.
bool isKillDenied(const Error &error)
{
    constexpr int killDenied = 1095; // ER_KILL_DENIED_ERROR
    constexpr int accessDenied = 1227; // ER_SPECIFIC_ACCESS_DENIED_ERROR
    return error.native == killDenied || error.native == accessDenied;
}

ConnectOptions sideConnection(ConnectOptions options)
{
    options.schema.clear();
    options.readOnly = false;
    options.session = {};
    return options;
}

/// Nobody watches this login; it is overtaken by the patience with the server.
class SideLogin final : public LoginObserver, public Waiting
{
public:
    explicit SideLogin(const Session::Prepare &prepare) : m_prepare(prepare) { }
    void onStep(Step) override { }
    std::optional<Error> prepare(const gss::ServerRequest &request, gss::Exchange &exchange) override
    {
        return m_prepare ? m_prepare(request, exchange, *this) : std::nullopt;
    }
    std::optional<Error> explainTicketFailure(const gss::Exchange &) override { return std::nullopt; }
    bool isAbandoned() const override { return true; }
    bool forKdc(std::chrono::milliseconds, Error) override { return true; }
    void forServer() override { }

private:
    const Session::Prepare &m_prepare;
};

// Those that have been started and are still there: who needs one lets go of it when its statement is settled. Never
// destroyed: a thread left behind may outlive main().
struct Census
{
    std::mutex mutex;
    std::condition_variable changed;
    int started = 0;
};

Census &census()
{
    static auto *const instance = new Census;
    return *instance;
}

void count(int change)
{
    const std::scoped_lock lock(census().mutex);
    census().started += change;
    census().changed.notify_all();
}

} // namespace

Killing::Killing(ConnectOptions options, Session::Prepare prepare, quint64 connectionId,
                 std::shared_ptr<CutOff> victim, FindRun findRun)
    : m_options(sideConnection(std::move(options))), m_prepare(std::move(prepare)),
      m_connectionId(connectionId), m_victim(std::move(victim)), m_findRun(std::move(findRun))
{ }

Killing::~Killing()
{
    if (isStarted())
        count(-1);
}

bool Killing::waitForAll(std::chrono::milliseconds limit)
{
    std::unique_lock lock(census().mutex);
    return census().changed.wait_for(lock, limit, [] { return census().started == 0; });
}

void Killing::start(LastResort lastResort)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_phase != Phase::Idle || m_ended)
            return;
        m_phase = Phase::Connecting;
        count(1);
        m_lastResort = lastResort;
        m_overdue = alarm(lastResort == LastResort::Cut ? m_options.stopPatience : patienceWhileDraining);
    }
    Worker worker;
    worker.post([self = shared_from_this()] { self->killQuery(); });
}

Alarm Killing::alarm(std::chrono::milliseconds limit)
{
    return {limit, [weak = weak_from_this()] {
                if (const auto self = weak.lock())
                    self->overdue();
            }};
}

bool Killing::isStarted() const
{
    const std::scoped_lock lock(m_mutex);
    return m_phase != Phase::Idle;
}

void Killing::statementEnded()
{
    const std::scoped_lock lock(m_mutex);
    m_ended = true;
    if (m_phase == Phase::Connecting)
        m_phase = Phase::Over;
    m_changed.notify_all();
}

void Killing::waitUntilOver()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_phase == Phase::Idle || m_phase == Phase::Over; });
}

std::optional<Error> Killing::whyNotOpened() const
{
    const std::scoped_lock lock(m_mutex);
    return m_whyNotOpened;
}

void Killing::killQuery()
{
    if (!killThroughOpen())
        killThroughNew();
}

/// False: it is still to be killed.
bool Killing::killThroughOpen()
{
    const Run run = m_findRun ? m_findRun() : Run();
    if (!run)
        return false;
    if (!claimSending())
        return true;
    for (const QString &way : killStatements(m_connectionId, KillTarget::Query)) {
        const auto killed = run(way).result();
        if (killed) {
            finish(true);
            return true;
        }
        if (!isKillDenied(killed.error()))
            break;
    }
    return !giveUpSending();
}

void Killing::killThroughNew()
{
    SideLogin login(m_prepare);
    const auto socket = std::make_shared<CutOff>();
    const auto side = logIn(m_options, login, socket);
    if (!side) {
        const std::scoped_lock lock(m_mutex);
        m_whyNotOpened = side.error();
    }
    // A host name may lead to another server this time, where the id is somebody else's.
    if (!side || !socket->sharesPeerWith(*m_victim))
        return finish(false);
    if (claimSending())
        finish(sendKill(*side->connection, KillTarget::Query));
    else if (m_victim->isCut())
        sendKill(*side->connection, KillTarget::Connection);
}

bool Killing::sendKill(Connection &side, KillTarget target) const
{
    const QStringList ways = killStatements(m_connectionId, target);
    const auto killed = side.execute(ways[0]);
    if (killed || !isKillDenied(killed.error()))
        return bool(killed);
    return bool(side.execute(ways[1]));
}

bool Killing::claimSending()
{
    const std::scoped_lock lock(m_mutex);
    if (m_phase != Phase::Connecting)
        return false;
    m_phase = Phase::Sending;
    return true;
}

/// True if there is still something to be killed.
bool Killing::giveUpSending()
{
    const std::scoped_lock lock(m_mutex);
    if (m_phase != Phase::Sending)
        return false;
    m_phase = m_ended ? Phase::Over : Phase::Connecting;
    m_changed.notify_all();
    return !m_ended;
}

void Killing::finish(bool sent)
{
    const std::scoped_lock lock(m_mutex);
    if (m_lastResort == LastResort::Cut && !m_ended) {
        if (sent) // the server answers; what it has sent before may take a moment to be read
            m_overdue = alarm(m_options.stopPatience);
        else
            m_victim->cut();
    }
    m_phase = Phase::Over;
    m_changed.notify_all();
}

void Killing::overdue()
{
    const std::scoped_lock lock(m_mutex);
    // A kill on its way could hit the next statement.
    if ((!m_ended && m_lastResort == LastResort::Cut) || m_phase == Phase::Sending)
        m_victim->cut();
    m_phase = Phase::Over;
    m_changed.notify_all();
}

} // namespace latchkey::sql
