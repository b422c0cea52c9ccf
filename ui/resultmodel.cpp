// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/resultmodel.h"

#include "core/base/job.h"
#include "core/base/whendone.h"
#include "core/result/celltext.h"
#include "core/result/fieldtext.h"
#include "ui/result/spilledrows.h"
#include "ui/theme.h"

#include <QFont>
#include <QGuiApplication>

#include <algorithm>

namespace latchkey {
namespace {

constexpr std::size_t tooltipFrom = 32;
constexpr std::size_t tooltipBytes = 2'048;
/// While the first screen fills, as often as can be seen; then the number of rows is all that changes.
constexpr int firstRows = 1'000;
constexpr auto betweenFirstShows = std::chrono::milliseconds(30);
constexpr auto betweenShows = std::chrono::milliseconds(100);

/// Nothing for what fits its cell anyway. A value is no markup, whatever it looks like.
QVariant tooltip(const sql::Column &column, std::string_view value)
{
    if (value.size() <= tooltipFrom || result::isShownInHex(column.type))
        return {};
    const std::string_view cut = result::cutUtf8(value, tooltipBytes);
    const QString text = QString::fromUtf8(cut.data(), static_cast<qsizetype>(cut.size())).toHtmlEscaped();
    return u"<div style='white-space: pre-wrap'>"_qs + text
           + (cut.size() < value.size() ? u"…</div>"_qs : u"</div>"_qs);
}

QFont italic()
{
    QFont font;
    font.setItalic(true);
    return font;
}

QVariant lookData(const SpilledRows::Look &look, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        if (look.isUnreadable)
            return ResultModel::tr("unreadable");
        return look.isNull ? u"NULL"_qs : look.text;
    case Qt::ForegroundRole:
        if (look.isUnreadable)
            return theme::colour(theme::Colour::Danger, QGuiApplication::palette());
        return look.isNull ? theme::colour(theme::Colour::MutedText, QGuiApplication::palette()) : QVariant();
    case Qt::FontRole:
        return look.isNull ? italic() : QVariant();
    case Qt::ToolTipRole:
        return look.isUnreadable ? look.text : QVariant();
    case ResultModel::NullRole:
        return look.isNull;
    default:
        return {};
    }
}

/// Of a cell that is being read.
QVariant comingData(int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return u"…"_qs;
    case Qt::ForegroundRole:
        return theme::colour(theme::Colour::MutedText, QGuiApplication::palette());
    case Qt::ToolTipRole:
        return ResultModel::tr("Being read from the disk");
    default:
        return {};
    }
}

} // namespace

ResultModel::ResultModel(QObject *parent) : QAbstractTableModel(parent), m_spilled(new SpilledRows(this))
{
    connect(m_spilled, &SpilledRows::arrived, this, [this](int first, int last) {
        const int lastShown = std::min(last, m_shown - 1);
        if (first <= lastShown)
            Q_EMIT dataChanged(index(first, 0), index(lastShown, columnCount() - 1));
    });
    m_showLater.setSingleShot(true);
    connect(&m_showLater, &QTimer::timeout, this, &ResultModel::showArrived);
}

ResultModel::~ResultModel()
{
    m_stop.request_stop();
}

void ResultModel::setStore(std::shared_ptr<result::ResultStore> store)
{
    stopOrdering();
    m_showLater.stop();
    m_sinceShown.invalidate();
    beginResetModel();
    m_store = std::move(store);
    m_numbers.reset();
    m_order = {};
    m_shown = storedRows();
    endReset();
}

void ResultModel::rowsArrived()
{
    if (m_showLater.isActive())
        return;
    const auto since = std::chrono::milliseconds(m_sinceShown.isValid() ? m_sinceShown.elapsed() : INT_MAX);
    const auto pause = m_shown < firstRows ? betweenFirstShows : betweenShows;
    if (since >= pause)
        showArrived();
    else
        m_showLater.start(pause - since);
}

void ResultModel::complete()
{
    if (!m_store)
        return;
    m_store->settle();
    m_showLater.stop();
    if (m_order.isServers())
        showArrived();
    else if (m_rowsInOrder < storedRows())
        startOrdering();
}

void ResultModel::showArrived()
{
    const int rows = storedRows();
    if (m_numbers || rows <= m_shown)
        return;
    beginInsertRows({}, m_shown, rows - 1);
    m_shown = rows;
    endInsertRows();
    m_sinceShown.start();
}

void ResultModel::setOrder(result::RowOrder order)
{
    if (order == m_order || !m_store)
        return;
    m_order = std::move(order);
    if (m_order.isServers()) {
        stopOrdering();
        showOrder(nullptr);
    } else {
        startOrdering();
    }
}

void ResultModel::startOrdering()
{
    stopOrdering();
    m_stop = std::stop_source();
    m_isOrdering = true;
    auto rows = m_store->snapshot();
    m_rowsInOrder = rows.rows();
    const auto find = [rows = std::move(rows), order = m_order,
                       stop = m_stop.get_token()](Job &) -> Result<RowNumbers> {
        auto numbers = result::orderedRows(rows, order, stop);
        if (!numbers)
            return numbers.error();
        return std::make_shared<const std::vector<std::uint32_t>>(std::move(*numbers));
    };
    whenDone(startJob<RowNumbers>(m_stop.get_token(), find), this,
             [this, search = m_search](const Result<RowNumbers> &found) {
                 if (search == m_search)
                     endOrdering(found);
             });
    Q_EMIT orderingChanged();
}

void ResultModel::stopOrdering()
{
    ++m_search;
    m_stop.request_stop();
    if (std::exchange(m_isOrdering, false))
        Q_EMIT orderingChanged();
}

void ResultModel::endOrdering(const Result<RowNumbers> &found)
{
    m_isOrdering = false;
    if (found)
        showOrder(*found);
    else
        Q_EMIT orderingFailed(found.error());
    Q_EMIT orderingChanged();
}

void ResultModel::showOrder(RowNumbers numbers)
{
    Q_EMIT orderAboutToBeShown();
    beginResetModel();
    m_numbers = std::move(numbers);
    m_shown = m_numbers ? static_cast<int>(m_numbers->size()) : storedRows();
    endReset();
    Q_EMIT orderShown();
}

void ResultModel::endReset()
{
    m_spilled->setRows(shownRows());
    endResetModel();
}

const QList<sql::Column> &ResultModel::columns() const
{
    static const QList<sql::Column> none;
    return m_store ? m_store->columns() : none;
}

int ResultModel::numberInResult(int row) const
{
    return m_numbers ? static_cast<int>((*m_numbers)[static_cast<std::size_t>(row)]) : row;
}

int ResultModel::rowOf(int numberInResult) const
{
    if (!m_numbers)
        return numberInResult < m_shown ? numberInResult : -1;
    const auto found =
        std::find(m_numbers->begin(), m_numbers->end(), static_cast<std::uint32_t>(numberInResult));
    return found == m_numbers->end() ? -1 : static_cast<int>(found - m_numbers->begin());
}

int ResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_shown;
}

int ResultModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(columns().size());
}

QVariant ResultModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const sql::Column &column = columns()[index.column()];
    switch (role) {
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((result::isNumeric(column.type) ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    case Qt::DisplayRole:
    case Qt::ForegroundRole:
    case Qt::FontRole:
    case Qt::ToolTipRole:
    case NullRole:
    case FullTextRole:
        break;
    default:
        return {};
    }
    const int number = numberInResult(index.row());
    if (const auto cell = m_store->cellAtHand(number, index.column()))
        return cellData(column, *cell, role);
    if (role == FullTextRole) {
        const auto cell = m_store->cell(number, index.column());
        return cell ? cellData(column, *cell, role) : QVariant();
    }
    const auto look = m_spilled->look(index.row(), index.column());
    return look ? lookData(*look, role) : comingData(role);
}

QVariant ResultModel::cellData(const sql::Column &column, const result::Cell &cell, int role) const
{
    const auto &value = cell.value();
    switch (role) {
    case Qt::DisplayRole:
        return value ? result::displayText(column, *value) : u"NULL"_qs;
    case Qt::ForegroundRole:
        return value ? QVariant() : theme::colour(theme::Colour::MutedText, QGuiApplication::palette());
    case Qt::FontRole:
        return value ? QVariant() : italic();
    case Qt::ToolTipRole:
        return value ? tooltip(column, *value) : QVariant();
    case NullRole:
        return cell.isNull();
    default:
        return value ? result::fullText(column, *value) : QString();
    }
}

QVariant ResultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(numberInResult(section) + 1) : QVariant();
    if (section < 0 || section >= columns().size())
        return {};
    const sql::Column &column = columns()[section];
    switch (role) {
    case Qt::DisplayRole:
        return column.name;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((result::isNumeric(column.type) ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    case Qt::ToolTipRole: {
        const QString name = column.table.isEmpty() ? column.name : column.table + u'.' + column.name;
        const QString type = column.nullable ? tr("%1\n%2, may be NULL").arg(name, column.typeName)
                                             : tr("%1\n%2, never NULL").arg(name, column.typeName);
        return tr("%1\nA click sorts the rows: ascending with NULL first, descending with NULL last, as the "
                  "server sent them.")
            .arg(type);
    }
    default:
        return {};
    }
}

} // namespace latchkey
