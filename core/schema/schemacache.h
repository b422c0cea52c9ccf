// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/schema/namesearch.h"
#include "core/schema/questions.h"

#include <QObject>

namespace latchkey::schema {

/// What is known of a server's schema. A branch is read when it is first wanted and kept until somebody refreshes; what
/// is stale can still be seen meanwhile. Lives on its maker's thread and never blocks it.
class SchemaCache : public QObject
{
    Q_OBJECT
public:
    explicit SchemaCache(QObject *parent = nullptr);

    /// Another server, or none: everything is forgotten.
    void setAsk(Ask ask);
    bool canAsk() const { return static_cast<bool>(m_ask); }

    /// Nothing: not read yet. Valid until control returns to the event loop.
    const QList<Entry> *entries(const Branch &branch) const;
    /// The server has more entries than are known.
    bool isCut(const Branch &branch) const;
    /// Why the branch could not be read the last time.
    std::optional<Error> problem(const Branch &branch) const;
    bool isReading(const Branch &branch) const;

    /// Reads the branch unless it is known and fresh, or being read; once more then, if what arrives is stale by that time.
    void read(const Branch &branch);
    /// From now on everything is stale; refreshed() says to read again what is looked at.
    void refresh();

    /// Asks for a thing's definition. The future ends on any thread.
    QFuture<Result<QString>> definition(EntryKind kind, const QString &database, const QString &name) const;
    /// Asks for what has a name like this, known here or not. The future ends on any thread.
    QFuture<Result<NameSearch>> search(const QString &text) const;

Q_SIGNALS:
    /// entries(), problem() or isReading() of the branch is different.
    void changed(const latchkey::schema::Branch &branch);
    void refreshed();
    /// Everything has been forgotten.
    void cleared();

private:
    struct State
    {
        std::optional<QList<Entry>> entries;
        std::optional<Error> problem;
        bool isCut = false;
        bool isFresh = false;
        bool isReading = false;
        bool isWantedAgain = false; ///< somebody wanted to read it while it was being read
    };

    void take(const Branch &branch, Result<Answer> answer, bool isFresh);

    Ask m_ask;
    QHash<Branch, State> m_branches;
    int m_server = 0; ///< counts setAsk(), so that a late answer is known
    int m_age = 0; ///< counts refresh()
};

/// Whether a successful statement may have changed what a server has: CREATE, ALTER, DROP, RENAME, TRUNCATE, IMPORT. Pure.
bool changesSchema(QStringView statement);

/// The database that a statement makes the default one, if it is a USE. Pure.
std::optional<QString> usedDatabase(QStringView statement);

} // namespace latchkey::schema
