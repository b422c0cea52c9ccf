// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/sql/session.h"
#include "ui/sessionrelay.h"

#include <QObject>

namespace latchkey {

/// Brings a new session to where the one before it was, as far as that is possible.
class SessionRestoring : public QObject
{
    Q_OBJECT
public:
    explicit SessionRestoring(QObject *parent = nullptr);
    ~SessionRestoring() override;

    /// How the session stood that has ended. The last one counts; what was sent to it is not told of any more.
    void remember(sql::SessionState state);
    /// What comes next is of another kind.
    void forget() { m_before.reset(); }
    /// Before anything else runs in it: sends what restores it, and says by restored() what came of it. Without a session
    /// before it, nothing happens.
    void restore(const std::shared_ptr<sql::Session> &session, const QString &host);

Q_SIGNALS:
    /// The sentences say what is as before, and what is lost.
    void restored(const QString &sentences, bool isComplete);

private:
    void tell(const sql::SessionState &was, const QString &schema, const QStringList &problems,
              const QString &host);

    std::optional<sql::SessionState> m_before;
    std::shared_ptr<SessionRelay> m_answers;
};

} // namespace latchkey
