// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/xmlinput.h"

#include "core/profile/formats/textinput.h"
#include "core/profile/profilewords.h"

#include <algorithm>

namespace latchkey::formats {

namespace {

constexpr QByteArrayView doctypeMark("<!DOCTYPE");
constexpr qsizetype maxText = 1 << 20;

/// The declaration's end, or -1 if it declares something itself.
qsizetype endOfExternal(QByteArrayView text, qsizetype at)
{
    char quote = '\0';
    for (; at < text.size(); ++at) {
        const char character = text[at];
        if (quote != '\0') {
            quote = character == quote ? '\0' : quote;
        } else if (character == '"' || character == '\'') {
            quote = character;
        } else if (character == '>') {
            return at;
        } else if (character == '[' || character == '<') {
            return -1;
        }
    }
    return -1;
}

} // namespace

Result<Ok> checkDoctype(QByteArrayView text, Doctype allowed)
{
    const qsizetype at = text.indexOf(doctypeMark);
    if (at < 0)
        return Ok();
    const qsizetype end = allowed == Doctype::External ? endOfExternal(text, at + doctypeMark.size()) : -1;
    if (end >= 0 && text.indexOf(doctypeMark, end) < 0)
        return Ok();
    return invalidAt(
        1 + std::count(text.begin(), text.begin() + at, '\n'),
        ProfileWords::tr("a document type is declared here, which no file of connections needs"));
}

Result<Ok> checkLengths(QByteArrayView text)
{
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype next = text.indexOf('<', at + 1);
        const qsizetype end = next < 0 ? text.size() : next;
        if (end - at > maxText)
            return invalidAt(1 + std::count(text.begin(), text.begin() + at, '\n'),
                             ProfileWords::tr("a text is too long"));
        at = end;
    }
    return Ok();
}

} // namespace latchkey::formats
