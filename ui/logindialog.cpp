// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/logindialog.h"

#include "core/base/whendone.h"
#include "ui/errorbanner.h"
#include "ui/icons.h"
#include "ui/keychain.h"
#include "ui/rememberrow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace latchkey {

namespace {

/// The typed text, and nothing of it left in the field. Clearing first makes us the only owner of the characters,
/// so that taking the secret wipes them.
Secret takeTyped(QLineEdit &field)
{
    QString typed = field.text();
    field.setText(QString());
    return Secret::take(typed);
}

} // namespace

LoginDialog::LoginDialog(SignIn signIn, const QStringList &known, QWidget *parent)
    : QDialog(parent), m_signIn(std::move(signIn))
{
    setWindowTitle(tr("Sign in"));
    setObjectName(QStringLiteral("loginDialog"));
    auto *heading = buildHeading();
    m_banner = new ErrorBanner(this);
    auto *form = buildForm();
    m_principal->addItems(known);
    m_principal->setCurrentText(known.value(0));

    m_progressText = new QLabel(this);
    m_progress = new QProgressBar(this);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(theme::half);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(tr("Sign in"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(QStringLiteral("accept"));
    m_accept->setDefault(true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::page, theme::page, theme::page, theme::wide);
    column->setSpacing(theme::wide);
    column->addWidget(heading);
    column->addWidget(m_banner);
    column->addWidget(form);
    column->addStretch();
    column->addWidget(m_progressText);
    column->addWidget(m_progress);
    column->addWidget(buttons);
    setMinimumWidth(460);

    connect(buttons, &QDialogButtonBox::accepted, this, &LoginDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &LoginDialog::reject);
    connect(m_principal, &QComboBox::editTextChanged, this, &LoginDialog::updateButtons);
    connect(m_keytab, &QLineEdit::textChanged, this, &LoginDialog::updateButtons);
    connect(m_withKeytab, &QCheckBox::toggled, this, &LoginDialog::useKeytab);
    useKeytab(false);
    setWaiting(false);
}

LoginDialog::~LoginDialog()
{
    m_stop.request_stop();
}

QWidget *LoginDialog::buildHeading()
{
    auto *heading = new QWidget(this);
    auto *icon = new QLabel(heading);
    icon->setPixmap(
        icons::icon(QStringLiteral("key"), theme::Colour::Accent).pixmap({32, 32}, devicePixelRatioF()));
    auto *title = new QLabel(tr("Sign in with Kerberos"), heading);
    title->setFont(theme::heading(font()));
    m_reason = new QLabel(tr("One sign-in opens every connection of that identity."), heading);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setWordWrap(true);
    m_reason->setForegroundRole(QPalette::PlaceholderText);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(title);
    texts->addWidget(m_reason);
    auto *line = new QHBoxLayout(heading);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::wide);
    line->addWidget(icon, 0, Qt::AlignTop);
    line->addLayout(texts, 1);
    return heading;
}

QWidget *LoginDialog::buildForm()
{
    auto *form = new QWidget(this);
    m_principal = new QComboBox(form);
    m_principal->setObjectName(QStringLiteral("principal"));
    m_principal->setEditable(true);
    m_principal->setInsertPolicy(QComboBox::NoInsert);
    m_principal->setFont(theme::monospace(font()));
    m_principal->lineEdit()->setPlaceholderText(tr("alice@REALM, or just alice in the default realm"));
    m_principal->setAccessibleName(tr("Principal"));
    m_principal->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_password = new QLineEdit(form);
    m_password->setObjectName(QStringLiteral("password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setAccessibleName(tr("Password"));
    m_withKeytab = new QCheckBox(tr("Use a &keytab instead of the password"), form);
    m_withKeytab->setObjectName(QStringLiteral("withKeytab"));
    m_keytabRow = new QWidget(form);
    m_keytab = new QLineEdit(m_keytabRow);
    m_keytab->setObjectName(QStringLiteral("keytab"));
    m_keytab->setPlaceholderText(tr("Path of the keytab file"));
    m_keytab->setAccessibleName(tr("Keytab file"));
    auto *browse = new QToolButton(m_keytabRow);
    browse->setIcon(icons::icon(QStringLiteral("folder")));
    browse->setToolTip(tr("Choose the keytab file"));
    browse->setAccessibleName(browse->toolTip());
    connect(browse, &QToolButton::clicked, this, &LoginDialog::chooseKeytab);
    auto *row = new QHBoxLayout(m_keytabRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_keytab);
    row->addWidget(browse);

    auto *layout = m_form = new QFormLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(theme::wide);
    layout->setVerticalSpacing(theme::unit + theme::half);
    layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->addRow(tr("&Principal"), m_principal);
    m_passwordLabel = new QLabel(tr("Pass&word"), form);
    m_passwordLabel->setBuddy(m_password);
    layout->addRow(m_passwordLabel, m_password);
    layout->addRow(QString(), m_withKeytab);
    layout->addRow(QString(), m_keytabRow);
    return form;
}

void LoginDialog::setPrincipal(const QString &principal)
{
    m_principal->setCurrentText(principal);
    if (principal.isEmpty())
        m_principal->setFocus();
    else
        m_password->setFocus();
}

void LoginDialog::setReason(const QString &sentence)
{
    m_reason->setText(sentence);
}

void LoginDialog::setKeytab(const QString &file)
{
    m_withKeytab->setChecked(!file.isEmpty());
    m_keytab->setText(file);
}

void LoginDialog::offerKeychain(Keychain &keychain)
{
    m_keychain = &keychain;
    m_remember = new RememberRow(keychain, secrets::Kind::KerberosPassword, this);
    int row = 0;
    m_form->getWidgetPosition(m_password, &row, nullptr);
    m_form->insertRow(row + 1, QString(), m_remember);
    const auto show = [this] { m_remember->setAccount(m_principal->currentText().trimmed()); };
    connect(m_principal, &QComboBox::editTextChanged, m_remember, show);
    connect(m_remember, &RememberRow::useRequested, this, &LoginDialog::useRemembered);
    show();
    m_remember->setEnabled(!m_withKeytab->isChecked());
}

void LoginDialog::chooseKeytab()
{
    auto *dialog = new QFileDialog(this, tr("Choose a keytab"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_keytab, &QLineEdit::setText);
    dialog->open();
}

void LoginDialog::useKeytab(bool keytab)
{
    m_keytabRow->setVisible(keytab);
    m_password->setEnabled(!keytab);
    m_passwordLabel->setEnabled(!keytab);
    if (m_remember)
        m_remember->setEnabled(!keytab);
    updateButtons();
}

krb::SignInRequest LoginDialog::takeRequest()
{
    krb::SignInRequest request;
    request.principal = m_principal->currentText().trimmed();
    if (m_withKeytab->isChecked())
        request.credential = krb::Keytab{m_keytab->text().trimmed()};
    else
        request.credential = takeTyped(*m_password);
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
    waitFor(m_keychain->signIn(m_remember->key().account, m_stop.get_token()));
}

void LoginDialog::waitFor(const QFuture<Result<krb::Cache>> &signIn)
{
    m_banner->clear();
    setWaiting(true);
    whenDone(signIn, this, [this](Result<krb::Cache> result) { answer(std::move(result)); });
}

void LoginDialog::answer(Result<krb::Cache> result)
{
    if (!m_waiting)
        return; // the person has gone
    setWaiting(false);
    const secrets::SharedSecret toRemember = std::exchange(m_toRemember, nullptr);
    if (!result) {
        m_banner->showError(result.error());
        m_password->setFocus();
        return;
    }
    if (toRemember && result->principal)
        m_keychain->remember({secrets::Kind::KerberosPassword, result->principal->text()},
                             Secret(toRemember->view()));
    Q_EMIT signedIn(*result);
    accept();
}

void LoginDialog::reject()
{
    m_stop.request_stop();
    m_toRemember = nullptr;
    setWaiting(false);
    m_password->setText(QString());
    QDialog::reject();
}

void LoginDialog::setWaiting(bool waiting)
{
    m_waiting = waiting;
    const QString realm = m_principal->currentText().section(QLatin1Char('@'), 1);
    m_progressText->setText(!waiting          ? QString()
                            : realm.isEmpty() ? tr("Asking the realm’s KDC…")
                                              : tr("Asking the KDC of %1…").arg(realm));
    m_progressText->setVisible(waiting);
    m_progress->setVisible(waiting);
    for (QWidget *field :
         {static_cast<QWidget *>(m_principal), static_cast<QWidget *>(m_withKeytab), m_keytabRow})
        field->setEnabled(!waiting);
    m_password->setEnabled(!waiting && !m_withKeytab->isChecked());
    if (m_remember)
        m_remember->setEnabled(!waiting && !m_withKeytab->isChecked());
    updateButtons();
}

void LoginDialog::updateButtons()
{
    const bool somebody = !m_principal->currentText().trimmed().isEmpty();
    const bool keytab = !m_withKeytab->isChecked() || !m_keytab->text().trimmed().isEmpty();
    m_accept->setEnabled(!m_waiting && somebody && keytab);
}

} // namespace latchkey
