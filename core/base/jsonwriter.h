// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QJsonDocument>
#include <QString>

#include <string>
#include <string_view>

namespace latchkey {

/// Writes JSON byte for byte as QJsonDocument::toJson() does, but without a document in memory: what has been written can
/// be taken away at any time. The caller closes what it opens, and brings the keys of an object in their order.
class JsonWriter
{
public:
    explicit JsonWriter(QJsonDocument::JsonFormat format)
        : m_isIndented(format == QJsonDocument::Indented) { }

    void beginObject() { begin('{'); }
    void endObject() { end('}'); }
    void beginArray() { begin('['); }
    void endArray() { end(']'); }
    /// Of ASCII that stands for itself; its value follows.
    JsonWriter &key(std::string_view name);
    void text(const QString &value);
    void number(qint64 value) { json(std::to_string(value)); }
    void boolean(bool value) { json(value ? "true" : "false"); }
    void null() { json("null"); }
    /// A value that has been written already, at the same depth.
    void json(std::string_view value);

    /// What has been written since clear().
    std::string_view written() const { return m_written; }
    void clear() { m_written.clear(); }

private:
    void begin(char bracket);
    void end(char bracket);
    void beginElement();
    void indent() { m_written.append(m_isIndented ? 4 * m_depth : 0, ' '); }

    const bool m_isIndented;
    std::string m_written;
    std::size_t m_depth = 0;
    bool m_isFirst = true; ///< nothing is in the innermost object or array yet
    bool m_isKeyWritten = false; ///< what comes belongs to a key
};

} // namespace latchkey
