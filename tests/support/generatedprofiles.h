// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profiledocument.h"

#include <QRandomGenerator>

namespace latchkey::test {

/// Profiles that nobody would think of: names with quotes, slashes, emoji, right-to-left text, and very long ones. The
/// same ones for the same seed, all of them valid.
class GeneratedProfiles
{
public:
    explicit GeneratedProfiles(quint32 seed) : m_random(seed) { }

    int below(int limit) { return static_cast<int>(m_random.bounded(limit)); }
    bool chance() { return below(2) == 0; }

    QString text(int mostPieces)
    {
        static const QStringList pieces{
            QStringLiteral("orders"), QStringLiteral("\"quoted\""),  QStringLiteral("it's"),
            QStringLiteral("a/b"),    QStringLiteral("back\\slash"), QStringLiteral("<tag>&amp;"),
            QStringLiteral("🐬"),      QStringLiteral("قاعدة"),       QStringLiteral("]]>"),
            QStringLiteral("{}[]:,"), QStringLiteral("été"),         QStringLiteral("%20?x=1#y"),
            QStringLiteral("= ; |"),  QStringLiteral("\u200b"),      QStringLiteral("データ")};
        QString result = pieces.at(below(static_cast<int>(pieces.size())));
        for (int count = below(mostPieces); count > 0; --count)
            result += QLatin1Char(' ') + pieces.at(below(static_cast<int>(pieces.size())));
        return result;
    }

    /// As files bring it, which need not be valid: lines, controls, 10 kB.
    QString hostileText()
    {
        static const QStringList extremes{QStringLiteral("two\nlines"),   QStringLiteral("bell\a and tab\t"),
                                          QStringLiteral("\u202eturned"), QString(10'000, QLatin1Char('x')),
                                          QStringLiteral("   "),          QStringLiteral("half\xd83d")};
        return chance() ? text(4) : extremes.at(below(static_cast<int>(extremes.size())));
    }

    QString path() { return QLatin1Char('/') + text(3); }

    Profile profile()
    {
        Profile profile;
        profile.name = text(6).left(200) + QString::number(++m_number);
        for (int depth = below(4); depth > 0; --depth)
            profile.folder.append(text(2));
        profile.host = QStringLiteral("db%1.example.com").arg(m_number);
        profile.port = static_cast<std::uint16_t>(1 + below(65'535));
        if (chance())
            profile.account = text(3);
        if (chance())
            profile.schema = text(3);
        profile.authentication = chance() ? Authentication::Kerberos : Authentication::Password;
        if (chance())
            profile.kerberosConfig = path();
        profile.tls = static_cast<TlsPolicy>(below(4));
        if (chance())
            profile.tlsFiles = {path(), path(), path()};
        profile.timeouts.connect = std::chrono::seconds(below(1000));
        addLook(profile);
        return profile;
    }

private:
    void addLook(Profile &profile)
    {
        if (chance())
            profile.identity.principal = QStringLiteral("alice%1@CORP.EXAMPLE.COM").arg(below(9));
        if (chance() && !profile.identity.principal.isEmpty())
            profile.identity.keytab = path();
        if (chance())
            profile.timeouts.keepAlive = std::chrono::seconds(1 + below(1000));
        if (chance())
            profile.session.statements = {QStringLiteral("SET @a = '") + text(2) + QLatin1Char('\''),
                                          text(3)};
        profile.environment = static_cast<Environment>(below(4));
        profile.readOnly = chance();
        if (chance())
            profile.colour = QStringLiteral("#%1").arg(below(0xffffff), 6, 16, QLatin1Char('0'));
        if (chance())
            profile.tags = {text(2) + QLatin1Char('1'), text(2) + QLatin1Char('2')};
        if (chance())
            profile.notes = text(4) + QStringLiteral("\nsecond line\t") + text(2);
    }

    QRandomGenerator m_random;
    int m_number = 0;
};

} // namespace latchkey::test
