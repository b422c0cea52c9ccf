// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/sideconnection.h"

#include "core/base/whendone.h"
#include "core/script/classify.h"

namespace latchkey::schema {

namespace {

constexpr std::chrono::seconds idleLimit{60};
/// For so long nobody tries again to open what has just been refused; each try may cost a login at the server.
constexpr std::chrono::minutes retryAfter{2};

} // namespace

SideConnection::SideConnection(Open open, QObject *parent) : QObject(parent), m_open(std::move(open))
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(idleLimit);
    connect(&m_idle, &QTimer::timeout, this, [this] { m_second = nullptr; });
}

SideConnection::~SideConnection()
{
    m_stop.request_stop();
}

void SideConnection::setFirst(Run first, std::function<bool()> isIdle)
{
    m_first = std::move(first);
    m_isFirstIdle = std::move(isIdle);
}

void SideConnection::setIdleLimit(std::chrono::milliseconds limit)
{
    m_idle.setInterval(limit);
}

void SideConnection::firstIsIdle()
{
    goOn();
}

QFuture<Result<Answer>> SideConnection::ask(const QString &sql)
{
    const auto waiting = std::make_shared<Waiting>();
    waiting->sql = sql;
    waiting->promise.start();
    m_waiting.push_back(waiting);
    goOn();
    return waiting->promise.future();
}

void SideConnection::goOn()
{
    if (m_isBusy)
        return;
    if (m_waiting.empty()) {
        if (m_second)
            m_idle.start();
        return;
    }
    m_idle.stop();
    const bool mayOpen = !m_whyNot || std::chrono::milliseconds(m_sinceFailure.elapsed()) > retryAfter;
    if (m_second)
        askOn(m_second, true);
    else if (mayOpen)
        open();
    else
        fallBack();
}

void SideConnection::open()
{
    m_isBusy = true;
    whenDone(m_open(m_stop.get_token()), this, [this](Result<Run> opened) { takeOpened(std::move(opened)); });
}

void SideConnection::takeOpened(Result<Run> opened)
{
    m_isBusy = false;
    if (opened) {
        m_second = std::move(opened).value();
        m_whyNot.reset();
    } else {
        m_whyNot = opened.error();
        m_sinceFailure.start();
    }
    goOn();
}

void SideConnection::fallBack()
{
    if (!m_first)
        return answerAll(*m_whyNot);
    if (m_isFirstIdle())
        askOn(m_first, false);
}

void SideConnection::askOn(const Run &run, bool isSecond)
{
    m_isBusy = true;
    const std::shared_ptr<Waiting> asked = m_waiting.front();
    m_waiting.pop_front();
    whenDone(
        gather(run, asked->sql, m_stop.get_token()), this,
        [this, asked, isSecond](Result<Answer> answer) { takeAnswer(asked, std::move(answer), isSecond); });
}

void SideConnection::takeAnswer(const std::shared_ptr<Waiting> &asked, Result<Answer> answer, bool isSecond)
{
    m_isBusy = false;
    const bool isLost = isSecond && !answer && answer.error().code == Error::Code::SessionLost;
    if (isLost)
        m_second = nullptr;
    if (isLost && !asked->wasLost && script::classify(asked->sql).mayBeRunAgain()) {
        asked->wasLost = true;
        m_waiting.push_front(asked);
    } else {
        asked->promise.addResult(std::move(answer));
        asked->promise.finish();
    }
    goOn();
}

void SideConnection::answerAll(const Error &error)
{
    for (const auto &asked : std::exchange(m_waiting, {})) {
        asked->promise.addResult(error);
        asked->promise.finish();
    }
}

} // namespace latchkey::schema
