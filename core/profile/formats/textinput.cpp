// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/textinput.h"

#include "core/profile/formats/codec.h"
#include "core/profile/profilewords.h"

#include <QStringDecoder>

#include <algorithm>

namespace latchkey::formats {

namespace {

constexpr qsizetype beginningSize = 1 << 16;

/// The line, from 1, of the first one that `isFine` refuses; 0 if there is none.
template <typename View, typename Newline, typename Test>
qsizetype firstLine(View text, Newline newline, Test isFine)
{
    for (qsizetype number = 1;; ++number) {
        const qsizetype end = text.indexOf(newline);
        if (!isFine(end < 0 ? text : text.first(end)))
            return number;
        if (end < 0)
            return 0;
        text = text.sliced(end + 1);
    }
}

template <typename Test>
qsizetype firstLine(QByteArrayView text, Test isFine)
{
    return firstLine(text, '\n', isFine);
}

bool isUtf16(QByteArrayView bytes)
{
    return bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF");
}

Result<QByteArray> fromUtf16(QByteArrayView bytes)
{
    const bool isWhole = bytes.size() % 2 == 0;
    QStringDecoder decode(QStringDecoder::Utf16); // by the mark, which it drops
    const QString text = decode(bytes.first(isWhole ? bytes.size() : bytes.size() - 1));
    const qsizetype bad =
        firstLine(QStringView(text), QLatin1Char('\n'), [](QStringView line) { return line.isValidUtf16(); });
    if (bad > 0 || !isWhole)
        return invalidAt(bad > 0 ? bad : 1 + text.count(QLatin1Char('\n')),
                         ProfileWords::tr("the text is not UTF-16"));
    return text.toUtf8();
}

Result<QByteArray> fromUtf8(QByteArrayView bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes = bytes.sliced(3);
    if (!bytes.isValidUtf8())
        return invalidAt(firstLine(bytes, [](QByteArrayView line) { return line.isValidUtf8(); }),
                         ProfileWords::tr("the text is not UTF-8"));
    return bytes.toByteArray();
}

} // namespace

Result<QByteArray> normalised(QByteArrayView bytes)
{
    if (bytes.size() > maxFile)
        return Error{Error::Code::InvalidInput,
                     ProfileWords::tr(
                         "The file is larger than %1 MB, which no file of connections is. Choose another.")
                         .arg(maxFile >> 20),
                     QStringLiteral("%1 bytes").arg(bytes.size()), 0};
    auto text = isUtf16(bytes) ? fromUtf16(bytes) : fromUtf8(bytes);
    if (!text)
        return text;
    if (text->contains('\0'))
        return invalidAt(
            firstLine(QByteArrayView(*text), [](QByteArrayView line) { return !line.contains('\0'); }),
            ProfileWords::tr("there is a NUL, which no text has"));
    text->replace("\r\n", "\n");
    return text;
}

QByteArray normalisedBeginning(QByteArrayView bytes)
{
    const QByteArrayView some = bytes.first(std::min(bytes.size(), beginningSize));
    // Cutting may have torn the last character.
    for (qsizetype torn = 0; torn < 4 && torn < some.size(); ++torn) {
        if (auto text = normalised(some.chopped(torn)))
            return *std::move(text);
    }
    return {};
}

Error invalidAt(qsizetype line, const QString &reason)
{
    return {
        Error::Code::InvalidInput,
        ProfileWords::tr(
            "The file cannot be read at line %1: %2. Nothing has been taken from it; correct that place, or "
            "choose another file.")
            .arg(QString::number(line), reason),
        QStringLiteral("line %1: %2").arg(QString::number(line), reason), 0};
}

} // namespace latchkey::formats
