// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/plist.h"

#include "core/profile/formats/textinput.h"
#include "core/profile/formats/xmlinput.h"
#include "core/profile/profilewords.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QXmlStreamReader>

#include <algorithm>

namespace latchkey::formats {

namespace {

constexpr int maxPlistDepth = 64;
constexpr int maxElements = 4'000'000;

class PlistReader
{
public:
    explicit PlistReader(QByteArrayView text) : m_xml(QString::fromUtf8(text)) { }

    Result<QJsonValue> read()
    {
        QJsonValue value;
        if (!nextElement() || m_xml.name() != QLatin1String("plist"))
            fail(ProfileWords::tr("this is no property list"));
        else if (nextElement())
            value = readValue(0);
        while (!m_xml.atEnd() && !m_xml.hasError())
            step();
        if (m_xml.hasError())
            return invalidAt(m_xml.lineNumber(), m_reason.isEmpty() ? m_xml.errorString() : m_reason);
        return value;
    }

private:
    using Token = QXmlStreamReader::TokenType;

    void fail(const QString &reason)
    {
        if (m_xml.hasError())
            return;
        m_reason = reason;
        m_xml.raiseError(reason);
    }

    // The one place that takes tokens: nothing else may come than elements and text.
    Token step()
    {
        const Token token = m_xml.readNext();
        if (token == QXmlStreamReader::EntityReference)
            fail(ProfileWords::tr("an entity is not defined"));
        if (token == QXmlStreamReader::StartElement && ++m_elements > maxElements)
            fail(ProfileWords::tr("there are too many elements"));
        return m_xml.hasError() ? QXmlStreamReader::Invalid : token;
    }

    /// Steps into the next element; false at the end of the one around it.
    bool nextElement()
    {
        for (;;) {
            switch (step()) {
            case QXmlStreamReader::StartElement:
                return true;
            case QXmlStreamReader::EndElement:
            case QXmlStreamReader::EndDocument:
            case QXmlStreamReader::Invalid:
                return false;
            default:
                break;
            }
        }
    }

    QString readText()
    {
        QString text;
        for (;;) {
            switch (step()) {
            case QXmlStreamReader::Characters:
                text += m_xml.text();
                break;
            case QXmlStreamReader::StartElement:
                fail(ProfileWords::tr("an element is where a text belongs"));
                break;
            case QXmlStreamReader::EndElement:
            case QXmlStreamReader::EndDocument:
            case QXmlStreamReader::Invalid:
                return text;
            default:
                break;
            }
        }
    }

    QJsonValue readValue(int depth)
    {
        const QString name = m_xml.name().toString();
        if (depth > maxPlistDepth)
            fail(ProfileWords::tr("lists are nested too deeply"));
        if (m_xml.hasError())
            return {};
        if (name == QLatin1String("dict"))
            return readDictionary(depth);
        if (name == QLatin1String("array"))
            return readArray(depth);
        if (name == QLatin1String("true") || name == QLatin1String("false")) {
            readText();
            return name == QLatin1String("true");
        }
        for (const char *scalar : {"string", "integer", "real", "date", "data"}) {
            if (name == QLatin1String(scalar))
                return readText();
        }
        fail(ProfileWords::tr("an element is unknown in property lists"));
        return {};
    }

    QJsonObject readDictionary(int depth)
    {
        QJsonObject object;
        while (nextElement()) {
            if (m_xml.name() != QLatin1String("key")) {
                fail(ProfileWords::tr("a value has no key"));
                break;
            }
            const QString key = readText();
            if (!nextElement()) {
                fail(ProfileWords::tr("a key has no value"));
                break;
            }
            const QJsonValue value = readValue(depth + 1);
            if (!object.contains(key))
                object.insert(key, value);
        }
        return object;
    }

    QJsonArray readArray(int depth)
    {
        QJsonArray array;
        while (nextElement())
            array.append(readValue(depth + 1));
        return array;
    }

    QXmlStreamReader m_xml; ///< of a QString, so that no declaration changes the encoding
    int m_elements = 0;
    QString m_reason;
};

} // namespace

Result<QJsonValue> plistValue(QByteArrayView text)
{
    if (auto checked = checkDoctype(text, Doctype::External); !checked)
        return std::move(checked).error();
    if (auto checked = checkLengths(text); !checked)
        return std::move(checked).error();
    return PlistReader(text).read();
}

} // namespace latchkey::formats
