// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/emptystate.h"

#include "ui/icons.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey {

namespace {
constexpr int picture = 40;
constexpr int readable = 340; ///< widest line that reads well, pixels
} // namespace

EmptyState::EmptyState(const QString &icon, const QString &title, const QString &sentence, QWidget *parent)
    : QWidget(parent), m_name(icon)
{
    m_icon = new QLabel(this);
    m_icon->setAlignment(Qt::AlignCenter);
    m_title = new QLabel(title, this);
    m_title->setFont(theme::heading(font()));
    m_sentence = new QLabel(sentence, this);
    for (QLabel *label : {m_title, m_sentence}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setMaximumWidth(readable);
    }
    m_button = new QPushButton(this);
    m_second = new QPushButton(this);
    m_second->setFlat(true);
    m_button->hide();
    m_second->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::wide, theme::page, theme::wide, theme::page);
    column->setSpacing(theme::unit);
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addSpacing(theme::half);
    for (QLabel *label : {m_title, m_sentence}) {
        auto *line = new QHBoxLayout;
        line->addStretch();
        line->addWidget(label, 1000);
        line->addStretch();
        column->addLayout(line);
    }
    column->addSpacing(theme::unit);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addWidget(m_second, 0, Qt::AlignHCenter);
    column->addStretch(3);
    recolour();
}

void EmptyState::setText(const QString &title, const QString &sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
}

void EmptyState::setButton(const QString &icon, const QString &text)
{
    m_button->setIcon(icons::icon(icon));
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
}

void EmptyState::setSecondButton(const QString &icon, const QString &text)
{
    m_second->setIcon(icons::icon(icon));
    m_second->setText(text);
    m_second->setVisible(!text.isEmpty());
}

void EmptyState::recolour()
{
    m_icon->setPixmap(
        icons::icon(m_name, theme::Colour::MutedText).pixmap({picture, picture}, devicePixelRatioF()));
    theme::setInk(m_sentence, theme::Colour::MutedText, palette());
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_icon)
        recolour();
    QWidget::changeEvent(event);
}

} // namespace latchkey
