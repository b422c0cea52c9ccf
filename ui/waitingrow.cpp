// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/waitingrow.h"

#include "ui/theme.h"

#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

namespace latchkey {

WaitingRow::WaitingRow(QWidget *parent) : QWidget(parent)
{
    m_text = new QLabel(this);
    auto *bar = new QProgressBar(this);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setFixedHeight(theme::half);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::unit);
    column->addWidget(m_text);
    column->addWidget(bar);
    hide();
}

void WaitingRow::waitFor(const QString &sentence)
{
    m_text->setText(sentence);
    show();
}

void WaitingRow::waitForKdcOf(const QString &principal)
{
    const QString realm = principal.section(QLatin1Char('@'), -1);
    waitFor(realm == principal ? tr("Asking the realm’s KDC…") : tr("Asking the KDC of %1…").arg(realm));
}

} // namespace latchkey
