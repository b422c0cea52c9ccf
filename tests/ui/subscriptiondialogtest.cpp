// SPDX-License-Identifier: GPL-2.0-or-later
// Subscribing to a catalogue whose server never says a word.
#include "ui/catalogue/subscriptiondialog.h"
#include "core/base/job.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace latchkey;
using namespace Qt::StringLiterals;

class SubscriptionDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void cancellingWhileAskingLeavesNothing_data();
    void cancellingWhileAskingLeavesNothing();
    void cancellingAChangeLeavesTheSubscriptionAsItWas();

private:
    QString address() const { return u"https://127.0.0.1:%1/team.json"_s.arg(m_server->serverPort()); }
    QList<Subscription> saved() const;
    static void ask(SubscriptionDialog &dialog, const QString &name, const QString &source);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTcpServer> m_server; ///< accepts, and is silent
    std::unique_ptr<TeamCatalogues> m_catalogues;
};

void SubscriptionDialogTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<QTcpServer>();
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
    m_catalogues = std::make_unique<TeamCatalogues>(m_folder->path());
    m_catalogues->start();
}

void SubscriptionDialogTest::cleanup()
{
    m_server.reset(); // whoever still waits for it is answered
    m_catalogues.reset();
    QTRY_VERIFY_WITH_TIMEOUT(Worker::waitForAll(std::chrono::milliseconds(10)), 30'000);
}

QList<Subscription> SubscriptionDialogTest::saved() const
{
    QList<Subscription> all;
    const auto catalogues = CatalogueFiles(m_folder->path()).catalogues();
    for (const Catalogue &catalogue : catalogues ? *catalogues : QList<Catalogue>())
        all.append(catalogue.subscription);
    return all;
}

void SubscriptionDialogTest::ask(SubscriptionDialog &dialog, const QString &name, const QString &source)
{
    dialog.open();
    dialog.findChild<QLineEdit *>(u"catalogueName"_s)->setText(name);
    dialog.findChild<QLineEdit *>(u"catalogueSource"_s)->setText(source);
    QTest::mouseClick(dialog.findChild<QPushButton *>(u"accept"_s), Qt::LeftButton);
}

void SubscriptionDialogTest::cancellingWhileAskingLeavesNothing_data()
{
    QTest::addColumn<bool>("byEscape");
    QTest::newRow("Cancel") << false;
    QTest::newRow("Esc") << true;
}

void SubscriptionDialogTest::cancellingWhileAskingLeavesNothing()
{
    QFETCH(bool, byEscape);
    SubscriptionDialog dialog(*m_catalogues, Subscription());
    ask(dialog, u"Team"_s, address());
    QTRY_VERIFY(m_server->hasPendingConnections());
    QCOMPARE(saved().size(), 1);
    QPushButton *cancel = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Cancel);
    QVERIFY(cancel->isEnabled());
    if (byEscape)
        QTest::keyClick(&dialog, Qt::Key_Escape);
    else
        QTest::mouseClick(cancel, Qt::LeftButton);
    QVERIFY(!dialog.isVisible());
    QTRY_VERIFY(saved().isEmpty());
    QTRY_VERIFY(m_catalogues->all().isEmpty());
}

void SubscriptionDialogTest::cancellingAChangeLeavesTheSubscriptionAsItWas()
{
    Subscription before;
    before.name = u"Team"_s;
    before.source = u"/nowhere/team.json"_s;
    QVERIFY(m_catalogues->put(before).result());
    QTRY_VERIFY(m_catalogues->catalogue(before.id));
    QTRY_VERIFY(!saved().first().problem.isEmpty()); // what asking for it has come to
    before = saved().first();
    SubscriptionDialog dialog(*m_catalogues, before);
    ask(dialog, u"Others"_s, address());
    QTRY_VERIFY(m_server->hasPendingConnections());
    QCOMPARE(saved().first().name, u"Others"_s);
    dialog.reject();
    QTRY_COMPARE(saved().first(), before); // its history included
}

QTEST_MAIN(SubscriptionDialogTest)
#include "subscriptiondialogtest.moc"
