// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/storedpage.h"

namespace latchkey::result {

Result<std::shared_ptr<const Page>> StoredPage::load() const
{
    if (auto kept = page())
        return kept;
    auto read = m_file->read(m_extent);
    if (!read)
        return read.error();
    return std::make_shared<const Page>(std::move(*read));
}

} // namespace latchkey::result
