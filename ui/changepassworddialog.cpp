// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/changepassworddialog.h"

#include "core/base/whendone.h"
#include "ui/dialogfit.h"
#include "ui/dialogheading.h"
#include "ui/errorbanner.h"
#include "ui/formlabels.h"
#include "ui/mismatchhint.h"
#include "ui/passwordfield.h"
#include "ui/principalfield.h"
#include "ui/theme.h"
#include "ui/waitingrow.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey {

namespace {

PasswordField *passwordField(const char *name, const QString &accessibleName, QWidget *parent)
{
    auto *field = new PasswordField(parent);
    field->setObjectName(QLatin1String(name));
    field->setAccessibleName(accessibleName);
    return field;
}

} // namespace

ChangePasswordDialog::ChangePasswordDialog(Change change, const QStringList &known, QWidget *parent)
    : QDialog(parent), m_change(std::move(change))
{
    setObjectName(QStringLiteral("changePasswordDialog"));
    setWindowTitle(tr("Change password"));
    m_heading = new DialogHeading(
        QStringLiteral("lock"), tr("Change the password"),
        tr("The password of the realm, for every program that signs in with it (kpasswd)."), this);
    m_banner = new ErrorBanner(this);
    m_waiting = new WaitingRow(this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(tr("Change password"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(QStringLiteral("accept"));
    m_accept->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::page, theme::page, theme::page, theme::wide);
    column->setSpacing(theme::wide);
    column->addWidget(m_heading);
    column->addWidget(m_banner);
    column->addWidget(buildForm(known));
    column->addStretch();
    column->addWidget(m_waiting);
    column->addWidget(buttons);
    setMinimumWidth(460);
    keepFitting(*this);

    connect(buttons, &QDialogButtonBox::accepted, this, &ChangePasswordDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &ChangePasswordDialog::reject);
    setPrincipal(known.value(0));
    setWaiting(false);
}

ChangePasswordDialog::~ChangePasswordDialog()
{
    m_stop.request_stop();
}

QWidget *ChangePasswordDialog::buildForm(const QStringList &known)
{
    auto *form = new QWidget(this);
    m_principal = new PrincipalField(form);
    m_principal->setKnown(known);
    m_old = passwordField("oldPassword", tr("Old password"), form);
    m_new = passwordField("newPassword", tr("New password"), form);
    m_again = passwordField("newPasswordAgain", tr("New password again"), form);
    m_mismatch = new MismatchHint(*m_new, *m_again, form);
    auto *layout = new QFormLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(theme::wide);
    layout->setVerticalSpacing(theme::unit + theme::half);
    layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->addRow(tr("&Principal"), m_principal);
    layout->addRow(tr("&Old password"), m_old);
    layout->addRow(tr("&New password"), m_new);
    layout->addRow(tr("New password &again"), m_again);
    alignLabels(*layout);
    layout->addRow(QString(), m_mismatch);
    connect(m_mismatch, &MismatchHint::changed, this, &ChangePasswordDialog::updateButtons);
    connect(m_old, &QLineEdit::textChanged, this, &ChangePasswordDialog::updateButtons);
    connect(m_principal, &QComboBox::editTextChanged, this, [this] {
        m_oldWord = Secret(); // somebody else's
        m_old->setPlaceholderText(QString());
        updateButtons();
    });
    return form;
}

void ChangePasswordDialog::setPrincipal(const QString &principal)
{
    m_principal->setCurrentText(principal);
    if (principal.isEmpty())
        m_principal->setFocus();
    else
        m_old->setFocus();
}

void ChangePasswordDialog::setReason(const QString &sentence)
{
    m_heading->setReason(sentence);
}

void ChangePasswordDialog::submit()
{
    if (!m_accept->isEnabled())
        return;
    if (Secret typed = m_old->take(); !typed.isEmpty())
        m_oldWord = std::move(typed);
    m_newWord = m_new->take();
    m_again->wipe();
    m_banner->clear();
    m_stop = std::stop_source();
    setWaiting(true);
    whenDone(m_change(m_principal->principal(), Secret(m_oldWord.view()), Secret(m_newWord.view()),
                      m_stop.get_token()),
             this, [this](const Result<> &changed) { answer(changed); });
}

void ChangePasswordDialog::answer(const Result<> &changed)
{
    if (m_waiting->isHidden())
        return; // the person has gone
    setWaiting(false);
    if (!changed) {
        fail(changed.error());
        return;
    }
    Q_EMIT passwordChanged(m_principal->principal());
    wipe();
    accept();
}

// A new password that breaks a rule is no reason to type the old one again.
void ChangePasswordDialog::fail(const Error &why)
{
    m_newWord = Secret();
    const bool oldIsGood = why.code == Error::Code::PasswordRefused;
    if (!oldIsGood)
        m_oldWord = Secret();
    m_old->setPlaceholderText(oldIsGood ? tr("as typed before") : QString());
    m_banner->showError(why);
    (oldIsGood ? m_new : m_old)->setFocus();
    updateButtons();
}

void ChangePasswordDialog::reject()
{
    m_stop.request_stop();
    setWaiting(false);
    wipe();
    QDialog::reject();
}

void ChangePasswordDialog::wipe()
{
    m_oldWord = Secret();
    m_newWord = Secret();
    for (PasswordField *field : {m_old, m_new, m_again})
        field->wipe();
}

void ChangePasswordDialog::setWaiting(bool waiting)
{
    if (waiting)
        m_waiting->waitForKdcOf(m_principal->principal());
    else
        m_waiting->stop();
    for (QWidget *field : {static_cast<QWidget *>(m_principal), static_cast<QWidget *>(m_old),
                           static_cast<QWidget *>(m_new), static_cast<QWidget *>(m_again)})
        field->setEnabled(!waiting);
    updateButtons();
}

void ChangePasswordDialog::updateButtons()
{
    const bool hasOld = !m_old->text().isEmpty() || !m_oldWord.isEmpty();
    m_accept->setEnabled(m_waiting->isHidden() && !m_principal->principal().isEmpty() && hasOld
                         && m_mismatch->fits());
}

} // namespace latchkey
