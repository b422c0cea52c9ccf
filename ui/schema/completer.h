// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/schema/completion.h"
#include "core/schema/schemacache.h"

#include <QObject>
#include <QPointer>

namespace latchkey {

class SqlEditor;

/// Offers in an editor what may follow there: what is known now, at once; what has to be read first, as soon as it is
/// there and the cursor has not moved.
class Completer : public QObject
{
    Q_OBJECT
public:
    /// The cache must outlive it.
    explicit Completer(schema::SchemaCache &cache, QObject *parent = nullptr);

    /// Offers in this one from now on, and no longer in the one before.
    void setEditor(SqlEditor *editor);

    /// The session's default database; may be empty.
    void setDatabase(const QString &name) { m_database = name; }
    /// After a dot and two letters, without being asked.
    void setAutomatic(bool automatic) { m_automatic = automatic; }
    bool isAutomatic() const { return m_automatic; }

private:
    void onTyped();
    void offer(bool isAskedFor);
    void takeChange();

    QPointer<SqlEditor> m_editor;
    schema::SchemaCache &m_cache;
    QString m_database;
    bool m_automatic = true;
    QList<schema::Branch> m_wanted; ///< that the last offer lacked
    qsizetype m_place = -1; ///< of the cursor then
    bool m_wasAskedFor = false;
};

} // namespace latchkey
