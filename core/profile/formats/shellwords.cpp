// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/shellwords.h"

#include "core/profile/formats/codec.h"
#include "core/profile/jsonreader.h"

#include <algorithm>
#include <string>

namespace latchkey::formats {

namespace {

constexpr std::size_t maxWords = 1000; ///< in one command

class Splitter
{
public:
    explicit Splitter(QByteArrayView text) : m_text(text) { }

    std::vector<ShellCommand> split()
    {
        while (m_at < m_text.size() && m_commands.size() <= static_cast<std::size_t>(maxConnections))
            step();
        endCommand();
        return std::move(m_commands);
    }

private:
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    char next()
    {
        const char character = m_text[m_at++];
        m_line += character == '\n';
        return character;
    }

    void step()
    {
        const char character = peek();
        if (character == '#' && !m_hasWord)
            return comment();
        switch (next()) {
        case ' ':
        case '\t':
        case '\r':
            return endWord();
        case '\n':
        case ';':
        case '&':
        case '|':
            return endCommand();
        case '<':
        case '>':
            endWord();
            m_isRedirected = true;
            return;
        case '\'':
            return singleQuoted();
        case '"':
            return doubleQuoted();
        case '\\':
            return escaped();
        case '$':
        case '`':
            m_command.needsShell |= peek() != ' ' && peek() != '\n' && m_at < m_text.size();
            return append(character);
        default:
            return append(character);
        }
    }

    void append(char character)
    {
        if (!m_hasWord && m_command.words.empty())
            m_command.line = m_line - (character == '\n');
        m_hasWord = true;
        m_word += character;
    }

    void begin()
    {
        if (!m_hasWord && m_command.words.empty())
            m_command.line = m_line;
        m_hasWord = true;
    }

    void comment()
    {
        const qsizetype end = m_text.indexOf('\n', m_at);
        const qsizetype stop = end < 0 ? m_text.size() : end;
        m_command.comment = m_text.sliced(m_at, stop - m_at);
        m_at = stop;
    }

    void escaped()
    {
        if (m_at >= m_text.size())
            return;
        const char character = next();
        if (character != '\n') // a line that goes on
            append(character);
    }

    void singleQuoted()
    {
        begin();
        while (m_at < m_text.size()) {
            const char character = next();
            if (character == '\'')
                return;
            m_word += character;
        }
        m_command.isUnclosed = true;
    }

    void doubleQuoted()
    {
        begin();
        while (m_at < m_text.size()) {
            const char character = next();
            if (character == '"')
                return;
            const bool isEscape =
                character == '\\' && std::string_view("$`\"\\\n").find(peek()) != std::string_view::npos;
            if (!isEscape || m_at >= m_text.size()) {
                m_command.needsShell |= character == '$' || character == '`';
                m_word += character;
            } else if (next() != '\n') {
                m_word += m_text[m_at - 1];
            }
        }
        m_command.isUnclosed = true;
    }

    void endWord()
    {
        if (!m_hasWord)
            return;
        if (!m_isRedirected && m_command.words.size() < maxWords)
            m_command.words.push_back(wholeText(m_word));
        m_isRedirected = false;
        m_hasWord = false;
        m_word.clear();
    }

    void endCommand()
    {
        endWord();
        m_isRedirected = false;
        if (m_command.words.empty()) {
            const QByteArrayView comment = m_command.comment;
            m_command = {};
            m_command.comment = comment;
            return;
        }
        m_commands.push_back(std::move(m_command));
        m_command = {};
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    qsizetype m_line = 1;
    std::string m_word;
    bool m_hasWord = false;
    bool m_isRedirected = false; ///< the next word is a file
    ShellCommand m_command;
    std::vector<ShellCommand> m_commands;
};

} // namespace

std::vector<ShellCommand> shellCommands(QByteArrayView text)
{
    return Splitter(text).split();
}

QByteArray shellQuoted(const QByteArray &word)
{
    const auto isPlain = [](char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
               || (character >= '0' && character <= '9')
               || std::string_view("_./:-@,+%=").find(character) != std::string_view::npos;
    };
    if (!word.isEmpty() && std::all_of(word.begin(), word.end(), isPlain))
        return word;
    QByteArray quoted = word;
    return '\'' + quoted.replace('\'', "'\\''") + '\'';
}

} // namespace latchkey::formats
