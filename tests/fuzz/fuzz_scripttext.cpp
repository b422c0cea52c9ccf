// SPDX-License-Identifier: GPL-2.0-or-later
// A statement from anywhere, as UTF-8: classified, counted, given values, redacted, formatted.
#include "core/script/classify.h"
#include "core/script/countedrows.h"
#include "core/script/format.h"
#include "core/script/lexer.h"
#include "core/script/parameters.h"
#include "core/script/redact.h"
#include "tests/support/sqlmeaning.h"

#include <cstdlib>

using namespace latchkey::script;
using latchkey::test::meaning;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void checkTokens(const QString &text)
{
    qsizetype reached = 0;
    for (const Token &token : tokens(text)) {
        require(token.begin == reached && token.end > token.begin);
        reached = token.end;
    }
    require(reached == text.size());
}

void checkCounting(const QString &text)
{
    const auto counted = countedRows(text);
    require(!counted || classify(*counted).kind == StatementKind::Read);
}

void checkParameters(const QString &text)
{
    QHash<QString, ParameterValue> values;
    for (const QString &name : parameters(text))
        values.insert(name, {ParameterValue::Kind::Text, QStringLiteral("';\\:x")});
    require(values.isEmpty() || parameters(withParameters(text, values)).isEmpty());
    require(withParameters(text, {}) == text);
}

void checkFormat(const QString &text)
{
    const QString once = formatted(text, KeywordCase::Kept);
    require(meaning(once) == meaning(text));
    require(formatted(once, KeywordCase::Kept) == once);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    checkTokens(text);
    checkCounting(text);
    checkParameters(text);
    checkFormat(text);
    const QString redacted = redact(text);
    require(redact(redacted) == redacted);
    return 0;
}
