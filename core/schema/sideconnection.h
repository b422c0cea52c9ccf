// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/schema/answer.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <deque>

namespace latchkey::schema {

/// Answers questions about a server beside the user's statements: on a second connection, which is opened when it is
/// needed and closed when it has been idle. If it cannot be opened, on the first one while that is idle. Questions
/// are asked one after the other. Lives on its maker's thread; never blocks it; no timer runs while nothing is open.
class SideConnection : public QObject
{
    Q_OBJECT
public:
    /// Logs in as the first connection did. What it gives keeps the connection open for as long as it is kept itself.
    using Open = std::function<QFuture<Result<Run>>(std::stop_token)>;

    explicit SideConnection(Open open, QObject *parent = nullptr);
    ~SideConnection() override;

    /// The first connection, and whether nothing runs on it at the moment.
    void setFirst(Run first, std::function<bool()> isIdle);
    /// It has become idle: what waits for it goes on.
    void firstIsIdle();
    void setIdleLimit(std::chrono::milliseconds limit);

    /// The future ends on any thread; without a result if this object goes before.
    QFuture<Result<Answer>> ask(const QString &sql);

    bool isOpen() const { return static_cast<bool>(m_second); }
    /// The second connection, if it is open and nothing runs on it at the moment: for statements that are too urgent to
    /// queue. Nothing else.
    Run idleSecond() const { return m_isBusy ? Run() : m_second; }

private:
    struct Waiting
    {
        QString sql;
        QPromise<Result<Answer>> promise;
        bool wasLost = false; ///< with its connection, once
    };

    void goOn();
    void open();
    void takeOpened(Result<Run> opened);
    void askOn(const Run &run, bool isSecond);
    void takeAnswer(const std::shared_ptr<Waiting> &asked, Result<Answer> answer, bool isSecond);
    void fallBack();
    void answerAll(const Error &error);

    Open m_open;
    Run m_first;
    std::function<bool()> m_isFirstIdle;
    Run m_second;
    std::deque<std::shared_ptr<Waiting>> m_waiting;
    std::stop_source m_stop;
    bool m_isBusy = false; ///< opening, or a question is being answered
    std::optional<Error> m_whyNot; ///< the second connection could not be opened
    QElapsedTimer m_sinceFailure;
    QTimer m_idle;
};

} // namespace latchkey::schema
