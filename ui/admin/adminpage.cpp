// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/admin/adminpage.h"

#include "core/schema/refusal.h"
#include "ui/admin/answertable.h"
#include "ui/errorbanner.h"
#include "ui/focusforward.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace latchkey {

AdminPage::AdminPage(const QString &title, QWidget *parent) : QWidget(parent), m_title(title)
{
    m_banner = new ErrorBanner;
    m_above = new QWidget;
    auto *above = new QVBoxLayout(m_above);
    above->setContentsMargins({});
    above->setSpacing(0);
    m_table = new AnswerTable;
    m_table->setObjectName(u"adminTable"_qs);
    m_table->setAccessibleName(title);
    m_summary = new QLabel;
    m_summary->setObjectName(u"adminSummary"_qs);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_summary->setContentsMargins(theme::unit, theme::half, theme::unit, theme::half);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(buildTools());
    column->addWidget(m_banner);
    column->addWidget(m_above);
    column->addWidget(m_table, 1);
    column->addWidget(m_summary);
    new FocusForward(*this, *m_table);
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &AdminPage::refresh);
}

QWidget *AdminPage::buildTools()
{
    auto *bar = new QWidget;
    auto *refreshAction = new QAction(icons::icon(u"refresh"_qs), tr("Refresh"), this);
    refreshAction->setObjectName(u"adminRefresh"_qs);
    refreshAction->setToolTip(tr("Read again"));
    connect(refreshAction, &QAction::triggered, this, &AdminPage::refresh);
    auto *button = new QToolButton;
    button->setDefaultAction(refreshAction);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_every = new QComboBox;
    m_every->setObjectName(u"adminEvery"_qs);
    m_every->setAccessibleName(tr("Refresh by itself"));
    m_every->addItem(tr("By hand"), 0);
    for (const int seconds : {2, 5, 10, 30, 60})
        m_every->addItem(tr("Every %n second(s)", nullptr, seconds), seconds);
    connect(m_every, &QComboBox::currentIndexChanged, this, &AdminPage::planNext);
    m_filter = new QLineEdit;
    m_filter->setObjectName(u"adminFilter"_qs);
    m_filter->setPlaceholderText(tr("Search"));
    m_filter->setAccessibleName(tr("Search in %1").arg(m_title));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(280);
    m_filter->addAction(icons::icon(u"search"_qs, theme::Colour::MutedText), QLineEdit::LeadingPosition);
    connect(m_filter, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_table->setFilter(text); });
    m_tools = new QHBoxLayout(bar);
    m_tools->setContentsMargins(theme::unit, theme::half, theme::unit, theme::half);
    m_tools->setSpacing(theme::half);
    m_tools->addWidget(button);
    m_tools->addWidget(m_every);
    m_tools->addStretch(1);
    m_tools->addWidget(m_filter, 1);
    return bar;
}

void AdminPage::addTool(QWidget *tool)
{
    QWidget *before = m_tools->itemAt(m_tools->count() - 3)->widget();
    m_tools->insertWidget(m_tools->count() - 2, tool);
    QWidget::setTabOrder(before, tool);
}

void AdminPage::addAbove(QWidget *part)
{
    m_above->layout()->addWidget(part);
}

void AdminPage::setAsk(schema::Ask ask)
{
    m_ask = std::move(ask);
    m_isReading = false;
    m_next.stop();
    clearProblem();
    if (isVisible())
        refresh();
}

void AdminPage::refresh()
{
    if (m_isReading)
        return;
    if (!m_ask) {
        m_banner->showInfo(tr("Not connected. What is shown was read before."));
        return;
    }
    m_isReading = true;
    read();
}

void AdminPage::readingEnded()
{
    m_isReading = false;
    planNext();
}

std::chrono::seconds AdminPage::interval() const
{
    return std::chrono::seconds(m_every->currentData().toInt());
}

void AdminPage::planNext()
{
    m_next.stop();
    if (isVisible() && m_ask && !m_isReading && interval().count() > 0)
        m_next.start(interval());
}

void AdminPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_ask)
        refresh();
}

void AdminPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_next.stop();
}

void AdminPage::showProblem(const Error &error, const QString &needed)
{
    if (error.code == Error::Code::Cancelled)
        return;
    Error told = error;
    if (schema::lacksPrivilege(error))
        told.message =
            tr("The server does not show this to your account, because it lacks a privilege: %1. Ask the "
               "administrator for it.")
                .arg(needed);
    m_banner->showError(told);
}

void AdminPage::clearProblem()
{
    m_banner->clear();
}

void AdminPage::showNotice(const QString &sentence)
{
    m_banner->showInfo(sentence);
}

void AdminPage::showSummary(const QString &text)
{
    const bool isCut = m_table->rows().answer().isCut;
    m_summary->setText(isCut ? tr("%1 · the server has more rows than the %2 that are read")
                                   .arg(text, QLocale().toString(schema::mostRows))
                             : text);
}

} // namespace latchkey
