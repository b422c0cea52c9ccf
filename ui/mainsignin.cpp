// SPDX-License-Identifier: GPL-2.0-or-later
// Signing in and changing passwords in the main window.
#include "ui/mainwindow.h"

#include "core/base/whendone.h"
#include "core/connect/identityvalues.h"
#include "ui/catalogue/knownprofiles.h"
#include "ui/changepassworddialog.h"
#include "ui/errorbanner.h"
#include "ui/identities.h"
#include "ui/keychain.h"
#include "ui/logindialog.h"
#include "ui/notice.h"

#include <QAction>
#include <QStatusBar>

#include <memory>

namespace latchkey {

LoginDialog *MainWindow::signIn(const QString &principal, const QString &reason,
                                const std::function<void()> &then)
{
    const Identities &identities = m_parts.identities;
    auto *dialog = new LoginDialog(
        [this](krb::SignInRequest request, std::stop_token stop) {
            return m_parts.identities.signIn(std::move(request), std::move(stop));
        },
        principals(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setCaches(identities.caches(), identities.now());
    dialog->offerKeychain(m_parts.keychain);
    dialog->setHabits(m_settings.signIns);
    if (!principal.isEmpty())
        dialog->setPrincipal(principal);
    if (!reason.isEmpty())
        dialog->setReason(reason);
    whenDone(identities.realms(), dialog, [dialog](const Result<QStringList> &realms) {
        if (realms) // what is wrong with krb5.conf, signing in says
            dialog->setRealms(*realms);
    });
    connect(dialog, &LoginDialog::signedIn, this, [this, dialog, then](const krb::Cache &cache) {
        if (cache.principal)
            rememberHabit(dialog->habit(cache.principal->text()));
        m_banner->clear();
        m_parts.identities.refresh();
        if (then)
            then();
    });
    connect(dialog, &LoginDialog::changePasswordRequested, this, &MainWindow::changePassword);
    dialog->open();
    return dialog;
}

void MainWindow::signInFor(const Profile &profile, const QString &principal, const Error &why,
                           const std::function<void()> &then)
{
    const QString whose = filledIn(principal, identityValues());
    const QString keytab = asUsed(profile).identity.keytab;
    QPointer<LoginDialog> &dialog = m_signIns[{whose, keytab, profile.kerberosConfig}];
    if (dialog && dialog->isVisible()) { // one sign-in serves all who wait for its ticket
        connect(dialog, &LoginDialog::signedIn, this, then);
        return;
    }
    dialog = signIn(whose, why.message, then);
    if (!keytab.isEmpty())
        dialog->setKeytab(keytab);
    dialog->setConfig(profile.kerberosConfig);
}

void MainWindow::rememberHabit(const SignInHabit &habit)
{
    m_settings.signIns = withHabit(m_settings.signIns, habit);
    Q_EMIT settingsChanged();
}

ChangePasswordDialog *MainWindow::changePassword(const QString &principal)
{
    auto *login = findChild<LoginDialog *>();
    const bool isSigningIn = login && login->isVisible();
    auto *dialog = new ChangePasswordDialog(
        [this](const QString &whose, Secret old, Secret replacement, std::stop_token stop) {
            return m_parts.identities.changePassword(whose, std::move(old), std::move(replacement),
                                                     std::move(stop));
        },
        principals(), isSigningIn ? static_cast<QWidget *>(login) : this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!principal.isEmpty())
        dialog->setPrincipal(principal);
    connect(dialog, &ChangePasswordDialog::passwordChanged, this,
            [this, dialog](const QString &whose) { passwordChanged(whose, dialog->replacement()); });
    dialog->open();
    return dialog;
}

void MainWindow::passwordChanged(const QString &principal, Secret replacement)
{
    // Passwords are remembered under the whole name, whatever was typed of it.
    whenDone(m_parts.identities.principalNamed(principal), this,
             [this, principal, secret = std::make_shared<const Secret>(std::move(replacement))](
                 const Result<krb::Principal> &whose) {
                 rememberInstead(whose ? whose->text() : principal, *secret);
             });
    m_parts.identities.refresh();
    statusBar()->showMessage(tr("The password of %1 is changed.").arg(principal), 8000);
}

void MainWindow::rememberInstead(const QString &principal, const Secret &replacement)
{
    const secrets::Key key{secrets::Kind::KerberosPassword, principal};
    if (m_parts.keychain.isRemembered(key))
        m_parts.keychain.remember(key, Secret(replacement.view()));
}

void MainWindow::showNotice(const Notice &notice)
{
    const bool isAboutPassword = notice.occasion == Notice::Occasion::Password;
    delete std::exchange(m_noticeAction,
                         new QAction(isAboutPassword ? tr("Change password…") : tr("Sign in…"), this));
    connect(m_noticeAction, &QAction::triggered, this, [this, isAboutPassword, principal = notice.principal] {
        if (isAboutPassword)
            changePassword(principal);
        else
            signIn(principal, QString());
    });
    m_banner->showWarning(notice.text, {m_noticeAction});
}

QStringList MainWindow::principals() const
{
    QStringList names;
    for (const krb::Cache &cache : m_parts.identities.caches())
        if (cache.principal)
            names.append(cache.principal->text());
    for (const SignInHabit &habit : m_settings.signIns)
        names.append(habit.principal);
    const QList<Profile> profiles = m_known->all();
    for (const Profile &profile : profiles)
        if (!profile.identity.principal.isEmpty())
            names.append(asUsed(profile).identity.principal);
    names.removeDuplicates();
    return names;
}

} // namespace latchkey
