// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/catalogue/httpanswer.h"

#include <algorithm>

namespace latchkey {

namespace {

constexpr qsizetype mostHead = 64 * 1024;
constexpr qsizetype mostChunkLine = 4096;
constexpr int notModified = 304;
constexpr int noContent = 204;

/// Where the line that begins at `from` ends; -1 if it has not come whole.
qsizetype lineEnd(const QByteArray &bytes, qsizetype from = 0)
{
    return bytes.indexOf("\r\n", from);
}

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

bool isHexDigit(char character)
{
    return isDigit(character) || (character >= 'a' && character <= 'f')
           || (character >= 'A' && character <= 'F');
}

bool isToken(QByteArrayView name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char each) {
        return each > ' ' && each < '\x7f' && !QByteArrayView("()<>@,;:\\\"/[]?={}").contains(each);
    });
}

} // namespace

void HttpAnswer::take(QByteArrayView bytes)
{
    if (!wantsMore())
        return;
    m_pending.append(bytes);
    while (m_state == State::Head && takeHead()) { }
    if (m_state == State::Body)
        takeBody();
}

void HttpAnswer::close()
{
    if (wantsMore())
        end(m_state == State::Body && m_framing == Framing::UntilClosed ? State::Complete : State::Malformed);
}

QByteArray HttpAnswer::header(QByteArrayView name) const
{
    return headers(name).value(0);
}

QList<QByteArray> HttpAnswer::headers(QByteArrayView name) const
{
    QList<QByteArray> values;
    for (const auto &[known, value] : m_headers) {
        if (known == name)
            values.append(value);
    }
    return values;
}

/// Takes a whole head off, if it has come; true if there may be another one behind it (RFC 9110, 15.2).
bool HttpAnswer::takeHead()
{
    const qsizetype length = m_pending.indexOf("\r\n\r\n");
    if (std::max(length, length < 0 ? m_pending.size() : 0) > mostHead) {
        end(State::TooLarge);
        return false;
    }
    if (length < 0)
        return false;
    m_headers.clear();
    const QByteArray head = m_pending.first(length + 2);
    m_pending.remove(0, length + 4);
    bool isFirst = true;
    for (qsizetype from = 0; from < head.size();) {
        const qsizetype to = lineEnd(head, from);
        const QByteArrayView line = QByteArrayView(head).sliced(from, to - from);
        if (!(isFirst ? takeStatus(line) : takeHeaderLine(line))) {
            end(State::Malformed);
            return false;
        }
        isFirst = false;
        from = to + 2;
    }
    if (m_status < 200)
        return true;
    beginBody();
    return false;
}

bool HttpAnswer::takeStatus(QByteArrayView line)
{
    constexpr qsizetype codeAt = 9; // "HTTP/1.1 200"
    constexpr qsizetype codeLength = 3;
    if (!line.startsWith("HTTP/1.") || line.size() < codeAt + codeLength || line[codeAt - 1] != ' ')
        return false;
    const QByteArrayView code = line.sliced(codeAt, codeLength);
    m_status = std::all_of(code.begin(), code.end(), isDigit) ? code.toInt() : 0;
    return m_status >= 100;
}

bool HttpAnswer::takeHeaderLine(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !isToken(line.first(colon)) || line.contains('\n') || line.contains('\0'))
        return false;
    m_headers.append(
        {line.first(colon).toByteArray().toLower(), line.sliced(colon + 1).toByteArray().trimmed()});
    return true;
}

void HttpAnswer::beginBody()
{
    m_state = State::Body;
    const auto lengths = headers("content-length");
    if (m_status == notModified || m_status == noContent)
        return end(State::Complete);
    if (const QByteArray coding = header("transfer-encoding"); !coding.isEmpty()) {
        if (coding.toLower() != "chunked" || !lengths.isEmpty())
            return end(State::Malformed);
        m_framing = Framing::Chunks;
    } else if (!lengths.isEmpty()) {
        constexpr qsizetype mostDigits = 15;
        const QByteArray length = lengths.first();
        if (lengths.size() > 1 || length.isEmpty() || !std::all_of(length.begin(), length.end(), isDigit))
            return end(State::Malformed);
        m_framing = Framing::Length;
        m_left = length.size() > mostDigits ? m_bodyLimit + 1 : static_cast<qsizetype>(length.toLongLong());
        if (m_left > m_bodyLimit)
            return end(State::TooLarge);
        if (m_left == 0)
            return end(State::Complete);
    }
}

void HttpAnswer::takeBody()
{
    if (m_framing == Framing::Chunks) {
        while (m_state == State::Body && takeChunk()) { }
        return;
    }
    const qsizetype count =
        m_framing == Framing::Length ? std::min(m_left, m_pending.size()) : m_pending.size();
    if (append(count) && m_framing == Framing::Length && (m_left -= count) == 0)
        end(State::Complete);
}

/// One step through a chunked body; false if bytes are missing for it.
bool HttpAnswer::takeChunk()
{
    if (!m_isInChunk)
        return takeChunkSize();
    if (m_left > 0) {
        const qsizetype count = std::min(m_left, m_pending.size());
        if (!append(count))
            return false;
        m_left -= count;
        return count > 0;
    }
    if (m_pending.size() < 2)
        return false;
    if (!m_pending.startsWith("\r\n")) {
        end(State::Malformed);
        return false;
    }
    m_pending.remove(0, 2);
    m_isInChunk = false;
    return true;
}

bool HttpAnswer::takeChunkSize()
{
    const qsizetype length = lineEnd(m_pending);
    if (length < 0 || length > mostChunkLine) {
        if (m_pending.size() > mostChunkLine)
            end(State::Malformed);
        return false;
    }
    const QByteArray line = m_pending.first(length);
    m_pending.remove(0, length + 2);
    if (m_isInTrailer) { // what follows the last chunk is of no use
        if (line.isEmpty())
            end(State::Complete);
        return true;
    }
    constexpr int hexadecimal = 16;
    constexpr qsizetype mostDigits = 15;
    const QByteArray digits = line.split(';').first().trimmed();
    if (digits.isEmpty() || digits.size() > mostDigits
        || !std::all_of(digits.begin(), digits.end(), isHexDigit)) {
        end(State::Malformed);
        return false;
    }
    m_left = static_cast<qsizetype>(digits.toLongLong(nullptr, hexadecimal));
    m_isInTrailer = m_left == 0;
    m_isInChunk = m_left > 0;
    return true;
}

bool HttpAnswer::append(qsizetype count)
{
    if (count > m_bodyLimit - m_body.size()) {
        end(State::TooLarge);
        return false;
    }
    m_body.append(QByteArrayView(m_pending).first(count));
    m_pending.remove(0, count);
    return true;
}

void HttpAnswer::end(State state)
{
    m_state = state;
    m_pending.clear();
    if (state != State::Complete)
        m_body.clear();
}

} // namespace latchkey
