// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/remarks.h"

#include "core/profile/profilewords.h"

namespace latchkey::formats {

namespace {

constexpr qsizetype maxRemarks = 5000;
constexpr qsizetype readableName = 80;

QString readable(const QString &name)
{
    QString text = name.simplified();
    if (text.size() > readableName)
        text = text.first(readableName) + QChar(0x2026);
    return text;
}

} // namespace

void Remarks::add(const QString &place, const QString &message)
{
    if (isFull())
        return;
    const qsizetype known = m_seen.size();
    m_seen.insert(place + QLatin1Char('\n') + message);
    if (m_seen.size() > known)
        m_remarks.append({place, message});
}

bool Remarks::isFull() const
{
    return m_remarks.size() >= maxRemarks;
}

QList<Remark> Remarks::take()
{
    if (isFull())
        m_remarks.append({QString(), ProfileWords::tr("There are more remarks than are shown, and what "
                                                      "follows may not have been read. Correct these "
                                                      "places first.")});
    m_seen.clear();
    return std::exchange(m_remarks, {});
}

QString atLine(qsizetype line)
{
    return ProfileWords::tr("line %1").arg(line);
}

QString atConnection(const QString &name)
{
    return ProfileWords::tr("connection “%1”").arg(readable(name));
}

QString atConnection(const QString &name, const QString &key)
{
    return ProfileWords::tr("connection “%1”, %2").arg(readable(name), readable(key));
}

} // namespace latchkey::formats
