// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/script/addresspasswords.h"

#include <QStringView>

#include <algorithm>

namespace latchkey::script {

namespace {

constexpr QStringView schemeEnd = u"://";

bool endsScheme(QStringView text, qsizetype at)
{
    const QChar last = at > 0 ? text[at - 1] : QChar();
    return last.isLetterOrNumber() || last == u'+' || last == u'.' || last == u'-';
}

/// Where the user's name, which may be empty, is followed by a colon; -1: it is not.
qsizetype colonBehindUser(QStringView text, qsizetype at)
{
    while (at < text.size() && !QStringView(u":/@").contains(text[at]) && !text[at].isSpace())
        ++at;
    return at < text.size() && text[at] == u':' ? at : -1;
}

qsizetype nextBlank(QStringView text, qsizetype at)
{
    const auto found =
        std::find_if(text.begin() + at, text.end(), [](QChar character) { return character.isSpace(); });
    return found - text.begin();
}

} // namespace

QString withoutAddressPasswords(const QString &text)
{
    QString kept;
    qsizetype reached = 0;
    qsizetype at = text.indexOf(schemeEnd);
    while (at >= 0) {
        qsizetype next = at + schemeEnd.size();
        const qsizetype colon = endsScheme(text, at) ? colonBehindUser(text, next) : -1;
        if (colon >= 0) {
            next = nextBlank(text, colon); // one @ serves all addresses before it
            const qsizetype sign = colon + QStringView(text).mid(colon, next - colon).lastIndexOf(u'@');
            if (sign > colon) {
                kept += QStringView(text).mid(reached, colon + 1 - reached);
                kept += QStringLiteral("***");
                reached = sign;
            }
        }
        at = text.indexOf(schemeEnd, next);
    }
    return kept.append(QStringView(text).mid(reached));
}

} // namespace latchkey::script
