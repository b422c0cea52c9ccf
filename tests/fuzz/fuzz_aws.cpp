// SPDX-License-Identifier: GPL-2.0-or-later
// A document of the AWS command line from anywhere.
#include "tests/fuzz/codecround.h"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    return latchkey::fuzz::readSafely("aws", data, size);
}
