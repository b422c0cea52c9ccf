// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/schema/schemasearch.h"

#include "core/base/whendone.h"

namespace latchkey {

namespace {

constexpr auto afterTyping = std::chrono::milliseconds(350);
constexpr qsizetype leastText = 2;

QString problemText(const Error &error)
{
    if (schema::tookTooLong(error))
        return SchemaSearch::tr(
            "The server needed more than %n second(s) to look through all names, so it was "
            "stopped. Open the database to search in it alone.",
            nullptr, static_cast<int>(schema::longestSearch.count()));
    return error.message;
}

} // namespace

SchemaSearch::SchemaSearch(schema::SchemaCache &cache, QObject *parent) : QObject(parent), m_cache(cache)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(afterTyping);
    connect(&m_pause, &QTimer::timeout, this, &SchemaSearch::ask);
    connect(&cache, &schema::SchemaCache::cleared, this, [this] {
        m_asked.clear(); // an answer of another server is not for here
        setText({});
    });
}

void SchemaSearch::setText(const QString &text)
{
    m_text = text.trimmed();
    m_pause.stop();
    const bool isLongEnough = m_text.size() >= leastText && m_cache.canAsk();
    show(isLongEnough ? m_found : QList<schema::FoundName>(), {});
    if (isLongEnough)
        m_pause.start();
}

void SchemaSearch::ask()
{
    if (!m_asked.isEmpty() || m_text.size() < leastText || !m_cache.canAsk())
        return; // take() asks for the next one
    m_asked = m_text;
    show(m_found, tr("Looking through all names on the server…"));
    whenDone(m_cache.search(m_asked), this,
             [this, asked = m_asked](const Result<schema::NameSearch> &search) {
                 if (asked == m_asked)
                     take(search);
             });
}

void SchemaSearch::take(const Result<schema::NameSearch> &search)
{
    const bool isWanted = std::exchange(m_asked, QString()) == m_text;
    if (!isWanted)
        return m_pause.isActive() ? void() : ask();
    if (!search)
        return show({}, problemText(search.error()));
    show(search->names, search->isCut
                            ? tr("The server has more names like this than can be listed here. Type more "
                                 "of the name.")
                            : QString());
}

void SchemaSearch::show(QList<schema::FoundName> found, const QString &sentence)
{
    if (found == m_found && sentence == m_sentence)
        return;
    m_found = std::move(found);
    m_sentence = sentence;
    Q_EMIT changed();
}

} // namespace latchkey
