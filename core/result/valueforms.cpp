// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/valueforms.h"

#include <algorithm>
#include <array>

namespace latchkey::result {

namespace {

constexpr std::size_t longestJson = 1024 * 1024;
constexpr std::size_t deepestJson = 64;
constexpr std::size_t bytesInLine = 16;

bool isJsonSpace(char character)
{
    return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

/// Sets JSON anew. Looks at brackets and strings only: whether what is between them is right, the server knows.
class JsonSetter
{
public:
    explicit JsonSetter(std::string_view json) : m_rest(json) { }

    bool set()
    {
        for (skipSpace(); !m_rest.empty(); skipSpace()) {
            if (!setToken())
                return false;
        }
        return m_open.empty();
    }
    const std::string &text() const { return m_text; }

private:
    bool setToken()
    {
        const char character = m_rest.front();
        switch (character) {
        case '"':
            return setString();
        case '{':
        case '[':
            return begin(character == '{' ? '}' : ']');
        case '}':
        case ']':
            return end();
        case ':':
            take();
            m_text += ' ';
            return true;
        case ',':
            take();
            newLine();
            return !m_open.empty();
        default:
            take();
            return !m_open.empty();
        }
    }
    bool begin(char closing)
    {
        if (m_open.size() == deepestJson || (m_open.empty() && !m_text.empty()))
            return false;
        m_open.push_back(closing);
        take();
        skipSpace();
        if (!m_rest.empty() && m_rest.front() != closing)
            newLine();
        else
            m_isEmpty = true;
        return true;
    }
    bool end()
    {
        if (m_open.empty() || m_open.back() != m_rest.front())
            return false;
        m_open.pop_back();
        if (!std::exchange(m_isEmpty, false))
            newLine();
        take();
        return true;
    }
    bool setString()
    {
        std::size_t end = 1;
        while (end < m_rest.size() && m_rest[end] != '"')
            end += m_rest[end] == '\\' ? 2U : 1U;
        if (end >= m_rest.size() || m_open.empty())
            return false;
        m_text += m_rest.substr(0, end + 1);
        m_rest.remove_prefix(end + 1);
        return true;
    }
    void take()
    {
        m_text += m_rest.front();
        m_rest.remove_prefix(1);
    }
    void newLine()
    {
        m_text += '\n';
        m_text.append(2 * m_open.size(), ' ');
    }
    void skipSpace()
    {
        while (!m_rest.empty() && isJsonSpace(m_rest.front()))
            m_rest.remove_prefix(1);
    }

    std::string_view m_rest;
    std::string m_text;
    std::string m_open; ///< the brackets that close what is open
    bool m_isEmpty = false; ///< the innermost has nothing in it
};

void appendHexNumber(std::string &text, std::size_t number, int digits)
{
    for (int digit = digits - 1; digit >= 0; --digit)
        text += "0123456789abcdef"[number >> (4 * static_cast<unsigned>(digit)) & 0xFU];
}

struct Signature
{
    std::string_view bytes;
    std::size_t offset;
    const char *format;
};

using namespace std::string_view_literals;
constexpr std::array signatures{Signature{"\x89PNG\r\n\x1A\n"sv, 0, "png"},
                                Signature{"\xFF\xD8\xFF"sv, 0, "jpeg"},
                                Signature{"GIF8"sv, 0, "gif"},
                                Signature{"WEBP"sv, 8, "webp"},
                                Signature{"BM"sv, 0, "bmp"},
                                Signature{"II*\0"sv, 0, "tiff"},
                                Signature{"MM\0*"sv, 0, "tiff"},
                                Signature{"\0\0\1\0"sv, 0, "ico"}};

} // namespace

std::optional<std::string> prettyJson(std::string_view value)
{
    if (value.size() > longestJson)
        return std::nullopt;
    JsonSetter setter(value);
    if (!setter.set() || setter.text().empty())
        return std::nullopt;
    return setter.text();
}

QString hexDump(std::string_view value)
{
    std::string text;
    text.reserve((value.size() / bytesInLine + 1) * 79);
    for (std::size_t from = 0; from < value.size(); from += bytesInLine) {
        const std::string_view line = value.substr(from, bytesInLine);
        appendHexNumber(text, from, 8);
        for (std::size_t at = 0; at < bytesInLine; ++at) {
            text += at % 8 == 0 ? "  " : " ";
            if (at < line.size())
                appendHexNumber(text, static_cast<unsigned char>(line[at]), 2);
            else
                text += "  ";
        }
        text += "  |";
        std::transform(line.begin(), line.end(), std::back_inserter(text),
                       [](char byte) { return byte >= ' ' && byte <= '~' ? byte : '.'; });
        text += "|\n";
    }
    return QString::fromStdString(text);
}

QByteArray pictureFormat(std::string_view value)
{
    const auto found =
        std::find_if(signatures.begin(), signatures.end(), [value](const Signature &signature) {
            return value.size() > signature.offset
                   && value.substr(signature.offset).starts_with(signature.bytes);
        });
    return found == signatures.end() ? QByteArray() : QByteArray(found->format);
}

} // namespace latchkey::result
