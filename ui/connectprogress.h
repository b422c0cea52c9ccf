// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profile.h"
#include "core/sql/session.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey {

/// The steps of connecting while they run: which are done, which one runs and for how long, which one failed.
class ConnectProgress : public QWidget
{
    Q_OBJECT
public:
    enum class State { Pending, Running, Done, Failed };

    explicit ConnectProgress(QWidget *parent = nullptr);

    /// From the first step on. Steps that this profile does not have (TLS switched off, no ticket with a password) are
    /// left out.
    void start(const Profile &profile);
    /// `step` has begun; those before it are done. A step that has passed already is ignored.
    void advance(sql::Step step);
    /// Every step is done.
    void succeed();
    /// The running step has failed, or was cancelled.
    void fail();

    State state(sql::Step step) const;
    QString text() const; ///< as a screen reader says it

Q_SIGNALS:
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Sign
    {
        QLabel *icon = nullptr;
        QLabel *word = nullptr;
        State state = State::Pending;
    };

    void addStep(class QHBoxLayout *line, sql::Step step);
    void setState(sql::Step step, State state);
    void recolour(Sign &sign);
    void showElapsed();

    QHash<int, Sign> m_signs; ///< by sql::Step
    sql::Step m_running = sql::Step::LookUp;
    QLabel *m_target;
    QLabel *m_elapsed;
    QPushButton *m_cancel;
    QTimer m_tick;
    QElapsedTimer m_clock;
};

} // namespace latchkey
