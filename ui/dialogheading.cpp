// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/dialogheading.h"

#include "ui/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace latchkey {

DialogHeading::DialogHeading(const QString &icon, const QString &title, const QString &reason,
                             QWidget *parent)
    : QWidget(parent), m_name(icon)
{
    m_icon = new QLabel(this);
    m_title = new QLabel(title, this);
    m_title->setObjectName(QStringLiteral("title"));
    m_title->setFont(theme::heading(font()));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_reason = new QLabel(reason, this);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    m_reason->setForegroundRole(QPalette::PlaceholderText);
    m_reason->setHidden(reason.isEmpty());
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_reason);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::wide);
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addLayout(texts, 1);
    recolour();
}

void DialogHeading::setTitle(const QString &title)
{
    m_title->setText(title);
}

void DialogHeading::setReason(const QString &sentence)
{
    m_reason->setText(sentence);
    m_reason->setHidden(sentence.isEmpty());
}

void DialogHeading::recolour()
{
    m_icon->setPixmap(icons::icon(m_name, theme::Colour::Accent).pixmap({32, 32}, devicePixelRatioF()));
}

void DialogHeading::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_icon)
        recolour();
    QWidget::changeEvent(event);
}

} // namespace latchkey
