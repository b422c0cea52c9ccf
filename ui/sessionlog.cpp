// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/sessionlog.h"

#include "ui/icons.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QLocale>
#include <QRegularExpression>
#include <QTime>

namespace latchkey {
namespace {

constexpr int mostMessages = 1'000;
constexpr int parseError = 1064; // ER_PARSE_ERROR
constexpr int sqlRole = Qt::UserRole;
constexpr int offsetRole = Qt::UserRole + 1;

void lookLikeAList(QTreeWidget &list)
{
    list.setRootIsDecorated(false);
    list.setUniformRowHeights(true);
    list.setAllColumnsShowFocus(true);
    list.setFrameShape(QFrame::NoFrame);
    list.setTextElideMode(Qt::ElideRight);
    list.header()->setStretchLastSection(true);
}

QString outcomeText(const sql::StatementSummary &summary)
{
    QString text = summary.hasRows ? rowCountText(summary.rowCount)
                                   : MessageList::tr("%1 affected").arg(rowCountText(summary.rowCount));
    if (summary.truncated)
        text = MessageList::tr("%1, and more").arg(text);
    if (summary.warnings > 0)
        text =
            MessageList::tr("%1, %2").arg(text, MessageList::tr("%n warning(s)", nullptr, summary.warnings));
    return text;
}

QString now()
{
    return QTime::currentTime().toString(u"HH:mm:ss");
}

} // namespace

QString elapsedText(std::chrono::microseconds elapsed)
{
    const QLocale locale;
    const double milliseconds = static_cast<double>(elapsed.count()) / 1000.0;
    if (milliseconds < 10)
        return QCoreApplication::translate("latchkey::MessageList", "%1 ms")
            .arg(locale.toString(milliseconds, 'f', 1));
    if (milliseconds < 1000)
        return QCoreApplication::translate("latchkey::MessageList", "%1 ms")
            .arg(locale.toString(milliseconds, 'f', 0));
    return QCoreApplication::translate("latchkey::MessageList", "%1 s")
        .arg(locale.toString(milliseconds / 1000, 'f', 2));
}

QString rowCountText(quint64 rows)
{
    const int counted = static_cast<int>(std::min<quint64>(rows, std::numeric_limits<int>::max()));
    return MessageList::tr("%Ln row(s)", nullptr, counted);
}

int errorLine(const Error &error)
{
    if (error.code != Error::Code::StatementFailed || error.native != parseError)
        return 0;
    static const QRegularExpression lineAtEnd(u"\\b(\\d+)\\D*$"_qs);
    const QRegularExpressionMatch match = lineAtEnd.match(error.detail);
    return match.hasMatch() ? match.captured(1).toInt() : 0;
}

MessageList::MessageList(QWidget *parent) : QTreeWidget(parent)
{
    setObjectName(u"messages"_qs);
    setAccessibleName(tr("Messages"));
    setHeaderLabels({tr("Time"), tr("Elapsed"), tr("Outcome"), tr("Statement")});
    lookLikeAList(*this);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(2, QHeaderView::Stretch);
    header()->setSectionResizeMode(3, QHeaderView::Stretch);
    headerItem()->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    connect(this, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        const QString sql = item->data(0, sqlRole).toString();
        if (!sql.isEmpty())
            Q_EMIT statementChosen(item->data(0, offsetRole).toLongLong(), sql);
    });
}

void MessageList::add(const QString &sql, qsizetype offset, int line,
                      const Result<sql::StatementSummary> &result)
{
    QTreeWidgetItem *item = nullptr;
    if (result) {
        item = addLine(result->warnings > 0 ? u"warning"_qs : u"ok"_qs, outcomeText(*result));
        item->setText(1, elapsedText(result->elapsed));
    } else {
        const bool cancelled = result.error().code == Error::Code::Cancelled;
        const int inside = errorLine(result.error());
        QString text = result.error().message;
        if (!cancelled)
            text = tr("Line %1: %2").arg(line + std::max(inside - 1, 0)).arg(text);
        item = addLine(cancelled ? u"stop"_qs : u"error"_qs, text);
        item->setToolTip(2, result.error().detail.isEmpty() ? text : text + u'\n' + result.error().detail);
    }
    item->setText(3, sql.simplified());
    item->setData(0, sqlRole, sql);
    item->setData(0, offsetRole, offset);
}

void MessageList::addNote(const QString &sentence)
{
    addLine(u"info"_qs, sentence)->setToolTip(2, sentence);
}

void MessageList::addWarning(const QString &warning)
{
    addLine(u"warning"_qs, warning)->setToolTip(2, warning);
}

QTreeWidgetItem *MessageList::addLine(const QString &icon, const QString &outcome)
{
    static const QHash<QString, theme::Colour> colours{{u"ok"_qs, theme::Colour::Good},
                                                       {u"warning"_qs, theme::Colour::Warning},
                                                       {u"error"_qs, theme::Colour::Danger}};
    if (topLevelItemCount() >= mostMessages)
        delete takeTopLevelItem(0);
    auto *item = new QTreeWidgetItem(this, {now(), QString(), outcome, QString()});
    item->setIcon(2, icons::icon(icon, colours.value(icon, theme::Colour::MutedText)));
    item->setSizeHint(0, QSize(0, theme::rowHeight(font())));
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    scrollToItem(item);
    return item;
}

} // namespace latchkey
