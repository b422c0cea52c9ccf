// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/dbgate.h"

#include "core/profile/formats/connectionuri.h"
#include "core/profile/formats/gathering.h"
#include "core/profile/formats/loosevalues.h"
#include "core/profile/formats/textinput.h"
#include "core/profile/jsonreader.h"
#include "core/profile/profilewords.h"

#include <QJsonObject>

#include <algorithm>
#include <array>

namespace latchkey::formats {

namespace {

constexpr std::array<std::string_view, 10> fieldsOfDbGate{
    "port",   "account",           "schema",    "authentication", "tls",
    "caFile", "clientCertificate", "clientKey", "readOnly",       "colour",
};

/// Keys of a connection that say nothing about it, or are read below.
constexpr std::array knownKeys{"_id",
                               "engine",
                               "server",
                               "port",
                               "user",
                               "displayName",
                               "parent",
                               "connectionColor",
                               "isReadOnly",
                               "useSsl",
                               "sslCaFile",
                               "sslCertFile",
                               "sslKeyFile",
                               "sslRejectUnauthorized",
                               "defaultDatabase",
                               "singleDatabase",
                               "passwordMode",
                               "authType",
                               "useDatabaseUrl",
                               "databaseUrl",
                               "unsaved",
                               "status",
                               "windowsDomain"};

struct Colour
{
    const char *name; ///< of Ant Design's palettes, which DbGate takes
    const char *value; ///< the palette's main colour
};

constexpr std::array colourNames{
    Colour{"red", "#f5222d"},      Colour{"volcano", "#fa541c"}, Colour{"orange", "#fa8c16"},
    Colour{"gold", "#faad14"},     Colour{"yellow", "#fadb14"},  Colour{"lime", "#a0d911"},
    Colour{"green", "#52c41a"},    Colour{"cyan", "#13c2c2"},    Colour{"blue", "#1677ff"},
    Colour{"geekblue", "#2f54eb"}, Colour{"purple", "#722ed1"},  Colour{"magenta", "#eb2f96"},
};

/// One line's object into a profile.
class ConnectionConversion
{
public:
    ConnectionConversion(const QJsonObject &object, qsizetype line, Gathering &found)
        : m_object(object), m_found(found), m_line(line)
    { }

    void convert()
    {
        const QString engine = text("engine");
        if (!engine.startsWith(QLatin1String("mysql@")) && !engine.startsWith(QLatin1String("mariadb@")))
            return m_found.skip(atLine(m_line) + QLatin1String(", ") + atConnection(text("displayName")));
        m_profile = blankProfile();
        m_profile.authentication = Authentication::Password;
        m_profile.host = text("server");
        m_profile.name = text("displayName");
        m_profile.account = text("user");
        m_profile.schema = text("defaultDatabase");
        if (m_profile.name.isEmpty())
            m_profile.name = m_profile.host;
        m_profile.folder = text("parent").split(QLatin1Char('/'), Qt::SkipEmptyParts);
        convertPort();
        convertUrl();
        convertTls();
        convertLook();
        tellOfRest();
        const QString id = text("_id");
        const QString place = atLine(m_line) + QLatin1String(", ") + atConnection(m_profile.name);
        const QString identifier = id.isEmpty() ? m_profile.path() + QLatin1Char('@') + m_profile.host : id;
        m_found.add(std::move(m_profile), identifier, place);
    }

private:
    QString text(const char *key) const { return textFrom(m_object.value(QLatin1String(key))); }
    bool isTrue(const char *key) const { return truthFrom(text(key)).value_or(false); }

    void remark(const QString &key, const QString &message)
    {
        m_found.remark(atLine(m_line) + QLatin1String(", ") + atConnection(m_profile.name, key), message);
    }

    void convertPort()
    {
        const QString port = text("port");
        if (const auto number = portFrom(port))
            m_profile.port = *number;
        else if (!port.isEmpty())
            remark(QStringLiteral("port"),
                   ProfileWords::tr("The value is not understood, so it has been left out."));
    }

    // Instead of the parts DbGate may have a URI with all of them, and a password.
    void convertUrl()
    {
        if (!isTrue("useDatabaseUrl"))
            return;
        const auto uri = connectionUri(text("databaseUrl").toUtf8());
        if (!uri)
            return remark(QStringLiteral("databaseUrl"),
                          ProfileWords::tr("The URI is not written correctly, so it has been left out."));
        m_profile.host = uri->host;
        m_profile.account = uri->user;
        m_profile.schema = uri->database;
        m_profile.port = portFrom(uri->port).value_or(m_profile.port);
        if (m_profile.name.isEmpty())
            m_profile.name = m_profile.host;
        if (uri->hasPassword)
            tellOfPassword(QStringLiteral("databaseUrl"));
    }

    void convertTls()
    {
        m_profile.tlsFiles = {text("sslCaFile"), text("sslCertFile"), text("sslKeyFile")};
        const QJsonValue active = m_object.value(QLatin1String("useSsl"));
        if (truthFrom(textFrom(active)) == false)
            m_profile.tls = TlsPolicy::Off;
        else if (truthFrom(text("sslRejectUnauthorized")) == false)
            m_profile.tls = TlsPolicy::Required;
    }

    void convertLook()
    {
        m_profile.readOnly = isTrue("isReadOnly");
        const QString colour = text("connectionColor");
        for (const Colour &one : colourNames) {
            if (colour == QLatin1String(one.name))
                m_profile.colour = QLatin1String(one.value);
        }
        if (!colour.isEmpty() && m_profile.colour.isEmpty())
            remark(QStringLiteral("connectionColor"),
                   ProfileWords::tr("The value is not understood, so it has been left out."));
    }

    void tellOfPassword(const QString &key)
    {
        remark(key, ProfileWords::tr("There is a password, which has not been taken. Latchkey asks for it "
                                     "when it connects."));
    }

    void tellOfRest()
    {
        for (auto member = m_object.begin(); member != m_object.end(); ++member) {
            const QString key = member.key();
            const QJsonValue value = member.value();
            const bool isEmpty =
                value.isNull() || value == QJsonValue(false) || value == QJsonValue(QString());
            const bool isKnown = std::any_of(knownKeys.begin(), knownKeys.end(),
                                             [&key](auto word) { return key == QLatin1String(word); });
            if (isKnown || isEmpty)
                continue;
            if (isSecretName(key))
                tellOfPassword(key);
            else
                remark(key, ProfileWords::tr("It has no equal in Latchkey, and has been left out."));
        }
    }

    const QJsonObject &m_object;
    Gathering &m_found;
    qsizetype m_line;
    Profile m_profile;
};

void readLine(QByteArrayView line, qsizetype number, Gathering &found)
{
    if (line.trimmed().isEmpty() || found.remarks().isFull())
        return;
    JsonReader reader(line);
    const QJsonValue value = reader.value();
    reader.end();
    if (reader.failed() || !value.isObject())
        return found.remark(atLine(number),
                            ProfileWords::tr("The line is no JSON object, and has been left out: %1.")
                                .arg(reader.failed() ? reader.reason() : QStringLiteral("{")));
    ConnectionConversion(value.toObject(), number, found).convert();
}

Result<Content> readDbGate(QByteArrayView text, const QString & /*file*/)
{
    const auto plain = normalised(text);
    if (!plain)
        return plain.error();
    Gathering found(QStringLiteral("dbgate"));
    forEachLine(*plain, [&found](QByteArrayView line, qsizetype number) { readLine(line, number, found); });
    return found.take();
}

bool recognisesDbGate(QByteArrayView text)
{
    const QByteArray beginning = normalisedBeginning(text);
    const QByteArray line = beginning.left(beginning.indexOf('\n'));
    return line.startsWith('{') && line.contains("\"engine\":") && line.contains("@dbgate-plugin-");
}

} // namespace

const Codec dbGate{"dbgate", "DbGate", fieldsOfDbGate, recognisesDbGate, readDbGate, nullptr};

} // namespace latchkey::formats
