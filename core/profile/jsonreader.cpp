// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/jsonreader.h"

#include "core/profile/jsonlimits.h"
#include "core/profile/profilewords.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <charconv>

namespace latchkey {

namespace {

using namespace jsonlimits;

constexpr std::size_t manyKeys = 64; ///< in one object: finding one of more is worth a table
constexpr std::size_t maxParts = 100'000; ///< of one value: lists and objects take much more memory than text

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

qsizetype firstInvalidLine(QByteArrayView text)
{
    qsizetype begin = 0;
    for (;;) {
        const qsizetype end = text.indexOf('\n', begin);
        if (end < 0 || !text.sliced(begin, end - begin).isValidUtf8())
            return begin;
        begin = end + 1;
    }
}

} // namespace

JsonReader::JsonReader(QByteArrayView text) : m_text(text)
{
    if (m_text.startsWith("\xEF\xBB\xBF"))
        m_at = 3;
    if (!m_text.isValidUtf8()) {
        m_valueAt = firstInvalidLine(m_text);
        fail(ProfileWords::tr("the text is not UTF-8"));
    }
}

void JsonReader::fail(const QString &reason)
{
    if (!m_problem)
        m_problem = Problem{reason, m_valueAt};
}

void JsonReader::failSyntax()
{
    m_valueAt = m_at;
    fail(m_at >= m_text.size() ? ProfileWords::tr("the file ends too early")
                               : ProfileWords::tr("this is not valid JSON"));
}

QString JsonReader::reason() const
{
    return m_problem ? m_problem->reason : QString();
}

qsizetype JsonReader::line() const
{
    if (!m_problem)
        return 0;
    const QByteArrayView before = m_text.first(std::min(m_problem->offset, m_text.size()));
    return 1 + std::count(before.begin(), before.end(), '\n');
}

void JsonReader::skipSpace()
{
    while (m_at < m_text.size()
           && (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\r' || m_text[m_at] == '\t'))
        ++m_at;
}

void JsonReader::startValue()
{
    skipSpace();
    m_valueAt = m_at;
}

bool JsonReader::take(char expected)
{
    if (failed() || m_at >= m_text.size() || m_text[m_at] != expected)
        return false;
    ++m_at;
    return true;
}

bool JsonReader::takeWord(std::string_view word)
{
    const auto size = static_cast<qsizetype>(word.size());
    if (failed() || m_text.size() - m_at < size
        || std::string_view(m_text.data() + m_at, word.size()) != word)
        return false;
    m_at += size;
    return true;
}

bool JsonReader::expect(char expected)
{
    if (take(expected))
        return true;
    failSyntax();
    return false;
}

void JsonReader::beginObject(std::size_t mostKeys, Keys keys)
{
    startValue();
    if (!begin('{', true, mostKeys, keys))
        fail(ProfileWords::tr("an object in braces is expected here"));
}

void JsonReader::beginArray()
{
    startValue();
    if (!begin('[', false, 0))
        fail(ProfileWords::tr("a list in brackets is expected here"));
}

bool JsonReader::begin(char bracket, bool isObject, std::size_t mostKeys, Keys keys)
{
    if (!take(bracket))
        return false;
    if (m_frames.size() >= maxDepth)
        fail(ProfileWords::tr("objects and lists are nested too deeply"));
    m_frames.push_back({isObject, true, m_keys.size(), mostKeys, keys});
    return true;
}

// Steps to the next member or element; false at the end, which closes the frame.
bool JsonReader::advance(char bracket)
{
    if (failed())
        return false;
    Frame &frame = m_frames.back();
    skipSpace();
    if (take(bracket)) {
        m_keys.resize(frame.firstKey);
        m_frames.pop_back();
        return false;
    }
    if (!frame.isFirst && !expect(','))
        return false;
    frame.isFirst = false;
    startValue();
    return true;
}

bool JsonReader::nextElement()
{
    return advance(']');
}

std::optional<std::string_view> JsonReader::nextKey()
{
    if (!advance('}'))
        return std::nullopt;
    const auto key = rawString();
    if (!key) {
        failSyntax();
        return std::nullopt;
    }
    m_keys.emplace_back(*key);
    if (!rememberKey())
        return std::nullopt;
    skipSpace();
    if (!expect(':'))
        return std::nullopt;
    return m_keys.back();
}

// Whether the last key is one of those before it in its object.
bool JsonReader::isRepeated()
{
    Frame &frame = m_frames.back();
    const auto first = m_keys.begin() + static_cast<std::ptrdiff_t>(frame.firstKey);
    const auto last = std::prev(m_keys.end());
    frame.isAscending = frame.isAscending && (first == last || *std::prev(last) < *last);
    if (frame.isAscending)
        return false;
    if (m_keys.size() - frame.firstKey <= manyKeys)
        return std::find(first, last, *last) != last;
    if (frame.seen.empty())
        frame.seen.insert(first, last);
    return !frame.seen.insert(*last).second;
}

bool JsonReader::rememberKey()
{
    if (m_frames.back().keys == Keys::Unique && isRepeated())
        fail(ProfileWords::tr("“%1” is there twice").arg(wholeText(m_keys.back())));
    else if (m_keys.size() - m_frames.back().firstKey > m_frames.back().mostKeys)
        fail(ProfileWords::tr("an object has too many members"));
    return !failed();
}

// RFC 8259, section 6; empty if there is no number.
std::string_view JsonReader::number(bool &isInteger)
{
    const qsizetype from = m_at;
    const auto digits = [this] {
        const qsizetype first = m_at;
        while (isDigit(peek()))
            ++m_at;
        return m_at > first;
    };
    isInteger = true;
    take('-');
    if (!take('0') && !digits())
        return {};
    if (take('.')) {
        isInteger = false;
        if (!digits())
            return {};
    }
    if (take('e') || take('E')) {
        isInteger = false;
        if (!take('+'))
            take('-');
        if (!digits())
            return {};
    }
    return {m_text.data() + from, static_cast<std::size_t>(m_at - from)};
}

qint64 JsonReader::integer()
{
    startValue();
    if (failed())
        return 0;
    bool isInteger = false;
    const std::string_view text = number(isInteger);
    qint64 value = 0;
    if (text.empty() || !isInteger
        || std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc()) {
        fail(ProfileWords::tr("a whole number is expected here"));
        return 0;
    }
    return value;
}

bool JsonReader::boolean()
{
    startValue();
    if (takeWord("true"))
        return true;
    if (!takeWord("false"))
        fail(ProfileWords::tr("true or false is expected here"));
    return false;
}

QJsonValue JsonReader::value()
{
    m_partsLeft = maxParts;
    return anyValue();
}

QJsonValue JsonReader::anyValue()
{
    startValue();
    if (m_partsLeft == 0)
        fail(ProfileWords::tr("a value has too many parts"));
    if (failed())
        return {};
    --m_partsLeft;
    switch (peek()) {
    case '{':
        return objectValue();
    case '[':
        return arrayValue();
    case '"':
        return string();
    case 't':
    case 'f':
        return boolean();
    case 'n':
        if (!takeWord("null"))
            failSyntax();
        return QJsonValue::Null;
    default:
        return numberValue();
    }
}

QJsonValue JsonReader::numberValue()
{
    bool isInteger = false;
    const std::string_view text = number(isInteger);
    const char *const end = text.data() + text.size();
    qint64 whole = 0;
    double real = 0;
    if (!text.empty() && isInteger && std::from_chars(text.data(), end, whole).ec == std::errc())
        return whole;
    if (!text.empty() && std::from_chars(text.data(), end, real).ec == std::errc())
        return real;
    failSyntax();
    return {};
}

QJsonValue JsonReader::objectValue()
{
    QJsonObject object;
    beginObject();
    while (const auto key = nextKey()) {
        const QString name = wholeText(*key);
        object.insert(name, anyValue());
    }
    return object;
}

QJsonValue JsonReader::arrayValue()
{
    QJsonArray array;
    beginArray();
    while (nextElement())
        array.append(anyValue());
    return array;
}

void JsonReader::end()
{
    skipSpace();
    if (!failed() && m_at < m_text.size())
        failSyntax();
}

} // namespace latchkey
