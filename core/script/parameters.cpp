// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/script/parameters.h"

#include "core/script/terms.h"

#include <QRegularExpression>

#include <algorithm>

namespace latchkey::script {

namespace {

struct Placeholder
{
    QString name;
    qsizetype begin = 0;
    qsizetype end = 0;
};

bool definesProgram(const QList<Term> &all)
{
    static const QStringList programs{u"PROCEDURE"_qs, u"FUNCTION"_qs, u"TRIGGER"_qs, u"EVENT"_qs,
                                      u"PACKAGE"_qs};
    constexpr qsizetype head = 12; // CREATE OR REPLACE DEFINER = `a`@`b` SQL SECURITY … PROCEDURE
    if (all.isEmpty() || !all.first().isAnyOf({u"CREATE"_qs, u"ALTER"_qs, u"BEGIN"_qs}))
        return false;
    if (all.first().is(u"BEGIN"))
        return all.size() > 1;
    return std::any_of(all.begin(), all.begin() + std::min(head, all.size()),
                       [](const Term &term) { return term.isAnyOf(programs); });
}

bool isPlainName(QStringView name)
{
    return std::all_of(name.begin(), name.end(),
                       [](QChar c) { return c == u'_' || (c.unicode() < 128 && c.isLetterOrNumber()); });
}

bool beginsName(QChar c)
{
    return c == u'_' || (c.unicode() < 128 && c.isLetter());
}

/// Quickly said, also of a long statement.
bool mayHavePlaceholders(QStringView statement)
{
    for (qsizetype at = statement.indexOf(u':'); at >= 0; at = statement.indexOf(u':', at + 1))
        if (at + 1 < statement.size() && beginsName(statement[at + 1]))
            return true;
    return false;
}

/// A colon that nothing stands right before, and a name right behind it.
QList<Placeholder> placeholders(QStringView statement)
{
    QList<Placeholder> found;
    if (!mayHavePlaceholders(statement))
        return found;
    const QList<Term> all = terms(statement);
    if (definesProgram(all))
        return found;
    for (qsizetype i = 0; i + 1 < all.size(); ++i) {
        const Token &colon = all[i].token;
        const Token &name = all[i + 1].token;
        const bool touchesLeft =
            i > 0 && all[i - 1].token.end == colon.begin && all[i - 1].token.kind != TokenKind::Symbol;
        if (!all[i].isSymbol(u":") || touchesLeft || name.kind != TokenKind::Word || name.begin != colon.end
            || !isPlainName(name.text(statement)))
            continue;
        found.append({name.text(statement).toString(), colon.begin, name.end});
    }
    return found;
}

QString quoted(const QString &text)
{
    const bool isPlain =
        std::none_of(text.begin(), text.end(), [](QChar c) { return c == u'\\' || c < u' '; });
    if (isPlain)
        return u'\'' + QString(text).replace(u'\'', u"''"_qs) + u'\'';
    return u"_utf8mb4 X'"_qs + QString::fromLatin1(text.toUtf8().toHex().toUpper()) + u'\'';
}

} // namespace

QStringList parameters(QStringView statement)
{
    QStringList names;
    for (const Placeholder &found : placeholders(statement))
        if (!names.contains(found.name))
            names.append(found.name);
    return names;
}

bool isNumber(QStringView text)
{
    static const QRegularExpression number(
        QRegularExpression::anchoredPattern(u"[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?"_qs));
    return number.match(text.toString()).hasMatch();
}

QString literal(const ParameterValue &value)
{
    if (value.kind == ParameterValue::Kind::Null)
        return u"NULL"_qs;
    const QString number = value.text.trimmed();
    const bool isBare = value.kind == ParameterValue::Kind::Number && isNumber(number);
    // "a - :n" must not become the comment "--".
    if (isBare && (number.startsWith(u'-') || number.startsWith(u'+')))
        return u'(' + number + u')';
    return isBare ? number : quoted(value.text);
}

QString withParameters(QStringView statement, const QHash<QString, ParameterValue> &values)
{
    QString text;
    qsizetype reached = 0;
    for (const Placeholder &found : placeholders(statement)) {
        const auto value = values.find(found.name);
        if (value == values.end())
            continue;
        text.append(statement.mid(reached, found.begin - reached)).append(literal(*value));
        reached = found.end;
    }
    return text.append(statement.mid(reached));
}

} // namespace latchkey::script
