// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace latchkey::result {

/// Where bytes go: a file, standard output, memory. Used by one thread at a time.
class ByteOutput
{
public:
    virtual ~ByteOutput() = default;
    /// Takes all of `bytes`, or says why not; then nothing more may be written.
    virtual Result<> write(std::string_view bytes) = 0;
};

/// Keeps them in memory.
class TextOutput final : public ByteOutput
{
public:
    Result<> write(std::string_view bytes) override
    {
        m_text += bytes;
        return Ok{};
    }
    const std::string &text() const { return m_text; }

private:
    std::string m_text;
};

} // namespace latchkey::result
