// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/sequelace.h"

#include "core/profile/formats/gathering.h"
#include "core/profile/formats/loosevalues.h"
#include "core/profile/formats/plist.h"
#include "core/profile/formats/textinput.h"
#include "core/profile/profilewords.h"

#include <QJsonArray>
#include <QJsonObject>

#include <array>

namespace latchkey::formats {

namespace {

constexpr std::array<std::string_view, 9> fieldsOfSequelAce{
    "port",   "account",           "schema",    "authentication", "tls",
    "caFile", "clientCertificate", "clientKey", "colour",
};

/// SPConnectionType of Sequel Ace.
enum class Kind { TcpIp = 0, Socket = 1, SshTunnel = 2, AwsIam = 3 };

/// By colorIndex: red, orange, yellow, green, blue, purple, grey.
constexpr std::array favouriteColours{"#d94b40", "#e8913a", "#e3c33c", "#77b14e",
                                      "#4b8fd9", "#9b6bc4", "#8e8e93"};

/// One favourite into a profile.
class FavouriteConversion
{
public:
    FavouriteConversion(const QJsonObject &favourite, const QStringList &folder, Gathering &found)
        : m_favourite(favourite), m_found(found)
    {
        m_profile = blankProfile();
        m_profile.folder = folder;
        m_profile.name = text("name");
        m_profile.host = text("host");
        if (m_profile.name.isEmpty())
            m_profile.name = m_profile.host;
    }

    void convert()
    {
        m_profile.authentication = Authentication::Password;
        m_profile.account = text("user");
        m_profile.schema = text("database");
        convertKind();
        convertTls();
        convertColour();
        if (const QString port = text("port"); !port.isEmpty()) {
            if (const auto number = portFrom(port))
                m_profile.port = *number;
            else
                remark("port", QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                                                 "The value is not understood, so it has been left out."));
        }
        tellOfRest();
        const QString id = text("id");
        const QString identifier = id.isEmpty() ? m_profile.path() + QLatin1Char('@') + m_profile.host : id;
        const QString place = atConnection(m_profile.path());
        m_found.add(std::move(m_profile), identifier, place);
    }

private:
    QString text(const char *key) const { return textFrom(m_favourite.value(QLatin1String(key))).trimmed(); }
    bool isTrue(const char *key) const { return truthFrom(text(key)).value_or(false); }

    void remark(const char *key, const char *message)
    {
        m_found.remark(atConnection(m_profile.path(), QLatin1String(key)), ProfileWords::tr(message));
    }

    void convertKind()
    {
        switch (Kind(text("type").toInt())) {
        case Kind::TcpIp:
            return;
        case Kind::Socket:
            m_profile.host.clear();
            return;
        case Kind::SshTunnel:
            return remark("type",
                          QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                                            "Sequel Ace connects through SSH, which Latchkey does not. Check "
                                            "that the host can be reached from here."));
        case Kind::AwsIam:
            return remark("type",
                          QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                                            "The account logs in with IAM, which Latchkey does not. Enter "
                                            "another account or way."));
        }
        remark("type", QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                                         "The value is not understood, so it has been left out."));
    }

    /// A file counts only if its box is ticked.
    QString fileOf(const char *key, const char *isEnabled) const
    {
        return m_favourite.contains(QLatin1String(isEnabled)) && !isTrue(isEnabled) ? QString() : text(key);
    }

    void convertTls()
    {
        if (truthFrom(text("useSSL")) == false) {
            m_profile.tls = TlsPolicy::Off;
            return;
        }
        m_profile.tlsFiles = {fileOf("sslCACertFileLocation", "sslCACertFileLocationEnabled"),
                              fileOf("sslCertificateFileLocation", "sslCertificateFileLocationEnabled"),
                              fileOf("sslKeyFileLocation", "sslKeyFileLocationEnabled")};
    }

    void convertColour()
    {
        bool isNumber = false;
        const int index = text("colorIndex").toInt(&isNumber);
        if (isNumber && index >= 0 && index < static_cast<int>(favouriteColours.size()))
            m_profile.colour = QLatin1String(favouriteColours[static_cast<std::size_t>(index)]);
    }

    void tellOfRest()
    {
        if (isTrue("useCompression"))
            remark("useCompression",
                   QT_TRANSLATE_NOOP("latchkey::ProfileWords", "Latchkey does not compress."));
        if (isTrue("enableClearTextPlugin"))
            remark("enableClearTextPlugin",
                   QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                                     "Latchkey never sends a password as clear text."));
        if (isTrue("allowDataLocalInfile"))
            remark(
                "allowDataLocalInfile",
                QT_TRANSLATE_NOOP("latchkey::ProfileWords", "Latchkey never sends local files to a server."));
        if (!text("timeZoneIdentifier").isEmpty())
            remark("timeZoneIdentifier",
                   QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                                     "The time zone has not been taken. Enter it in the profile "
                                     "if it is needed."));
        for (auto member = m_favourite.begin(); member != m_favourite.end(); ++member) {
            if (isSecretName(member.key()) && !textFrom(*member).isEmpty())
                m_found.remark(atConnection(m_profile.path(), member.key()),
                               ProfileWords::tr("There is a password, which has not been taken. Latchkey "
                                                "asks for it when it connects."));
        }
    }

    const QJsonObject &m_favourite;
    Gathering &m_found;
    Profile m_profile;
};

void readNodes(const QJsonArray &nodes, const QStringList &folder, Gathering &found)
{
    for (const QJsonValue &node : nodes) {
        const QJsonObject object = node.toObject();
        const QJsonValue children = object.value(QLatin1String("Children"));
        if (children.isArray())
            readNodes(children.toArray(), folder + QStringList(textFrom(object.value(QLatin1String("Name")))),
                      found);
        else if (!object.isEmpty())
            FavouriteConversion(object, folder, found).convert();
        else
            found.remark(folder.join(QLatin1Char('/')),
                         ProfileWords::tr("An entry is neither a favourite nor a group, and has been left "
                                          "out."));
    }
}

Error binary()
{
    return {Error::Code::InvalidInput,
            ProfileWords::tr("This is a binary property list. Turn it into XML first, on the Mac: plutil "
                             "-convert xml1 Favorites.plist. Or export the favourites in Sequel Ace."),
            QStringLiteral("bplist"), 0};
}

Result<Content> readSequelAce(QByteArrayView text, const QString & /*file*/)
{
    if (text.startsWith("bplist"))
        return binary();
    const auto plain = normalised(text);
    if (!plain)
        return plain.error();
    const auto root = plistValue(*plain);
    if (!root)
        return root.error();
    Gathering found(QStringLiteral("sequelace"));
    const QJsonObject object = root->toObject();
    const QJsonObject tree = object.value(QLatin1String("Favorites Root")).toObject();
    readNodes(tree.value(QLatin1String("Children")).toArray(), {}, found);
    readNodes(object.value(QLatin1String("SPConnectionFavorites")).toArray(), {}, found);
    return found.take();
}

bool recognisesSequelAce(QByteArrayView text)
{
    if (text.startsWith("bplist"))
        return text.contains("Favorites");
    const QByteArray beginning = normalisedBeginning(text);
    return beginning.contains("<plist")
           && (beginning.contains("Favorites Root") || beginning.contains("SPConnectionFavorites"));
}

} // namespace

const Codec sequelAce{
    .word = "sequelace",
    .name = "Sequel Ace",
    .held = fieldsOfSequelAce,
    .recognises = recognisesSequelAce,
    .read = readSequelAce,
    .write = nullptr,
};

} // namespace latchkey::formats
