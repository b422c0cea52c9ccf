// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/catalogue/subscriptiondialog.h"

#include "core/base/whendone.h"
#include "ui/dialogfit.h"
#include "ui/dialogheading.h"
#include "ui/errorbanner.h"
#include "ui/filerow.h"
#include "ui/formlabels.h"
#include "ui/profile/consenttext.h"
#include "ui/theme.h"
#include "ui/waitingrow.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>

namespace latchkey {

SubscriptionDialog::SubscriptionDialog(TeamCatalogues &catalogues, Subscription subscription, QWidget *parent)
    : QDialog(parent), m_catalogues(catalogues), m_before(std::move(subscription)),
      m_isNew(!catalogues.catalogue(m_before.id))
{
    setObjectName(QStringLiteral("subscription"));
    setWindowTitle(m_isNew ? tr("Subscribe to a catalogue") : tr("Edit catalogue “%1”").arg(m_before.name));
    build();
    setMinimumWidth(620);
    keepFitting(*this);
}

void SubscriptionDialog::build()
{
    auto *heading = new DialogHeading(QStringLiteral("team"), windowTitle(),
                                      tr("A file of profiles that somebody maintains for all of you. It is "
                                         "asked for every hour, and a copy "
                                         "stays here for when it cannot be reached."),
                                      this);
    m_banner = new ErrorBanner(this);
    m_fields = new QWidget(this);
    m_name = new QLineEdit(m_before.name, m_fields);
    m_name->setObjectName(QStringLiteral("catalogueName"));
    m_name->setPlaceholderText(tr("the name of its folder, such as “Team”"));
    m_source = new QLineEdit(m_before.source);
    m_source->setObjectName(QStringLiteral("catalogueSource"));
    m_source->setAccessibleName(tr("Address"));
    m_source->setPlaceholderText(tr("https://… or the path of a file"));
    QWidget *source = fileRow(m_source, tr("Choose a file of profiles"), m_fields);
    m_negotiate =
        new QCheckBox(tr("Sign in to the web server with a &Kerberos ticket, if it asks for one"), m_fields);
    m_negotiate->setObjectName(QStringLiteral("negotiate"));
    m_negotiate->setChecked(m_before.authentication == WebAuthentication::Negotiate);
    m_principal = new QLineEdit(m_before.principal, m_fields);
    m_principal->setObjectName(QStringLiteral("cataloguePrincipal"));
    m_principal->setPlaceholderText(tr("whoever is signed in"));
    m_principal->setEnabled(m_negotiate->isChecked());
    connect(m_negotiate, &QCheckBox::toggled, m_principal, &QWidget::setEnabled);
    m_authorities = new QLineEdit(m_before.authorities);
    m_authorities->setObjectName(QStringLiteral("catalogueAuthorities"));
    m_authorities->setAccessibleName(tr("Authorities"));
    m_authorities->setPlaceholderText(tr("the system’s authorities"));
    QWidget *authorities = fileRow(m_authorities, tr("Choose a PEM file"), m_fields);
    auto *form = new QFormLayout(m_fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(theme::wide);
    form->setVerticalSpacing(theme::unit);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Address"), source);
    form->addRow(QString(), m_negotiate);
    form->addRow(tr("&Principal"), m_principal);
    form->addRow(tr("Au&thorities"), authorities);
    form->addRow(tr("Trust it with"), buildTrust());
    alignLabels(*form);
    m_waiting = new WaitingRow(this);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *go =
        m_buttons->addButton(m_isNew ? tr("Subscribe") : tr("Save catalogue"), QDialogButtonBox::AcceptRole);
    go->setObjectName(QStringLiteral("accept"));
    go->setDefault(true);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &SubscriptionDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &SubscriptionDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::page, theme::page, theme::page, theme::wide);
    column->setSpacing(theme::wide);
    column->addWidget(heading);
    column->addWidget(m_banner);
    column->addWidget(m_fields);
    column->addWidget(m_waiting);
    column->addWidget(m_buttons);
    m_name->setFocus();
}

// What a catalogue brings of these is left out otherwise: whoever can write the file could send passwords elsewhere.
QWidget *SubscriptionDialog::buildTrust()
{
    auto *boxes = new QWidget(m_fields);
    auto *column = new QVBoxLayout(boxes);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::half);
    for (const RiskName &known : riskNames()) {
        auto *box = new QCheckBox(consentText(known.risk), boxes);
        box->setObjectName(QStringLiteral("trust-") + QLatin1String(known.word));
        box->setChecked(m_before.trusts.testFlag(known.risk));
        column->addWidget(box);
        m_trust.append({known.risk, box});
    }
    return boxes;
}

Subscription SubscriptionDialog::subscription() const
{
    Subscription subscription = m_before;
    subscription.name = m_name->text().trimmed();
    subscription.source = m_source->text().trimmed();
    subscription.authentication =
        m_negotiate->isChecked() ? WebAuthentication::Negotiate : WebAuthentication::None;
    subscription.principal = m_negotiate->isChecked() ? m_principal->text().trimmed() : QString();
    subscription.authorities = m_authorities->text().trimmed();
    subscription.trusts = {};
    for (const auto &[risk, box] : m_trust)
        subscription.trusts.setFlag(risk, box->isChecked());
    return subscription;
}

void SubscriptionDialog::setWaiting(const QString &sentence)
{
    m_fields->setEnabled(sentence.isEmpty());
    findChild<QPushButton *>(QStringLiteral("accept"))->setEnabled(sentence.isEmpty());
    if (sentence.isEmpty())
        m_waiting->stop();
    else
        m_waiting->waitFor(sentence);
}

void SubscriptionDialog::accept()
{
    if (!m_fields->isEnabled())
        return;
    m_banner->clear();
    setWaiting(tr("Asking for the catalogue…"));
    m_isSaved = true;
    whenDone(m_catalogues.put(subscription()), this,
             [this](const Result<Subscription> &saved) { this->saved(saved); });
}

void SubscriptionDialog::saved(const Result<Subscription> &saved)
{
    if (m_asking.stop_requested())
        return;
    if (!saved) {
        m_isSaved = false;
        setWaiting({});
        return m_banner->showError(saved.error());
    }
    whenDone(m_catalogues.refresh(saved->id, m_asking.get_token()), this,
             [this](const Result<Refreshed> &refreshed) { this->refreshed(refreshed); });
}

void SubscriptionDialog::refreshed(const Result<Refreshed> &refreshed)
{
    if (m_asking.stop_requested())
        return;
    setWaiting({});
    if (refreshed)
        return QDialog::accept();
    m_banner->showError(refreshed.error());
    if (m_isNew)
        takeBack();
}

void SubscriptionDialog::reject()
{
    m_asking.request_stop();
    takeBack();
    QDialog::reject();
}

// What was mistyped must not stay. Edits are made in their order, so this comes after the one that may be under way.
void SubscriptionDialog::takeBack()
{
    if (!std::exchange(m_isSaved, false))
        return;
    if (m_isNew)
        m_catalogues.remove(m_before.id);
    else
        m_catalogues.restore(m_before);
}

} // namespace latchkey
