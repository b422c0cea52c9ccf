// SPDX-License-Identifier: GPL-2.0-or-later
// Every screen that the program's own tour comes to, for somebody without a mouse, or without eyes.
#include "tests/support/accessibility.h"
#include "app/gui/tour.h"
#include "tests/support/sandbox.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;

namespace {

constexpr int patience = 15'000; // ms
constexpr int tourPatience = 90'000; // ms
constexpr Qt::Key nextPane = Qt::Key_F6; ///< leaves the editor, in which Tab types

} // namespace

class AccessibilityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void everyControlHasAName() { QVERIFY2(m_nameless.isEmpty(), listed(m_nameless)); }
    void theTabKeyComesToEveryControlInReadingOrder() { QVERIFY2(m_tabKey.isEmpty(), listed(m_tabKey)); }
    void noButtonNeedsTheMouse() { QVERIFY2(m_mouseOnly.isEmpty(), listed(m_mouseOnly)); }
    void noTwoControlsShareALetter() { QVERIFY2(m_letters.isEmpty(), listed(m_letters)); }

private:
    static const char *listed(const QStringList &problems);
    bool signIn() const;
    void look(QWidget &screen, const QString &name);
    bool walk(const Tour::Plan &plan);

    Sandbox m_sandbox;
    QTemporaryDir m_pictures;
    QStringList m_screens;
    QStringList m_nameless;
    QStringList m_tabKey;
    QStringList m_mouseOnly;
    QStringList m_letters;
};

const char *AccessibilityTest::listed(const QStringList &problems)
{
    for (const QString &problem : problems)
        qWarning("%s", qUtf8Printable(problem));
    return "see above";
}

bool AccessibilityTest::signIn() const
{
    QProcess process;
    process.start(QStringLiteral("kinit"), {m_sandbox.principal(QStringLiteral("alice"))});
    process.write(m_sandbox.password(QStringLiteral("alice")).toUtf8() + '\n');
    process.closeWriteChannel();
    return process.waitForFinished(patience) && process.exitCode() == 0;
}

void AccessibilityTest::look(QWidget &screen, const QString &name)
{
    m_screens.append(name);
    m_nameless += namelessControls(screen, name);
    m_mouseOnly += mouseOnlyButtons(screen, name);
    m_letters += sharedMnemonics(screen, name);
    m_tabKey += tabKeyProblems(screen, name, nextPane);
}

bool AccessibilityTest::walk(const Tour::Plan &plan)
{
    Application application(std::nullopt);
    application.show();
    Tour tour(application, plan);
    connect(&tour, &Tour::reached, this,
            [this](QWidget *screen, const QString &name) { look(*screen, name); });
    QSignalSpy finished(&tour, &Tour::finished);
    tour.start();
    return QTest::qWaitFor([&finished] { return !finished.isEmpty(); }, tourPatience)
           && finished.first().first().toInt() == 0;
}

void AccessibilityTest::initTestCase()
{
    QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem()));
    QVERIFY(signIn());
    QVERIFY(walk({m_pictures.path(), QStringLiteral("Sandbox/orders/writer"),
                  QStringLiteral("select id, name from customers order by id limit 5")}));
    QVERIFY2(m_screens.size() > 20, qPrintable(m_screens.join(u' ')));
}

QTEST_MAIN(AccessibilityTest)
#include "accessibilitytest.moc"
