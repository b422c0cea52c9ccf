// SPDX-License-Identifier: GPL-2.0-or-later
// What the menu bar offers of the session that is shown. No server is there.
#include "ui/helpdialogs.h"
#include "ui/query/querycommand.h"
#include "ui/schema/workbench.h"
#include "ui/session/sessionentries.h"
#include "ui/session/transactionbar.h"
#include "ui/sessiontab.h"
#include "ui/sqleditor.h"

#include <QDialog>
#include <QLabel>
#include <QMainWindow>
#include <QMenuBar>
#include <QTabWidget>
#include <QTest>
#include <QToolBar>

using namespace latchkey;

class SessionMenuTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void withoutASessionNothingCanBeDone();
    void everyCommandHasItsActionInTheSession();
    void anEntryDoesWhatItsActionDoes();
    void whatNeedsAServerIsNotOfferedWithoutOne();
    void aTickIsTheActions();
    void theKeysOfViewsOpenAndCloseThem();
    void theListOfShortcutsHasTheEditors();
    void theBarOfViewsSaysWhatItsIconsAre();

private:
    void open();
    QAction *entry(const QString &name) const { return m_menu->findChild<QAction *>(name + u"Entry"_qs); }

    krb::KerberosService m_kerberos;
    Connector m_connector{m_kerberos};
    std::unique_ptr<QMainWindow> m_window;
    std::unique_ptr<SessionTab> m_tab;
    QMenu *m_menu = nullptr;
};

void SessionMenuTest::init()
{
    m_window = std::make_unique<QMainWindow>();
    m_menu = m_window->menuBar()->addMenu(u"Query"_qs);
    fillQueryMenu(*m_menu, [this] { return m_tab.get(); });
}

void SessionMenuTest::cleanup()
{
    m_tab.reset();
    m_window.reset();
}

/// The session's, which connects to nothing, and the menu.
void SessionMenuTest::open()
{
    if (!m_tab) {
        Profile profile;
        profile.name = u"orders"_qs;
        m_tab = std::make_unique<SessionTab>(m_connector, profile);
        m_tab->resize(900, 600);
        m_tab->show();
    }
    Q_EMIT m_menu->aboutToShow();
}

void SessionMenuTest::withoutASessionNothingCanBeDone()
{
    Q_EMIT m_menu->aboutToShow();
    for (const QAction *action : m_menu->actions())
        QVERIFY2(action->isSeparator() || !action->isEnabled(), qPrintable(action->text()));
}

void SessionMenuTest::everyCommandHasItsActionInTheSession()
{
    open();
    QList<ActionLook> looks = TransactionBar::looks();
    for (const CommandLook &command : commandLooks())
        looks.append(command.look);
    looks += Workbench::viewLooks();
    looks += {Workbench::explainLook(), Workbench::completeAloneLook()};
    for (const ActionLook &look : std::as_const(looks)) {
        const QAction *action = m_tab->action(look.name);
        QVERIFY2(action, qPrintable(look.name));
        QCOMPARE(action->shortcuts(), look.keys);
    }
}

void SessionMenuTest::anEntryDoesWhatItsActionDoes()
{
    open();
    m_tab->setSql(u"select 1"_qs);
    QVERIFY(entry(u"toggleComment"_qs)->isEnabled());
    entry(u"toggleComment"_qs)->trigger();
    QCOMPARE(m_tab->findChild<SqlEditor *>()->text(), u"-- select 1"_qs);
    entry(u"replace"_qs)->trigger();
    QTRY_VERIFY(m_tab->findChild<QWidget *>(u"replaceText"_qs)->isVisible()); // with its part of the tab
}

void SessionMenuTest::whatNeedsAServerIsNotOfferedWithoutOne()
{
    open();
    for (const QString &name :
         {u"runStatement"_qs, u"runAll"_qs, u"stopStatement"_qs, u"explain"_qs, u"exportCurrentResult"_qs})
        QVERIFY2(!entry(name)->isEnabled(), qPrintable(name));
    QVERIFY(entry(u"openSql"_qs)->isEnabled() && entry(u"saveSql"_qs)->isEnabled());
}

void SessionMenuTest::aTickIsTheActions()
{
    open();
    QAction *entryOfTick = entry(u"stopOnError"_qs);
    QVERIFY(entryOfTick->isChecked());
    entryOfTick->trigger();
    QVERIFY(!m_tab->action(u"stopOnError"_qs)->isChecked());
    QVERIFY(!entryOfTick->isChecked());
}

void SessionMenuTest::theKeysOfViewsOpenAndCloseThem()
{
    open();
    QVERIFY(QTest::qWaitForWindowActive(m_tab.get()));
    const auto *views = m_tab->findChild<QTabWidget *>(u"serverViews"_qs);
    QTest::keyClick(m_tab->findChild<SqlEditor *>(), Qt::Key_6, Qt::ControlModifier);
    QCOMPARE(views->tabText(views->currentIndex()), u"Variables"_qs);
    QTest::keyClick(views->currentWidget(), Qt::Key_F4, Qt::ControlModifier);
    QCOMPARE(views->count(), 1);
    QTest::keyClick(views->currentWidget(), Qt::Key_F4, Qt::ControlModifier);
    QCOMPARE(views->count(), 1); // the statements stay
}

void SessionMenuTest::theListOfShortcutsHasTheEditors()
{
    showShortcuts(*m_window->menuBar(), m_window.get());
    QStringList words;
    for (const QLabel *label : m_window->findChild<QDialog *>(u"shortcuts"_qs)->findChildren<QLabel *>())
        words.append(label->text());
    for (const QString &word : {u"Save SQL file"_qs, u"Ctrl+S"_qs, u"Find next"_qs, u"F3"_qs,
                                u"Comment or uncomment"_qs, u"Ctrl+/"_qs, u"Explain"_qs})
        QVERIFY2(words.contains(word), qPrintable(word));
}

void SessionMenuTest::theBarOfViewsSaysWhatItsIconsAre()
{
    open();
    const auto *bar = m_tab->findChild<QToolBar *>(u"workbenchBar"_qs);
    QCOMPARE(bar->toolButtonStyle(), Qt::ToolButtonTextUnderIcon);
    for (const QAction *action : bar->actions())
        QVERIFY(action->isSeparator() || !action->iconText().isEmpty());
}

QTEST_MAIN(SessionMenuTest)
#include "sessionmenutest.moc"
