// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QStringView>

#include <cstddef>
#include <string_view>
#include <vector>

namespace latchkey {

/// Writes JSON piece by piece, a line a member or element, as QJsonDocument::Indented has it (but "[]" and "{}" for what
/// is empty):
///     writer.beginObject();
///     writer.key("name"); …write exactly one value…
///     writer.endObject();
/// What JsonReader would not read again (see jsonlimits.h; half a surrogate pair, U+0000) sticks as a failure.
class CheckedJsonWriter
{
public:
    void beginObject() { begin('{'); }
    void endObject() { end('}'); }
    void beginArray() { begin('['); }
    void endArray() { end(']'); }
    void key(std::string_view ascii); ///< nothing in it needs escaping
    void key(QStringView name);

    void string(QStringView text);
    void word(std::string_view ascii); ///< a string in which nothing needs escaping
    void integer(qint64 number);
    void boolean(bool value);
    void value(const QJsonValue &value);

    bool failed() const { return m_failed; }
    const QByteArray &text() const { return m_text; }
    void reserve(qsizetype bytes) { m_text.reserve(bytes); }

private:
    void begin(char bracket);
    void end(char bracket);
    void startLine();
    void startMember();
    void startValue();
    void append(std::string_view bytes);
    void quoted(QStringView text);
    void escaped(QStringView text);
    void escapedAscii(char16_t character);
    void object(const QJsonObject &object);
    void number(const QJsonValue &value);

    struct Frame
    {
        bool isObject;
        std::size_t size = 0; ///< members or elements
    };
    QByteArray m_text;
    std::vector<Frame> m_frames;
    bool m_failed = false;
};

} // namespace latchkey
