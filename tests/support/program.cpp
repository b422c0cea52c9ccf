// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/program.h"

#include "ui/errorbanner.h"
#include "ui/logindialog.h"
#include "ui/rowdelegate.h"
#include "ui/sessionarea.h"
#include "ui/sessiontab.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

namespace latchkey::test {

namespace {

constexpr int patience = 15'000; // ms

QString visibleText(const ErrorBanner *banner)
{
    return banner && banner->isVisible() ? banner->text() : QString();
}

} // namespace

Program::Program() : m_application(std::nullopt)
{
    m_application.show();
}

Program::Program(secrets::Remembered remembered) : m_application(std::nullopt, std::move(remembered))
{
    m_application.show();
}

bool Program::waitUntilKnown()
{
    return QTest::qWaitFor([this] { return identities().isKnown() || identities().hasProblem(); }, patience);
}

QTreeView *Program::tree(const char *name)
{
    return window().findChild<QTreeView *>(QLatin1String(name));
}

QModelIndex Program::profileRow(const QString &name)
{
    const QAbstractItemModel *model = tree("profiles")->model();
    return model->match(model->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive)
        .value(0);
}

QString Program::profileWords(const QString &name)
{
    return profileRow(name).data(rowrole::SecondLine).toString();
}

QString Program::barText()
{
    return window().findChild<QToolButton *>(QStringLiteral("principals"))->text();
}

QList<SessionTab *> Program::tabs()
{
    return window().findChild<SessionArea *>()->tabs();
}

LoginDialog *Program::loginDialog()
{
    return window().findChild<LoginDialog *>();
}

QLineEdit *Program::passwordField()
{
    LoginDialog *dialog = loginDialog();
    return dialog ? dialog->findChild<QLineEdit *>(QStringLiteral("password")) : nullptr;
}

QString Program::windowSentence()
{
    return visibleText(
        window().centralWidget()->findChild<ErrorBanner *>(QString(), Qt::FindDirectChildrenOnly));
}

QString Program::sessionSentence()
{
    const SessionTab *tab = window().findChild<SessionArea *>()->current();
    return tab ? visibleText(tab->findChild<ErrorBanner *>(QStringLiteral("sessionBanner"))) : QString();
}

QString Program::loginSentence()
{
    const LoginDialog *dialog = loginDialog();
    return dialog ? visibleText(dialog->findChild<ErrorBanner *>()) : QString();
}

QString Program::loginReason()
{
    const LoginDialog *dialog = loginDialog();
    const auto *reason = dialog ? dialog->findChild<QLabel *>(QStringLiteral("reason")) : nullptr;
    return reason && reason->isVisible() ? reason->text() : QString();
}

void Program::doubleClick(const QString &profile)
{
    QTreeView *view = tree("profiles");
    const QModelIndex row = profileRow(profile);
    view->scrollTo(row);
    const QPoint where = view->visualRect(row).center();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, where);
    QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, where);
}

LoginDialog *Program::typeSignIn(const QString &principal, const QString &password)
{
    QTest::mouseClick(window().findChild<QPushButton *>(QStringLiteral("signIn")), Qt::LeftButton);
    if (!QTest::qWaitFor([this] { return loginDialog() && loginDialog()->isVisible(); }, patience))
        return nullptr;
    loginDialog()->setPrincipal(principal);
    QTest::keyClicks(passwordField(), password);
    return loginDialog();
}

void Program::agree()
{
    const auto *box = window().findChild<QMessageBox *>();
    for (QAbstractButton *button : box->buttons())
        if (box->buttonRole(button) == QMessageBox::AcceptRole)
            QTest::mouseClick(button, Qt::LeftButton);
}

} // namespace latchkey::test
