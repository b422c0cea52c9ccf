// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/terminaltext.h"

#include <algorithm>
#include <cwchar>

namespace latchkey {

namespace {

bool isTerminalControl(char32_t character)
{
    const QChar::Category category = QChar::category(character);
    return category == QChar::Other_Control || category == QChar::Other_Surrogate
           || (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
}

QString terminalEscape(char32_t character)
{
    if (character == '\n')
        return QStringLiteral("\\n");
    if (character == '\t')
        return QStringLiteral("\\t");
    if (character == '\r')
        return QStringLiteral("\\r");
    return character < 0x100 ? QStringLiteral("\\x%1").arg(character, 2, 16, QLatin1Char('0'))
                             : QStringLiteral("\\u{%1}").arg(character, 0, 16);
}

} // namespace

// Ten thousand tickets are seven million characters, nearly all of them plain.
QString printable(const QString &text, bool keepLines)
{
    const auto isPlain = [keepLines](QChar c) {
        return (c >= QLatin1Char(' ') && c <= QLatin1Char('~')) || (keepLines && c == QLatin1Char('\n'));
    };
    if (std::all_of(text.begin(), text.end(), isPlain))
        return text;
    QString result;
    result.reserve(text.size());
    QStringView rest(text);
    while (!rest.isEmpty()) {
        const auto plain = std::find_if_not(rest.begin(), rest.end(), isPlain) - rest.begin();
        result += rest.first(plain);
        rest = rest.sliced(plain);
        if (rest.isEmpty())
            break;
        const bool isPair = rest.size() > 1 && rest.at(0).isHighSurrogate() && rest.at(1).isLowSurrogate();
        const char32_t character =
            isPair ? QChar::surrogateToUcs4(rest.at(0), rest.at(1)) : rest.at(0).unicode();
        rest = rest.sliced(isPair ? 2 : 1);
        if (isTerminalControl(character))
            result += terminalEscape(character);
        else
            result += QChar::fromUcs4(character);
    }
    return result;
}

int displayWidth(const QString &text)
{
    int width = 0;
    for (const uint character : text.toUcs4())
        width += std::max(0, wcwidth(static_cast<wchar_t>(character)));
    return width;
}

} // namespace latchkey
