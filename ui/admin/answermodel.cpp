// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/admin/answermodel.h"

#include "ui/rowdiff.h"
#include "ui/theme.h"

#include <QFont>

namespace latchkey {

namespace {

constexpr qsizetype longestCell = 400; // characters; a statement may have megabytes

bool isNumeric(const QString &value)
{
    bool isNumber = false;
    value.toDouble(&isNumber);
    return isNumber;
}

QStringList rowKeys(const QList<QStringList> &rows, qsizetype keyColumns)
{
    QStringList keys;
    QHash<QString, int> seen;
    for (const QStringList &row : rows) {
        const QString key = row.mid(0, keyColumns).join(QChar(0));
        const int times = seen[key]++;
        keys.append(times == 0 ? key : key + QChar(0) + QString::number(times));
    }
    return keys;
}

} // namespace

void AnswerModel::setAnswer(schema::Answer answer, qsizetype keyColumns)
{
    m_answer.isCut = answer.isCut;
    if (answer.columns == m_answer.columns)
        return replaceRows(std::move(answer.rows), keyColumns);
    beginResetModel();
    m_answer = std::move(answer);
    endResetModel();
}

void AnswerModel::replaceRows(QList<QStringList> rows, qsizetype keyColumns)
{
    const auto remove = [this](int first, int last) {
        beginRemoveRows({}, first, last);
        m_answer.rows.remove(first, last - first + 1);
        endRemoveRows();
    };
    const auto move = [this](int from, int to) {
        beginMoveRows({}, from, from, {}, to);
        m_answer.rows.move(from, to);
        endMoveRows();
    };
    const auto insert = [&](int first, int last) {
        beginInsertRows({}, first, last);
        for (int row = first; row <= last; ++row)
            m_answer.rows.insert(row, rows[row]);
        endInsertRows();
    };
    syncRows(rowKeys(m_answer.rows, keyColumns), rowKeys(rows, keyColumns), remove, move, insert);
    for (int row = 0; row < rows.size(); ++row) {
        if (m_answer.rows[row] == rows[row])
            continue;
        m_answer.rows[row] = rows[row];
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
}

void AnswerModel::setIcons(int column, std::function<QIcon(const QStringList &)> iconOf)
{
    m_iconColumn = column;
    m_iconOf = std::move(iconOf);
}

void AnswerModel::setHeading(int column, const QString &text)
{
    m_headings.insert(column, text);
}

int AnswerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_answer.rows.size());
}

int AnswerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_answer.columns.size());
}

QVariant AnswerModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const QStringList &row = m_answer.rows[index.row()];
    const QString value = row.value(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return value.left(longestCell).simplified();
    case Qt::ToolTipRole:
        return value.size() > 20 ? value.left(longestCell * 10) : QString();
    case Qt::DecorationRole:
        return index.column() == m_iconColumn ? QVariant(m_iconOf(row)) : QVariant();
    case Qt::TextAlignmentRole: {
        // The last column takes the room that is left: a number would stand far from what it belongs to.
        const bool isRight = isNumeric(value) && index.column() + 1 < columnCount();
        return static_cast<int>(Qt::AlignVCenter | (isRight ? Qt::AlignRight : Qt::AlignLeft));
    }
    case SortRole:
        return isNumeric(value) ? QVariant(value.toDouble()) : QVariant(value);
    default:
        return {};
    }
}

QVariant AnswerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return m_headings.value(section, m_answer.columns.value(section));
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft);
    return {};
}

} // namespace latchkey
