// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/schema/schemacache.h"

#include <QTimer>

namespace latchkey {

/// Looks for a name on the server while somebody types it: once they pause, one question at a time, the last text only.
class SchemaSearch : public QObject
{
    Q_OBJECT
public:
    /// `cache` must outlive it.
    explicit SchemaSearch(schema::SchemaCache &cache, QObject *parent = nullptr);

    /// Finds nothing for less than two signs, which are in nearly every name.
    void setText(const QString &text);
    /// Those of an earlier text until an answer comes.
    const QList<schema::FoundName> &found() const { return m_found; }
    /// How far it is, or what is not among the found; empty if there is nothing to say.
    const QString &sentence() const { return m_sentence; }

Q_SIGNALS:
    void changed(); ///< found() or sentence()

private:
    void ask();
    void take(const Result<schema::NameSearch> &search);
    void show(QList<schema::FoundName> found, const QString &sentence);

    schema::SchemaCache &m_cache;
    QTimer m_pause;
    QString m_text;
    QString m_asked; ///< the text that an answer is awaited for; empty: none
    QList<schema::FoundName> m_found;
    QString m_sentence;
};

} // namespace latchkey
