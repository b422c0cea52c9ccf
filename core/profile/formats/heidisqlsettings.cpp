// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/heidisqlsettings.h"

#include "core/profile/formats/textinput.h"
#include "core/profile/jsonreader.h"
#include "core/profile/profilewords.h"

#include <algorithm>
#include <array>

namespace latchkey::formats {

namespace {

constexpr QByteArrayView delimiter("<|||>");
constexpr QByteArrayView writtenNewline("<{{{><}}}>");
constexpr QByteArrayView sessionsRoot("Servers\\");
constexpr qsizetype maxSessionDepth = 64;
constexpr qsizetype maxPath = 16'384;

/// Settings of a session that are about more than how HeidiSQL looks.
bool isSetting(QByteArrayView name)
{
    constexpr std::array known{"Host",
                               "User",
                               "Port",
                               "NetType",
                               "WindowsAuth",
                               "Folder",
                               "Comment",
                               "Databases",
                               "StartupScriptFilename",
                               "KeepAlive",
                               "QueryTimeout",
                               "Compressed",
                               "CleartextPluginEnabled",
                               "Library",
                               "TreeBackground",
                               "SSL_Active",
                               "SSL_Key",
                               "SSL_Cert",
                               "SSL_CA",
                               "SSL_Cipher",
                               "SSL_Verification",
                               "SSHtunnelActive",
                               "LocalTimeZone",
                               "FullTableStatus"};
    return std::any_of(known.begin(), known.end(),
                       [name](const char *word) { return name == QByteArrayView(word); });
}

QString settingText(QByteArrayView bytes)
{
    QByteArray text = bytes.toByteArray();
    text.replace(writtenNewline.toByteArray(), "\n");
    return wholeText(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
}

struct Line
{
    QByteArrayView session; ///< its path, with backslashes
    QByteArrayView name;
    QByteArrayView value;
};

/// Nothing if it is no setting of a session; `isBroken` if it is none at all.
std::optional<Line> lineFrom(QByteArrayView line, bool &isBroken)
{
    const qsizetype first = line.indexOf(delimiter);
    const qsizetype second = first < 0 ? -1 : line.indexOf(delimiter, first + delimiter.size());
    isBroken = second < 0;
    if (isBroken || !line.startsWith(sessionsRoot))
        return std::nullopt;
    const QByteArrayView key =
        line.sliced(sessionsRoot.size(), std::max<qsizetype>(first - sessionsRoot.size(), 0));
    const qsizetype slash = key.lastIndexOf('\\');
    if (slash <= 0)
        return std::nullopt;
    return Line{key.first(slash), key.sliced(slash + 1), line.sliced(second + delimiter.size())};
}

class SessionReading
{
public:
    explicit SessionReading(Remarks &remarks) : m_remarks(remarks) { }

    void read(QByteArrayView line, qsizetype number)
    {
        if (line.isEmpty() || m_remarks.isFull())
            return;
        bool isBroken = false;
        const auto parts = lineFrom(line, isBroken);
        if (isBroken)
            m_remarks.add(atLine(number), ProfileWords::tr("The line is no setting of HeidiSQL, and has been "
                                                           "left out."));
        else if (parts)
            add(*parts, number);
    }

    std::vector<HeidiSession> take() { return std::move(m_sessions); }

private:
    void add(const Line &line, qsizetype number)
    {
        if (line.name == QByteArrayView("Password") && line.value.size() > 1) {
            m_remarks.add(atLine(number),
                          ProfileWords::tr("There is a password, which has not been taken. Latchkey asks for "
                                           "it when it connects."));
            return;
        }
        if (!isSetting(line.name))
            return;
        if (HeidiSession *session = find(line.session, number)) {
            const QString name = QString::fromUtf8(line.name);
            if (!session->settings.contains(name))
                session->settings.insert(name, settingText(line.value));
        }
    }

    HeidiSession *find(QByteArrayView path, qsizetype number)
    {
        const QString whole = path.size() <= maxPath ? settingText(path) : QString();
        const auto known = m_byPath.constFind(whole);
        if (known != m_byPath.constEnd())
            return &m_sessions[*known];
        QStringList parts = whole.split(QLatin1Char('\\'), Qt::SkipEmptyParts);
        if (parts.size() > maxSessionDepth || parts.isEmpty()
            || m_sessions.size() >= static_cast<std::size_t>(maxConnections)) {
            m_remarks.add(atLine(number),
                          ProfileWords::tr("There are too many sessions, or the name is too long. This one "
                                           "has been left out."));
            return nullptr;
        }
        m_byPath.insert(whole, m_sessions.size());
        m_sessions.push_back({std::move(parts), {}, number});
        return &m_sessions.back();
    }

    Remarks &m_remarks;
    std::vector<HeidiSession> m_sessions;
    QHash<QString, std::size_t> m_byPath;
};

} // namespace

std::vector<HeidiSession> heidiSessions(QByteArrayView text, Remarks &remarks)
{
    SessionReading reading(remarks);
    forEachLine(text, [&reading](QByteArrayView line, qsizetype number) { reading.read(line, number); });
    return reading.take();
}

} // namespace latchkey::formats
