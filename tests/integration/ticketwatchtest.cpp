// SPDX-License-Identifier: GPL-2.0-or-later
// What other programs do to caches, as the panel shows it, and how soon.
#include "core/base/worker.h"
#include "tests/integration/kerberosplace.h"
#include "ui/identities.h"
#include "ui/ticketpanel.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

class TicketWatchTest : public QObject
{
    Q_OBJECT

private:
    /// Runs the program, and gives how many milliseconds after its end the condition was true; negative: before.
    template <typename Condition>
    static qint64 delayAfter(const QString &program, const QStringList &arguments, const QByteArray &input,
                             Condition condition)
    {
        QProcess process;
        QElapsedTimer clock;
        qint64 ended = -1;
        connect(&process, &QProcess::finished, &process, [&] { ended = clock.elapsed(); });
        clock.start();
        process.start(program, arguments);
        process.write(input);
        process.closeWriteChannel();
        qint64 seen = -1;
        const auto both = [&] {
            if (seen < 0 && condition())
                seen = clock.elapsed();
            return seen >= 0 && ended >= 0;
        };
        return QTest::qWaitFor(both, 20'000) ? seen - ended : std::numeric_limits<qint64>::max();
    }

    Sandbox m_sandbox;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.start(Sandbox::Parts::RealmsOnly), qPrintable(m_sandbox.problem()));
    }
    void cleanup() { QVERIFY2(Worker::waitForAll(30s), "a job's thread is left"); }

    void aRowComesAndGoesWithin200Milliseconds_data()
    {
        QTest::addColumn<bool>("directory");
        QTest::newRow("FILE") << false;
        QTest::newRow("DIR") << true;
    }
    void aRowComesAndGoesWithin200Milliseconds()
    {
        QFETCH(bool, directory);
        const KerberosPlace place(m_sandbox, directory ? KerberosPlace::Default::Directory
                                                       : KerberosPlace::Default::File);
        const krb::KerberosService kerberos;
        krb::CacheWatcher watcher;
        Identities identities(kerberos, watcher, &systemNow);
        TicketPanel panel(identities);
        panel.show();
        identities.start();
        QTRY_VERIFY(identities.isKnown());
        const auto *model = panel.findChild<QTreeView *>(QStringLiteral("tickets"))->model();
        const QStringList alice{m_sandbox.principal(QStringLiteral("alice"))};
        const QByteArray password = m_sandbox.password(QStringLiteral("alice")).toUtf8() + '\n';
        QList<qint64> delays;
        for (int round = 0; round < 5; ++round) {
            delays +=
                delayAfter(QStringLiteral("kinit"), alice, password, [&] { return model->rowCount() == 1; });
            delays += delayAfter(QStringLiteral("kdestroy"), {QStringLiteral("-A")}, {},
                                 [&] { return model->rowCount() == 0; });
        }
        std::sort(delays.begin(), delays.end());
        qInfo("the row follows the end of kinit or kdestroy after %lld ms (median), %lld ms at most",
              static_cast<long long>(delays.at(5)), static_cast<long long>(delays.last()));
        QVERIFY2(delays.at(5) <= 200, qPrintable(QString::number(delays.at(5))));
    }
};

QTEST_MAIN(TicketWatchTest)
#include "ticketwatchtest.moc"
