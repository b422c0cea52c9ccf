// SPDX-License-Identifier: GPL-2.0-or-later
// What a web server answers, in one piece and byte by byte.
#include "core/catalogue/httpanswer.h"

#include <algorithm>
#include <cstdlib>

using namespace latchkey;

namespace {

constexpr qsizetype limit = 1000;

HttpAnswer answerIn(QByteArrayView bytes, qsizetype piece)
{
    HttpAnswer answer(limit);
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        answer.take(bytes.sliced(at, std::min(piece, bytes.size() - at)));
    answer.close();
    return answer;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    const HttpAnswer whole = answerIn(bytes, bytes.size());
    const HttpAnswer pieces = answerIn(bytes, 1);
    const bool isComplete = whole.state() == HttpAnswer::State::Complete;
    if (whole.wantsMore() || whole.body().size() > limit || (!isComplete && !whole.body().isEmpty()))
        std::abort();
    if (isComplete && (pieces.state() != whole.state() || pieces.body() != whole.body()))
        std::abort();
    return 0;
}
