// SPDX-License-Identifier: GPL-2.0-or-later
// A script from anywhere, as UTF-8. Its first byte is where the cursor stands.
#include "core/script/classify.h"
#include "core/script/statementsplitter.h"

#include <QString>

#include <cstdlib>

using namespace latchkey::script;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

/// Pieces joined are the script, and each holds its statement.
void checkPieces(const QList<ScriptPiece> &pieces, const QString &script)
{
    qsizetype reached = 0;
    for (const ScriptPiece &piece : pieces) {
        require(piece.begin == reached && piece.end > piece.begin);
        require(piece.begin <= piece.sqlBegin && piece.sqlBegin <= piece.sqlEnd && piece.sqlEnd <= piece.end);
        reached = piece.end;
    }
    require(reached == script.size());
}

/// What is in front of a statement changes nothing about it.
void checkStatement(QStringView sql)
{
    const QString commented = QStringLiteral("/* ; */ -- '\n") + sql.toString();
    require(mayWrite(commented) == mayWrite(sql));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QString script =
        QString::fromUtf8(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    const QList<ScriptPiece> pieces = splitScript(script);
    checkPieces(pieces, script);
    bool anything = false;
    for (const ScriptPiece &piece : pieces) {
        if (piece.isBlank())
            continue;
        anything = true;
        checkStatement(piece.sql(script));
    }
    const auto found = statementAt(script, data[0]);
    require(found.has_value() == anything);
    require(!found || (pieces.contains(*found) && !found->isBlank()));
    return 0;
}
