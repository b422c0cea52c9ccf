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

QString replacementFor(const QString &text, TextMatch match, const TextSearch &search, const QString &with)
{
    if (!search.isExpression)
        return with;
    QString found = text.mid(match.begin, match.end - match.begin);
    const auto groups = QRegularExpression(QRegularExpression::anchoredPattern(search.pattern),
                                           expressionOf(search).patternOptions())
                            .match(found);
    QString replaced = with;
    for (int group = groups.lastCapturedIndex(); group >= 0; --group)
        replaced.replace(u'\\' + QString::number(group), groups.captured(group));
    return replaced;
}

} // namespace latchkey
