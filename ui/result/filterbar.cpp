// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/result/filterbar.h"

#include "ui/icons.h"
#include "ui/ownescape.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

namespace latchkey {
namespace {

constexpr auto afterTyping = std::chrono::milliseconds(150);
constexpr int widestName = 24; // in characters

} // namespace

FilterBar::FilterBar(QWidget *parent) : QWidget(parent), m_text(new QLineEdit), m_column(new QComboBox)
{
    m_text->setObjectName(u"resultFilter"_qs);
    m_text->setPlaceholderText(tr("Rows that contain…"));
    m_text->setAccessibleName(tr("Text that the rows must contain"));
    m_text->setClearButtonEnabled(true);
    m_text->addAction(icons::icon(u"search"_qs), QLineEdit::LeadingPosition);
    m_column->setObjectName(u"resultFilterColumn"_qs);
    m_column->setAccessibleName(tr("Column to look in"));
    m_column->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_column->setMinimumContentsLength(widestName);
    auto *closing = new QToolButton;
    closing->setObjectName(u"closeResultFilter"_qs);
    closing->setIcon(icons::icon(u"close"_qs));
    closing->setAutoRaise(true);
    closing->setToolTip(tr("Show all rows again (Esc)"));
    closing->setAccessibleName(tr("Show all rows again"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::unit, theme::half, theme::unit, theme::half);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_column);
    layout->addWidget(closing);
    new OwnEscape(*this);
    hide();

    m_settled.setSingleShot(true);
    m_settled.setInterval(afterTyping);
    connect(&m_settled, &QTimer::timeout, this, &FilterBar::filterChanged);
    connect(m_text, &QLineEdit::textChanged, this, [this] { m_settled.start(); });
    connect(m_column, &QComboBox::activated, this, &FilterBar::filterChanged);
    connect(closing, &QToolButton::clicked, this, &FilterBar::close);
}

void FilterBar::setColumns(const QList<sql::Column> &columns)
{
    m_column->clear();
    m_column->addItem(tr("In any column"));
    for (const sql::Column &column : columns)
        m_column->addItem(tr("In %1").arg(column.name));
    m_text->clear();
    m_settled.stop();
    hide();
}

void FilterBar::open()
{
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FilterBar::close()
{
    const bool wasUsed = !m_text->text().isEmpty();
    m_text->clear();
    m_settled.stop();
    hide();
    if (wasUsed)
        Q_EMIT filterChanged();
    Q_EMIT left();
}

QString FilterBar::text() const
{
    return m_text->text();
}

std::optional<int> FilterBar::column() const
{
    const int chosen = m_column->currentIndex();
    return chosen > 0 ? std::optional(chosen - 1) : std::nullopt;
}

void FilterBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        return close();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_settled.isActive())
            m_settled.stop();
        Q_EMIT filterChanged();
        return;
    case Qt::Key_Down:
        Q_EMIT left();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace latchkey
