// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/schemacache.h"

#include "core/base/whendone.h"
#include "core/schema/sqltokens.h"

#include <QCoreApplication>

#include <algorithm>

namespace latchkey::schema {

namespace {

QList<Token> spokenTokens(QStringView statement)
{
    QList<Token> tokens = tokensOf(statement.left(1024));
    tokens.removeIf([](const Token &token) { return token.kind == Token::Kind::Comment; });
    return tokens;
}

Result<QString> readDefinition(const Result<Answer> &answer)
{
    return answer ? definitionOf(*answer) : Result<QString>(answer.error());
}

Result<NameSearch> readFound(const Result<Answer> &answer)
{
    return answer ? foundNames(*answer) : Result<NameSearch>(answer.error());
}

Error noConnection()
{
    return {Error::Code::SessionLost,
            QCoreApplication::translate("latchkey::schema::SchemaCache",
                                        "There is no connection to ask. Connect, then try again."),
            {},
            0};
}

/// What a question's answer says; also if the connection goes before there is one.
template <typename T>
QFuture<Result<T>> asked(const Ask &ask, const QString &statement, Result<T> (*read)(const Result<Answer> &))
{
    const auto lost = [] { return Result<T>(noConnection()); };
    return ask ? ask(statement).then(read).onCanceled(lost) : QtFuture::makeReadyFuture(lost());
}

} // namespace

SchemaCache::SchemaCache(QObject *parent) : QObject(parent) { }

void SchemaCache::setAsk(Ask ask)
{
    m_ask = std::move(ask);
    ++m_server;
    m_branches.clear();
    Q_EMIT cleared();
}

const QList<Entry> *SchemaCache::entries(const Branch &branch) const
{
    const auto found = m_branches.constFind(branch);
    return found != m_branches.constEnd() && found->entries ? &*found->entries : nullptr;
}

bool SchemaCache::isCut(const Branch &branch) const
{
    return m_branches.value(branch).isCut;
}

std::optional<Error> SchemaCache::problem(const Branch &branch) const
{
    return m_branches.value(branch).problem;
}

bool SchemaCache::isReading(const Branch &branch) const
{
    return m_branches.value(branch).isReading;
}

void SchemaCache::read(const Branch &branch)
{
    if (!m_ask)
        return;
    State &state = m_branches[branch];
    if (state.isFresh)
        return;
    if (std::exchange(state.isReading, true)) {
        state.isWantedAgain = true;
        return;
    }
    whenDone(m_ask(statementFor(branch)), this,
             [this, branch, server = m_server, age = m_age](Result<Answer> answer) {
                 if (server == m_server)
                     take(branch, std::move(answer), age == m_age);
             });
    Q_EMIT changed(branch);
}

void SchemaCache::take(const Branch &branch, Result<Answer> answer, bool isFresh)
{
    State &state = m_branches[branch];
    const bool readsAgain = std::exchange(state.isWantedAgain, false) && !isFresh;
    state.isReading = false;
    state.isFresh = isFresh;
    if (answer) {
        state.entries = entriesOf(branch, *answer);
        state.isCut = answer->isCut;
        state.problem.reset();
    } else {
        state.problem = answer.error();
    }
    Q_EMIT changed(branch);
    if (readsAgain)
        read(branch);
}

void SchemaCache::refresh()
{
    ++m_age;
    for (State &state : m_branches)
        state.isFresh = false;
    Q_EMIT refreshed();
}

QFuture<Result<QString>> SchemaCache::definition(EntryKind kind, const QString &database,
                                                 const QString &name) const
{
    return asked(m_ask, showCreate(kind, database, name), readDefinition);
}

QFuture<Result<NameSearch>> SchemaCache::search(const QString &text) const
{
    return asked(m_ask, searchStatement(text), readFound);
}

bool changesSchema(QStringView statement)
{
    static const QStringList verbs{QStringLiteral("CREATE"),   QStringLiteral("ALTER"),
                                   QStringLiteral("DROP"),     QStringLiteral("RENAME"),
                                   QStringLiteral("TRUNCATE"), QStringLiteral("IMPORT")};
    const QList<Token> tokens = spokenTokens(statement);
    return !tokens.isEmpty() && verbs.contains(nameOf(statement, tokens.first()).toUpper());
}

std::optional<QString> usedDatabase(QStringView statement)
{
    const QList<Token> tokens = spokenTokens(statement);
    const bool isUse =
        tokens.size() >= 2 && nameOf(statement, tokens[0]).compare(u"USE", Qt::CaseInsensitive) == 0;
    return isUse && tokens[1].isName() ? std::optional(nameOf(statement, tokens[1])) : std::nullopt;
}

} // namespace latchkey::schema
