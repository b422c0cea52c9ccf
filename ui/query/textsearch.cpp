// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/query/textsearch.h"

#include <QRegularExpression>

namespace latchkey {

namespace {

QRegularExpression expressionOf(const TextSearch &search)
{
    QString pattern = search.isExpression ? search.pattern : QRegularExpression::escape(search.pattern);
    if (search.wholeWords)
        pattern = u"\\b(?:%1)\\b"_qs.arg(pattern);
    QRegularExpression::PatternOptions options =
        QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption;
    if (!search.matchesCase)
        options |= QRegularExpression::CaseInsensitiveOption;
    return QRegularExpression(pattern, options);
}

/// The groups in the place of their numbers; a number that no group has stays.
QString filledIn(const QString &with, const QRegularExpressionMatch &match, int groups)
{
    static const QRegularExpression reference(u"\\\\([0-9]{1,2})"_qs);
    QString filled;
    qsizetype reached = 0;
    for (auto found = reference.globalMatch(with); found.hasNext();) {
        const QRegularExpressionMatch one = found.next();
        QStringView number = one.capturedView(1);
        if (number.toInt() > groups)
            number = number.first(1); // "\10" of a single group is that and a zero
        if (number.toInt() > groups)
            continue;
        filled.append(QStringView(with).mid(reached, one.capturedStart() - reached));
        filled.append(match.captured(number.toInt()));
        reached = one.capturedStart(1) + number.size();
    }
    return filled.append(QStringView(with).mid(reached));
}

} // namespace

std::optional<QList<TextMatch>> matchesIn(const QString &text, const TextSearch &search)
{
    QList<TextMatch> found;
    if (search.pattern.isEmpty())
        return found;
    const QRegularExpression expression = expressionOf(search);
    if (!expression.isValid())
        return std::nullopt;
    for (auto matches = expression.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        if (match.capturedLength() > 0)
            found.append({match.capturedStart(), match.capturedEnd()});
    }
    return found;
}

QString replacementFor(const QString &text, qsizetype begin, const TextSearch &search, const QString &with)
{
    if (!search.isExpression)
        return with;
    const QRegularExpression expression = expressionOf(search);
    return filledIn(with,
                    expression.match(text, begin, QRegularExpression::NormalMatch,
                                     QRegularExpression::AnchorAtOffsetMatchOption),
                    expression.captureCount());
}

QString allReplaced(const QString &text, const TextSearch &search, const QString &with)
{
    const QRegularExpression expression = expressionOf(search);
    QString replaced;
    qsizetype reached = 0;
    for (auto matches = expression.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        if (match.capturedLength() == 0)
            continue;
        replaced.append(QStringView(text).mid(reached, match.capturedStart() - reached));
        replaced.append(search.isExpression ? filledIn(with, match, expression.captureCount()) : with);
        reached = match.capturedEnd();
    }
    return replaced.append(QStringView(text).mid(reached));
}

} // namespace latchkey
