// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/clipboardtext.h"

#include "core/base/job.h"

#include <QCoreApplication>
#include <QLocale>

namespace latchkey::result {

Result<> ClipboardText::write(std::string_view bytes)
{
    if (m_stop.stop_requested())
        return cancelledError();
    if (bytes.size() > m_limit - m_text.size())
        return tooLarge(m_limit);
    m_text += bytes;
    m_size = m_text.size();
    return Ok{};
}

QString ClipboardText::text() const
{
    return QString::fromUtf8(m_text.data(), static_cast<qsizetype>(m_text.size()));
}

Error ClipboardText::tooLarge(std::size_t limit)
{
    return {Error::Code::InvalidInput,
            QCoreApplication::translate("latchkey::ClipboardText",
                                        "Nothing was copied: the selected cells make more than %1 of text, "
                                        "which other programs may not take from the clipboard. Select fewer "
                                        "cells, or write them to a file with “Export…”.")
                .arg(QLocale().formattedDataSize(static_cast<qint64>(limit), 0)),
            {},
            0};
}

} // namespace latchkey::result
