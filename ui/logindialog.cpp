// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/logindialog.h"

#include "core/base/whendone.h"
#include "ui/dialogfit.h"
#include "ui/dialogheading.h"
#include "ui/errorbanner.h"
#include "ui/formlabels.h"
#include "ui/icons.h"
#include "ui/keychain.h"
#include "ui/passwordfield.h"
#include "ui/principalfield.h"
#include "ui/proofrows.h"
#include "ui/rememberrow.h"
#include "ui/signinoptionsform.h"
#include "ui/waitingrow.h"
#include "ui/windowprompter.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace latchkey {

LoginDialog::LoginDialog(SignIn signIn, const QStringList &known, QWidget *parent)
    : QDialog(parent), m_signIn(std::move(signIn))
{
    setWindowTitle(tr("Sign in"));
    setObjectName(QStringLiteral("loginDialog"));
    m_heading = new DialogHeading(QStringLiteral("key"), tr("Sign in with Kerberos"),
                                  tr("One sign-in opens every connection of that identity."), this);
    m_banner = new ErrorBanner(this);
    m_prompter = new WindowPrompter(this);
    m_changePassword = new QAction(tr("Change password…"), this);
    auto *form = buildForm();
    auto *options = buildOptions();
    m_waiting = new WaitingRow(this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(tr("Sign in"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(QStringLiteral("accept"));
    m_accept->setDefault(true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::page, theme::page, theme::page, theme::wide);
    column->setSpacing(theme::wide);
    for (QWidget *part : {static_cast<QWidget *>(m_heading), static_cast<QWidget *>(m_banner), form, options})
        column->addWidget(part);
    column->addStretch();
    column->addWidget(m_waiting);
    column->addWidget(buttons);
    setMinimumWidth(480);
    keepFitting(*this);

    connect(buttons, &QDialogButtonBox::accepted, this, &LoginDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &LoginDialog::reject);
    connect(m_principal, &QComboBox::editTextChanged, this, &LoginDialog::followHabit);
    connect(m_proof, &ProofRows::changed, this, &LoginDialog::updateFields);
    connect(m_options, &SignInOptionsForm::changed, this, &LoginDialog::updateSummary);
    connect(m_prompter, &WindowPrompter::cancelled, this, [this] { m_stop.request_stop(); });
    connect(m_changePassword, &QAction::triggered, this,
            [this] { Q_EMIT changePasswordRequested(m_principal->principal()); });
    m_principal->setKnown(known);
    m_principal->setCurrentText(known.value(0));
    setWaiting(false);
}

LoginDialog::~LoginDialog()
{
    m_stop.request_stop();
    m_prompter->end();
}

QWidget *LoginDialog::buildForm()
{
    auto *form = new QWidget(this);
    auto *layout = m_form = new QFormLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(theme::wide);
    layout->setVerticalSpacing(theme::unit + theme::half);
    layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_principal = new PrincipalField(form);
    layout->addRow(tr("&Principal"), m_principal);
    m_proof = new ProofRows(*layout);
    alignLabels(*layout);
    return form;
}

QWidget *LoginDialog::buildOptions()
{
    auto *box = new QWidget(this);
    m_more = new QToolButton(box);
    m_more->setObjectName(QStringLiteral("moreOptions"));
    m_more->setText(tr("More &options"));
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setAutoRaise(true);
    m_more->setCheckable(true);
    m_summary = new QLabel(box);
    m_summary->setObjectName(QStringLiteral("optionsSummary"));
    m_summary->setFont(theme::caption(font()));
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_options = new SignInOptionsForm(box);
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::unit);
    line->addWidget(m_more);
    line->addWidget(m_summary, 1);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::unit);
    column->addLayout(line);
    column->addWidget(m_options);
    connect(m_more, &QToolButton::toggled, this, &LoginDialog::showOptions);
    showOptions(false);
    return box;
}

void LoginDialog::setPrincipal(const QString &principal)
{
    m_principal->setCurrentText(principal);
    if (principal.isEmpty())
        m_principal->setFocus();
    else
        focusProof();
}

void LoginDialog::focusProof()
{
    if (m_proof->way().kind == SignInWay::Kind::Password)
        m_proof->password().setFocus();
    else
        m_accept->setFocus();
}

void LoginDialog::setReason(const QString &sentence)
{
    m_heading->setReason(sentence);
}

void LoginDialog::setKeytab(const QString &file)
{
    if (file.isEmpty())
        m_proof->setWay({});
    else
        m_proof->setWay({.kind = SignInWay::Kind::Keytab, .file = file});
}

void LoginDialog::setRealms(const QStringList &realms)
{
    m_principal->setRealms(realms);
}

void LoginDialog::setCaches(const QList<krb::Cache> &caches, Instant now)
{
    m_options->setCaches(caches, now);
}

void LoginDialog::setHabits(const SignInHabits &habits)
{
    m_habits = habits;
    followHabit();
}

void LoginDialog::followHabit()
{
    if (const SignInHabit *known = habitOf(m_habits, m_principal->principal())) {
        m_proof->setWay(known->way);
        m_options->setOptions(known->options);
    }
    updateFields();
}

SignInHabit LoginDialog::habit(const QString &principal) const
{
    const SignInOptions options = m_options->options();
    return {options.enterprise ? m_principal->principal() : principal, m_proof->way(), options};
}

void LoginDialog::showOptions(bool shown)
{
    m_more->setChecked(shown);
    m_more->setIcon(icons::icon(shown ? QStringLiteral("chevron") : QStringLiteral("chevron-right")));
    m_options->setVisible(shown);
    updateSummary();
    if (!shown && isVisible())
        fitHeight(*this);
}

void LoginDialog::updateSummary()
{
    m_summary->setText(m_options->isHidden() ? summary(m_options->options()) : QString());
}

void LoginDialog::offerKeychain(Keychain &keychain)
{
    m_keychain = &keychain;
    m_remember = new RememberRow(keychain, secrets::Kind::KerberosPassword, this);
    int row = 0;
    m_form->getWidgetPosition(&m_proof->password(), &row, nullptr);
    m_form->insertRow(row + 1, QString(), m_remember);
    const auto show = [this] { m_remember->setAccount(m_principal->fullPrincipal()); };
    connect(m_principal, &QComboBox::editTextChanged, m_remember, show);
    connect(m_principal, &PrincipalField::realmsKnown, m_remember, show);
    connect(m_remember, &RememberRow::useRequested, this, &LoginDialog::useRemembered);
    show();
    updateFields();
}

krb::SignInRequest LoginDialog::takeRequest()
{
    krb::SignInRequest request;
    request.principal = m_principal->principal();
    request.credential = m_proof->take();
    request.prompter = m_prompter->begin();
    request.config = m_config;
    m_options->options().addTo(request);
    return request;
}

void LoginDialog::submit()
{
    if (!m_accept->isEnabled())
        return;
    krb::SignInRequest request = takeRequest();
    const auto *typed = std::get_if<Secret>(&request.credential);
    m_toRemember = typed && m_remember && m_remember->isWanted()
                       ? std::make_shared<const Secret>(typed->view())
                       : nullptr;
    m_stop = std::stop_source();
    waitFor(m_signIn(std::move(request), m_stop.get_token()));
}

void LoginDialog::useRemembered()
{
    m_toRemember = nullptr;
    m_stop = std::stop_source();
    krb::SignInRequest request;
    request.principal = m_remember->key().account;
    request.config = m_config;
    m_options->options().addTo(request);
    waitFor(m_keychain->signIn(std::move(request), m_stop.get_token()));
}

void LoginDialog::waitFor(const QFuture<Result<krb::Cache>> &signIn)
{
    m_banner->clear();
    setWaiting(true);
    whenDone(signIn, this, [this](Result<krb::Cache> result) { answer(std::move(result)); });
}

void LoginDialog::answer(Result<krb::Cache> result)
{
    if (m_waiting->isHidden())
        return; // the person has gone
    setWaiting(false);
    if (result)
        rememberPassword(*result);
    m_toRemember = nullptr;
    m_prompter->end();
    if (!result) {
        fail(result.error());
        return;
    }
    Q_EMIT signedIn(*result);
    accept();
}

void LoginDialog::rememberPassword(const krb::Cache &cache)
{
    // An expired password has a successor.
    const secrets::SharedSecret &right = m_prompter->newPassword() ? m_prompter->newPassword() : m_toRemember;
    if (!m_toRemember || !cache.principal)
        return;
    const secrets::Key key{secrets::Kind::KerberosPassword, cache.principal->text()};
    m_keychain->remember(key, Secret(right->view()));
    m_keychain->setForUnattended(key, m_remember->isForUnattended());
}

void LoginDialog::fail(const Error &why)
{
    const bool isExpired = why.code == Error::Code::PasswordExpired;
    if (why.code != Error::Code::Cancelled)
        m_banner->showError(why, isExpired ? QList<QAction *>{m_changePassword} : QList<QAction *>());
    focusProof();
}

void LoginDialog::reject()
{
    m_stop.request_stop();
    m_prompter->end();
    m_toRemember = nullptr;
    setWaiting(false);
    m_proof->password().wipe();
    QDialog::reject();
}

void LoginDialog::setWaiting(bool waiting)
{
    if (waiting)
        m_waiting->waitForKdcOf(m_principal->principal());
    else
        m_waiting->stop();
    m_principal->setEnabled(!waiting);
    m_proof->setEnabled(!waiting);
    m_options->setEnabled(!waiting);
    if (m_remember)
        m_remember->setEnabled(!waiting);
    updateFields();
}

void LoginDialog::updateFields()
{
    if (m_remember)
        m_form->setRowVisible(m_remember, m_proof->way().kind == SignInWay::Kind::Password);
    m_accept->setEnabled(m_waiting->isHidden() && !m_principal->principal().isEmpty()
                         && m_proof->isComplete());
}

} // namespace latchkey
