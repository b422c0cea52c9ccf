// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace latchkey {

/// SIGTERM, SIGINT and SIGHUP as a signal of Qt's, so that the program can end as if it had been quit: a session that ends
/// asks in no other way. Only the first counts; a second one ends the program at once. What was ignored when the program
/// started stays so (nohup). One for a process; lives on the main thread.
class EndingSignals : public QObject
{
    Q_OBJECT
public:
    explicit EndingSignals(QObject *parent = nullptr);
    ~EndingSignals() override;

Q_SIGNALS:
    void received(int number);

private:
    void read();

    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace latchkey
