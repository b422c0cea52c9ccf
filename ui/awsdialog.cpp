// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/awsdialog.h"

#include "ui/dialogfit.h"
#include "ui/dialogheading.h"
#include "ui/errorbanner.h"
#include "ui/formlabels.h"
#include "ui/theme.h"
#include "ui/waitingrow.h"

#include <QDialogButtonBox>
#include <QFormLayout>

namespace latchkey {

AwsDialog::AwsDialog(const QString &program, QWidget *parent) : QDialog(parent), m_fetch(program)
{
    setObjectName(QStringLiteral("aws"));
    setWindowTitle(tr("Import from AWS"));
    build();
    connect(&m_fetch, &AwsFetch::finished, this, &AwsDialog::show);
    setMinimumWidth(520);
    keepFitting(*this);
}

void AwsDialog::build()
{
    m_banner = new ErrorBanner(this);
    auto *heading = new DialogHeading(QStringLiteral("cluster"), tr("Import from AWS"),
                                      tr("The aws command lists the clusters, endpoints and instances of an "
                                         "account. It signs in by itself; nothing "
                                         "is changed there."),
                                      this);
    m_profile = new QLineEdit(this);
    m_profile->setObjectName(QStringLiteral("awsProfile"));
    m_profile->setPlaceholderText(tr("the default one"));
    m_region = new QLineEdit(this);
    m_region->setObjectName(QStringLiteral("awsRegion"));
    m_region->setPlaceholderText(tr("the profile’s"));
    m_waiting = new WaitingRow(this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_look = buttons->addButton(tr("List databases"), QDialogButtonBox::AcceptRole);
    m_look->setObjectName(QStringLiteral("look"));
    m_look->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &AwsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &AwsDialog::reject);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(theme::wide);
    form->setVerticalSpacing(theme::unit);
    form->addRow(tr("AWS &profile"), m_profile);
    form->addRow(tr("&Region"), m_region);
    alignLabels(*form);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::page, theme::page, theme::page, theme::wide);
    column->setSpacing(theme::wide);
    column->addWidget(heading);
    column->addWidget(m_banner);
    column->addLayout(form);
    column->addWidget(m_waiting);
    column->addWidget(buttons);
}

void AwsDialog::accept()
{
    m_banner->clear();
    m_look->setEnabled(false);
    m_waiting->waitFor(tr("Waiting for the aws command…"));
    m_fetch.start({m_profile->text().trimmed(), m_region->text().trimmed()});
}

void AwsDialog::show(const Result<QList<QByteArray>> &answers)
{
    m_waiting->stop();
    m_look->setEnabled(true);
    if (!answers)
        return m_banner->showError(answers.error());
    Q_EMIT answered(*answers);
    QDialog::accept();
}

} // namespace latchkey
