// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/workbenchxml.h"

#include "core/profile/formats/foreign.h"
#include "core/profile/formats/loosevalues.h"
#include "core/profile/formats/textinput.h"
#include "core/profile/formats/xmlinput.h"
#include "core/profile/profilewords.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <algorithm>

namespace latchkey::formats {

namespace {

constexpr int maxXmlDepth = 64;
constexpr qsizetype maxValue = 1 << 16; ///< characters of one text
constexpr qsizetype maxConnectionMembers = 200; ///< of one connection: what a profile file can hold

constexpr QLatin1String connectionType("db.mgmt.Connection");
constexpr QLatin1String checksum("0x96ba47d8"); ///< of the members that a connection has

class WorkbenchReader
{
public:
    WorkbenchReader(const QByteArray &text, Remarks &remarks)
        : m_xml(QString::fromUtf8(text)), m_remarks(remarks)
    { }

    Result<QList<WorkbenchConnection>> read();

private:
    void lookForConnections();
    void readConnection();
    void readMember(WorkbenchConnection &connection);
    void readParameters(WorkbenchConnection &connection);
    QString elementText();
    void skipElement();
    void failTooDeep();
    void readScalar(const WorkbenchConnection &connection, const QString &key, QJsonObject &values);
    QString attribute(QLatin1String name) const { return m_xml.attributes().value(name).toString(); }
    bool isValue() const { return m_xml.name() == QLatin1String("value"); }
    void remark(const WorkbenchConnection &connection, const QString &key, const char *message);

    QXmlStreamReader m_xml;
    Remarks &m_remarks;
    QList<WorkbenchConnection> m_connections;
};

Result<QList<WorkbenchConnection>> WorkbenchReader::read()
{
    lookForConnections();
    if (!m_xml.hasError())
        return std::move(m_connections);
    const bool isUnsafe = m_xml.error() == QXmlStreamReader::CustomError;
    if (isUnsafe || m_connections.isEmpty())
        return invalidAt(m_xml.lineNumber(),
                         isUnsafe ? m_xml.errorString() : ProfileWords::tr("this is not valid XML"));
    m_remarks.add(atLine(m_xml.lineNumber()),
                  ProfileWords::tr(
                      "The file is damaged from here on; the connections before this line have been read."));
    return std::move(m_connections);
}

void WorkbenchReader::lookForConnections()
{
    int depth = 0;
    while (!m_xml.atEnd()) {
        const auto token = m_xml.readNext();
        if (token == QXmlStreamReader::DTD)
            m_xml.raiseError(ProfileWords::tr("a document type declaration (DTD) is not allowed here"));
        else if (token == QXmlStreamReader::EndElement)
            --depth;
        else if (token != QXmlStreamReader::StartElement)
            continue;
        else if (isValue() && attribute(QLatin1String("struct-name")) == connectionType)
            readConnection();
        else if (++depth > maxXmlDepth)
            failTooDeep();
    }
}

void WorkbenchReader::failTooDeep()
{
    m_xml.raiseError(ProfileWords::tr("the elements are nested too deeply"));
}

// As skipCurrentElement(), which goes as deep as the file wants.
void WorkbenchReader::skipElement()
{
    for (int depth = 1; depth > 0 && !m_xml.atEnd();) {
        const auto token = m_xml.readNext();
        if (token == QXmlStreamReader::EndElement)
            --depth;
        else if (token == QXmlStreamReader::StartElement && ++depth > maxXmlDepth)
            failTooDeep();
    }
}

/// The element's text, without what is in elements inside; of a longer one its beginning.
QString WorkbenchReader::elementText()
{
    QString text;
    while (!m_xml.atEnd()) {
        const auto token = m_xml.readNext();
        if (token == QXmlStreamReader::EndElement)
            break;
        if (token == QXmlStreamReader::StartElement)
            skipElement();
        else if (token == QXmlStreamReader::Characters && text.size() <= maxValue)
            text += m_xml.text().first(std::min(m_xml.text().size(), maxValue + 1));
    }
    return text;
}

void WorkbenchReader::readConnection()
{
    if (m_connections.size() >= maxConnections)
        return m_xml.raiseError(ProfileWords::tr("there are too many connections"));
    WorkbenchConnection connection;
    connection.id = attribute(QLatin1String("id"));
    connection.line = m_xml.lineNumber();
    while (m_xml.readNextStartElement())
        readMember(connection);
    if (!m_xml.hasError())
        m_connections.append(std::move(connection));
}

void WorkbenchReader::readMember(WorkbenchConnection &connection)
{
    const QString key = attribute(QLatin1String("key"));
    if (m_xml.name() == QLatin1String("link") && key == QLatin1String("driver"))
        connection.driver = elementText();
    else if (isValue() && key == QLatin1String("name"))
        connection.name = elementText();
    else if (isValue() && key == QLatin1String("parameterValues"))
        readParameters(connection);
    else if (isValue())
        readScalar(connection, key, connection.values);
    else
        skipElement();
}

void WorkbenchReader::readParameters(WorkbenchConnection &connection)
{
    while (m_xml.readNextStartElement()) {
        if (isValue())
            readScalar(connection, attribute(QLatin1String("key")), connection.parameters);
        else
            skipElement();
    }
}

// Lists and dictionaries ("modules") are empty in every file that Workbench writes.
void WorkbenchReader::readScalar(const WorkbenchConnection &connection, const QString &key,
                                 QJsonObject &values)
{
    const QString type = attribute(QLatin1String("type"));
    if (type != QLatin1String("string") && type != QLatin1String("int"))
        return skipElement();
    const QString text = elementText();
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (text.size() > maxValue || key.size() > maxValue || values.size() >= maxConnectionMembers)
        remark(connection, key,
               QT_TRANSLATE_NOOP("latchkey::ProfileWords", "This is too long, and left out."));
    else if (!isSecret(key, text))
        values.insert(key, type == QLatin1String("int") && isNumber ? QJsonValue(number) : QJsonValue(text));
    else if (!text.isEmpty())
        remark(connection, key,
               QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                                 "Passwords are not imported. Enter it when you connect."));
}

void WorkbenchReader::remark(const WorkbenchConnection &connection, const QString &key, const char *message)
{
    m_remarks.add(QStringLiteral("%1, %2").arg(atLine(connection.line), key.left(maxConnectionMembers)),
                  ProfileWords::tr(message));
}

/// What XML can hold of a text (XML 1.0, 2.2).
QString legal(const QString &text)
{
    QString result = QString::fromUtf8(text.toUtf8()); // half characters become U+FFFD
    result.removeIf([](QChar character) {
        const char16_t code = character.unicode();
        return (code < 0x20 && code != '\n' && code != '\r' && code != '\t') || code >= 0xFFFE;
    });
    return result;
}

/// Writes one element after the other, as Workbench does it.
class WorkbenchWriter
{
public:
    WorkbenchWriter() : m_xml(&m_text)
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(2);
        m_xml.writeStartDocument();
        m_xml.writeStartElement(QStringLiteral("data"));
        m_xml.writeAttribute(QStringLiteral("grt_format"), QStringLiteral("2.0"));
        begin(QStringLiteral("list"), QString());
        m_xml.writeAttribute(QStringLiteral("content-type"), QStringLiteral("object"));
        m_xml.writeAttribute(QStringLiteral("content-struct-name"), connectionType);
    }

    void write(const WorkbenchConnection &connection);
    QByteArray finish()
    {
        m_xml.writeEndDocument();
        return m_text;
    }

private:
    void begin(const QString &type, const QString &key);
    void scalar(const QString &key, const QJsonValue &value);
    void scalars(const QJsonObject &values);
    void characters(const QString &text);

    QByteArray m_text;
    QXmlStreamWriter m_xml;
};

void WorkbenchWriter::begin(const QString &type, const QString &key)
{
    m_xml.writeStartElement(QStringLiteral("value"));
    m_xml.writeAttribute(QStringLiteral("type"), type);
    if (!key.isEmpty())
        m_xml.writeAttribute(QStringLiteral("key"), legal(key));
}

// A carriage return as such would be read as a line end (XML 1.0, 2.11).
void WorkbenchWriter::characters(const QString &text)
{
    const QStringList pieces = legal(text).split(QLatin1Char('\r'));
    for (qsizetype at = 0; at < pieces.size(); ++at) {
        if (at > 0)
            m_xml.writeEntityReference(QStringLiteral("#13"));
        m_xml.writeCharacters(pieces.at(at));
    }
}

void WorkbenchWriter::scalar(const QString &key, const QJsonValue &value)
{
    begin(value.isDouble() ? QStringLiteral("int") : QStringLiteral("string"), key);
    characters(textFrom(value));
    m_xml.writeEndElement();
}

void WorkbenchWriter::scalars(const QJsonObject &values)
{
    for (auto value = values.begin(); value != values.end(); ++value)
        scalar(value.key(), value.value());
}

void WorkbenchWriter::write(const WorkbenchConnection &connection)
{
    begin(QStringLiteral("object"), QString());
    m_xml.writeAttribute(QStringLiteral("struct-name"), connectionType);
    m_xml.writeAttribute(QStringLiteral("id"), legal(connection.id));
    m_xml.writeAttribute(QStringLiteral("struct-checksum"), checksum);
    m_xml.writeStartElement(QStringLiteral("link"));
    m_xml.writeAttribute(QStringLiteral("type"), QStringLiteral("object"));
    m_xml.writeAttribute(QStringLiteral("struct-name"), QStringLiteral("db.mgmt.Driver"));
    m_xml.writeAttribute(QStringLiteral("key"), QStringLiteral("driver"));
    characters(connection.driver);
    m_xml.writeEndElement();
    scalars(connection.values);
    begin(QStringLiteral("dict"), QStringLiteral("parameterValues"));
    scalars(connection.parameters);
    m_xml.writeEndElement();
    scalar(QStringLiteral("name"), connection.name);
    m_xml.writeEndElement();
}

} // namespace

QString WorkbenchConnection::text(QLatin1String key) const
{
    return textFrom(parameters.value(key));
}

Result<QList<WorkbenchConnection>> readWorkbenchXml(const QByteArray &text, Remarks &remarks)
{
    if (auto checked = checkLengths(text); !checked)
        return std::move(checked).error();
    return WorkbenchReader(text, remarks).read();
}

QByteArray writeWorkbenchXml(const QList<WorkbenchConnection> &connections)
{
    WorkbenchWriter writer;
    for (const WorkbenchConnection &connection : connections)
        writer.write(connection);
    return writer.finish();
}

} // namespace latchkey::formats
