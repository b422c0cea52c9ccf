// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/unwantedrows.h"

namespace latchkey::sql {

namespace {

constexpr std::chrono::seconds patience{10};
constexpr std::chrono::seconds patienceOfOthers{1};

} // namespace

std::optional<Error> UnwantedRows::read(Connection &connection, bool inTransaction)
{
    expect();
    std::optional<Alarm> tooMany;
    if (!inTransaction)
        tooMany.emplace(patience, [cutOff = m_cutOff] { cutOff->cut(); });
    auto problem = dropAnswer(connection);
    const std::scoped_lock lock(m_mutex);
    m_isReading = false;
    m_enough = Alarm();
    return problem;
}

void UnwantedRows::expect()
{
    const std::scoped_lock lock(m_mutex);
    m_isReading = true;
    if (m_isClosing)
        m_cutOff->cut();
}

void UnwantedRows::endSoon()
{
    const std::scoped_lock lock(m_mutex);
    if (m_isReading)
        m_enough = Alarm(patienceOfOthers, [cutOff = m_cutOff] { cutOff->cut(); });
}

void UnwantedRows::endNow()
{
    const std::scoped_lock lock(m_mutex);
    m_isClosing = true;
    if (m_isReading)
        m_cutOff->cut();
}

} // namespace latchkey::sql
