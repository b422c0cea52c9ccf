// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/jsonlimits.h"

#include <QByteArrayView>
#include <QJsonValue>
#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace latchkey {

/// Valid UTF-8 as text, with a byte order mark at its beginning, which QString::fromUtf8() would drop.
QString wholeText(std::string_view utf8);

/// Reads JSON piece by piece, strictly as RFC 8259 has it: no duplicate keys, valid UTF-8, no lone surrogates, no
/// U+0000, limited depth, keys and lengths. (QJsonDocument takes some files that are none, and of duplicate keys the
/// last.) Members are read by
///     reader.beginObject();
///     while (const auto key = reader.nextKey()) …read exactly one value…
/// and elements by beginArray() and nextElement() in the same way.
/// The first problem sticks: everything after it reads as empty and every loop ends.
class JsonReader
{
public:
    /// `text` must outlive the reader.
    explicit JsonReader(QByteArrayView text);

    enum class Keys { Unique, MayRepeat };
    /// An object of more than `mostKeys` members is a problem, and so is a key that is there twice unless it may be.
    void beginObject(std::size_t mostKeys = jsonlimits::maxKeys, Keys keys = Keys::Unique);
    /// The next member's key, valid until the next call of anything; nothing at the object's end.
    std::optional<std::string_view> nextKey();
    void beginArray();
    bool nextElement();

    QString string();
    std::optional<std::string_view> text(); ///< the same as UTF-8, valid until the next call of anything
    qint64 integer();
    bool boolean();
    QJsonValue value(); ///< whatever comes, of up to 100,000 parts
    void end(); ///< nothing but space may follow

    /// Declares a problem with the value that was just read.
    void fail(const QString &reason);
    bool failed() const { return m_problem.has_value(); }
    QString reason() const; ///< a clause in the user's language
    qsizetype line() const; ///< of the problem, from 1
    qsizetype bytesLeft() const { return m_text.size() - m_at; }

private:
    struct Frame
    {
        bool isObject;
        bool isFirst;
        std::size_t firstKey; ///< of this object, in m_keys
        std::size_t mostKeys = 0;
        Keys keys = Keys::Unique;
        bool isAscending = true; ///< its keys so far, as our own files have them: then no two are the same
        std::unordered_set<std::string> seen = {}; ///< its keys, once there are many and they are not
    };
    /// A short text that has been read: files repeat the same ones, and those share their memory.
    struct Known
    {
        std::string_view utf8;
        QString text;
    };
    struct Problem
    {
        QString reason;
        qsizetype offset;
    };

    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    void skipSpace();
    bool take(char expected);
    bool takeWord(std::string_view word);
    bool expect(char expected);
    bool begin(char bracket, bool isObject, std::size_t mostKeys, Keys keys = Keys::Unique);
    bool isRepeated();
    bool advance(char bracket);
    bool rememberKey();
    std::optional<std::string_view> rawString();
    std::optional<std::string_view> escapedString(qsizetype from);
    bool appendEscape();
    std::optional<unsigned> fourHexDigits();
    std::optional<char32_t> unicodeEscape();
    std::string_view number(bool &isInteger);
    QJsonValue anyValue();
    QJsonValue numberValue();
    QJsonValue objectValue();
    QJsonValue arrayValue();
    QString shared(std::string_view utf8);
    void failSyntax();
    void startValue();

    QByteArrayView m_text;
    qsizetype m_at = 0;
    qsizetype m_valueAt = 0;
    std::size_t m_partsLeft = 0; ///< of the value() that is being read
    std::vector<Frame> m_frames;
    std::vector<std::string> m_keys; ///< of all open objects
    std::string m_buffer; ///< a string with its escapes resolved
    std::vector<Known> m_known; ///< by hash, the last one each
    std::optional<Problem> m_problem;
};

} // namespace latchkey
