// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/query/historyview.h"

#include "core/base/whendone.h"
#include "ui/icons.h"
#include "ui/questions.h"
#include "ui/sessionlog.h"
#include "ui/sqleditor.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSet>
#include <QToolButton>
#include <QTreeWidget>

namespace latchkey {

namespace {

constexpr qsizetype mostListed = 500;
constexpr qsizetype mostOfSession = 500;
constexpr std::chrono::milliseconds typingPause{150};
constexpr int historySqlRole = Qt::UserRole;
constexpr int tookColumn = 2;
constexpr int outcomeColumn = 3;
constexpr int sqlColumn = 4;

QString historyTime(const history::Entry &entry)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(entry.at.time_since_epoch().count());
    return at.date() == QDate::currentDate() ? at.toString(u"HH:mm:ss")
                                             : QLocale().toString(at, QLocale::ShortFormat);
}

QString historyOutcome(const history::Entry &entry)
{
    if (!entry.hasFailed())
        return entry.rows ? rowCountText(*entry.rows) : QString();
    return entry.errorNumber > 0 ? HistoryView::tr("Error %1").arg(entry.errorNumber)
                                 : HistoryView::tr("Failed");
}

QTreeWidgetItem *historyItem(const history::Entry &entry, const QFont &font)
{
    auto *item = new QTreeWidgetItem({historyTime(entry), entry.profilePath, elapsedText(entry.duration),
                                      historyOutcome(entry), entry.sql.simplified()});
    item->setData(0, historySqlRole, insertableSql(entry));
    item->setToolTip(sqlColumn, entry.sql);
    item->setToolTip(outcomeColumn, entry.error);
    item->setTextAlignment(tookColumn, Qt::AlignRight | Qt::AlignVCenter);
    item->setSizeHint(0, QSize(0, theme::rowHeight(font)));
    if (entry.hasFailed())
        item->setIcon(outcomeColumn, icons::icon(u"error"_qs, theme::Colour::Danger));
    return item;
}

} // namespace

HistoryView::HistoryView(QWidget *parent)
    : QWidget(parent), m_search(new QLineEdit), m_onlyProfile(new QCheckBox(tr("Only this profile"))),
      m_note(new QLabel), m_list(new QTreeWidget)
{
    m_search->setObjectName(u"historySearch"_qs);
    m_search->setPlaceholderText(tr("Search the history"));
    m_search->setAccessibleName(tr("Search the history"));
    m_search->setClearButtonEnabled(true);
    m_onlyProfile->setObjectName(u"historyOnlyProfile"_qs);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_list->setObjectName(u"history"_qs);
    m_list->setAccessibleName(tr("History"));
    m_list->setHeaderLabels({tr("Time"), tr("Profile"), tr("Elapsed"), tr("Outcome"), tr("Statement")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->header()->setStretchLastSection(true);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(theme::unit, theme::half, theme::unit, theme::half);
    row->setSpacing(theme::unit);
    row->addWidget(m_search, 1);
    row->addWidget(m_onlyProfile);
    row->addWidget(m_note);
    row->addWidget(clearButton());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_list, 1);

    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, &HistoryView::refresh);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_search, &QLineEdit::returnPressed, m_list, [this] { m_list->setFocus(); });
    connect(m_onlyProfile, &QCheckBox::toggled, this, &HistoryView::refresh);
    connect(m_list, &QTreeWidget::itemActivated, this,
            [this](const QTreeWidgetItem *item) { Q_EMIT chosen(item->data(0, historySqlRole).toString()); });
}

QToolButton *HistoryView::clearButton()
{
    auto *button = new QToolButton;
    button->setObjectName(u"clearHistory"_qs);
    button->setIcon(icons::icon(u"remove"_qs));
    button->setToolTip(tr("Delete the history…"));
    button->setAccessibleName(tr("Delete the history…"));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this, [this] {
        ask(this,
            {tr("Delete the history"), tr("Delete the whole history of statements?"),
             tr("Those of every profile and every session go, and cannot be brought back."), tr("Delete"),
             true},
            [this] { clear(); });
    });
    return button;
}

void HistoryView::clear()
{
    m_ofSession.clear();
    if (!m_history)
        return refresh();
    whenDone(m_history->clear(), this, [this](const Result<> &cleared) {
        refresh();
        if (!cleared)
            m_note->setText(cleared.error().message);
    });
}

void HistoryView::setHistory(history::History *history, const QUuid &profile)
{
    m_history = history;
    m_profile = profile;
    if (isVisible())
        refresh();
}

void HistoryView::add(const history::Entry &entry)
{
    if (isKept())
        m_history->record(entry); // which takes the secrets out on its own thread
    else
        m_ofSession.append(history::withoutSecrets(entry));
    if (m_ofSession.size() > mostOfSession)
        m_ofSession.removeFirst();
    if (isVisible() || !isKept())
        refresh();
}

void HistoryView::search(const QString &words)
{
    m_search->setText(words);
    m_search->setFocus();
}

void HistoryView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void HistoryView::refresh()
{
    const history::Query query{m_search->text(), m_onlyProfile->isChecked() ? m_profile : QUuid(),
                               mostListed};
    const int asked = ++m_asked;
    m_note->setText(isKept() ? QString() : tr("This session only"));
    if (isKept()) {
        whenDone(m_history->find(query), this, [this, asked](const Result<QList<history::Entry>> &found) {
            if (asked != m_asked)
                return;
            m_note->setText(found ? QString() : found.error().message);
            show(found ? *found : QList<history::Entry>());
        });
        return;
    }
    QList<history::Entry> found;
    for (auto entry = m_ofSession.rbegin(); entry != m_ofSession.rend(); ++entry)
        if (history::matches(*entry, query.words))
            found.append(*entry);
    show(found);
}

void HistoryView::show(const QList<history::Entry> &found)
{
    m_list->clear();
    QSet<QString> listed;
    QList<QTreeWidgetItem *> items;
    for (const history::Entry &entry : found) {
        const QString key = entry.profile.toString() + entry.sql;
        if (listed.contains(key))
            continue;
        listed.insert(key);
        items.append(historyItem(entry, font()));
    }
    m_list->addTopLevelItems(items);
}

history::Entry executedEntry(const QString &sql, std::chrono::sys_time<std::chrono::milliseconds> began,
                             const Result<sql::StatementSummary> &result)
{
    using std::chrono::milliseconds;
    history::Entry entry;
    entry.at = began;
    entry.sql = sql;
    if (result) {
        entry.duration = std::chrono::duration_cast<milliseconds>(result->elapsed);
        entry.rows = result->rowCount;
        return entry;
    }
    entry.duration = std::chrono::duration_cast<milliseconds>(std::chrono::system_clock::now() - began);
    entry.errorNumber = result.error().native;
    entry.error = result.error().message;
    return entry;
}

QString insertableSql(const history::Entry &entry)
{
    if (!entry.isCut)
        return entry.sql;
    const QStringList lines{HistoryView::tr("The history keeps only the beginning of this statement:"),
                            entry.sql};
    return toggledComment(lines.join(u'\n').split(u'\n')).join(u'\n');
}

} // namespace latchkey
