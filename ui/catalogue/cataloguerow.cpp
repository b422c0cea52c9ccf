// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/catalogue/cataloguerow.h"

#include "ui/icons.h"
#include "ui/profilemodel.h"
#include "ui/remaining.h"
#include "ui/rowdelegate.h"

#include <QCoreApplication>

namespace latchkey {

namespace {

struct RowText
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::CatalogueRow)
};

QString tooltipOf(const CatalogueRow &row, Instant now)
{
    QStringList lines{
        RowText::tr("The catalogue “%1”, which somebody else maintains").arg(row.subscription.name),
        row.subscription.source, RowText::tr("%n profile(s)", nullptr, static_cast<int>(row.profiles)),
        freshnessText(row, now)};
    if (!row.subscription.problem.isEmpty())
        lines.append(row.subscription.problem);
    return lines.join(QLatin1Char('\n'));
}

QString freshnessIcon(const CatalogueRow &row)
{
    if (row.isRefreshing)
        return QStringLiteral("refresh");
    if (!row.subscription.problem.isEmpty())
        return QStringLiteral("warning");
    return row.subscription.history.lastSuccess ? QStringLiteral("ok") : QStringLiteral("clock");
}

theme::Colour freshnessColour(const CatalogueRow &row)
{
    const bool isTrouble = !row.isRefreshing && !row.subscription.problem.isEmpty();
    return isTrouble ? theme::Colour::Warning : theme::Colour::MutedText;
}

} // namespace

QString freshnessText(const CatalogueRow &row, Instant now)
{
    const auto last = row.subscription.history.lastSuccess;
    if (row.isRefreshing)
        return RowText::tr("Asking for it…");
    if (!row.subscription.problem.isEmpty())
        return last ? RowText::tr("Not reached since %1").arg(momentText(*last, now))
                    : RowText::tr("Never reached");
    return last ? RowText::tr("Refreshed %1").arg(momentText(*last, now)) : RowText::tr("Not asked for yet");
}

QVariant catalogueData(const CatalogueRow &row, Instant now, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return row.subscription.name;
    case Qt::DecorationRole:
        return icons::icon(QStringLiteral("team"), theme::Colour::MutedText);
    case Qt::AccessibleTextRole:
        return RowText::tr("Catalogue %1, read only, %2").arg(row.subscription.name, freshnessText(row, now));
    case Qt::ToolTipRole:
        return tooltipOf(row, now);
    case ProfileModel::IsFolderRole:
    case rowrole::Tall:
        return true;
    case rowrole::SecondLine:
        return freshnessText(row, now);
    case rowrole::SecondIcon:
        return freshnessIcon(row);
    case rowrole::SecondColour:
        return static_cast<int>(freshnessColour(row));
    case rowrole::Badge:
        return RowText::tr("Team");
    case rowrole::BadgeIcon:
        return QStringLiteral("lock");
    case rowrole::BadgeColour:
        return static_cast<int>(theme::Colour::MutedText);
    default:
        return {};
    }
}

} // namespace latchkey
