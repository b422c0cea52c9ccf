// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/schema/completer.h"

#include "ui/sqleditor.h"

#include <algorithm>

namespace latchkey {

namespace {

constexpr qsizetype lettersToBegin = 2;
constexpr qsizetype mostOffered = 500; // a list that nobody reads to its end

QString offerIcon(schema::Proposal::Kind kind)
{
    switch (kind) {
    case schema::Proposal::Kind::Column:
        return u"column"_qs;
    case schema::Proposal::Kind::Relation:
    case schema::Proposal::Kind::Alias:
        return u"table"_qs;
    case schema::Proposal::Kind::Database:
        return u"database"_qs;
    case schema::Proposal::Kind::Routine:
    case schema::Proposal::Kind::Function:
        return u"routine"_qs;
    case schema::Proposal::Kind::Keyword:
        return u"dot"_qs;
    }
    return {};
}

} // namespace

Completer::Completer(schema::SchemaCache &cache, QObject *parent) : QObject(parent), m_cache(cache)
{
    connect(&cache, &schema::SchemaCache::changed, this, &Completer::takeChange);
}

void Completer::setEditor(SqlEditor *editor)
{
    if (m_editor)
        m_editor->disconnect(this);
    m_editor = editor;
    m_wanted.clear();
    connect(editor, &SqlEditor::typed, this, &Completer::onTyped);
    connect(editor, &SqlEditor::completionRequested, this, [this] { offer(true); });
}

void Completer::onTyped()
{
    if (m_automatic || m_editor->isOffering())
        offer(false);
}

void Completer::offer(bool isAskedFor)
{
    const qsizetype cursor = m_editor->cursor();
    const schema::CompletionContext context = schema::completionAt(m_editor->text(), cursor);
    const bool isEnough = isAskedFor || !context.qualifier.isEmpty() || context.typed.size() >= lettersToBegin
                          || (m_editor->isOffering() && !context.typed.isEmpty());
    m_wanted.clear();
    if (!isEnough)
        return m_editor->stopOffering();
    const auto known = [this](const schema::Branch &branch) { return m_cache.entries(branch); };
    const schema::Completion completion = schema::complete(context, known, m_database);
    m_wanted = completion.wanted;
    m_place = cursor;
    m_wasAskedFor = isAskedFor;
    const bool isComplete =
        !isAskedFor
        && std::any_of(completion.proposals.begin(), completion.proposals.end(), [&](const auto &proposal) {
               return proposal.text.compare(context.typed, Qt::CaseInsensitive) == 0;
           });
    QList<SqlEditor::Offer> offers;
    for (const schema::Proposal &proposal : completion.proposals.mid(0, isComplete ? 0 : mostOffered))
        offers.append({offerIcon(proposal.kind), proposal.text});
    m_editor->offer(offers, context.begin);
    for (const schema::Branch &branch : completion.wanted)
        m_cache.read(branch);
}

void Completer::takeChange()
{
    const bool isThere = std::any_of(m_wanted.begin(), m_wanted.end(), [this](const schema::Branch &branch) {
        return m_cache.entries(branch) != nullptr;
    });
    if (isThere && m_editor && m_editor->cursor() == m_place)
        offer(m_wasAskedFor);
}

} // namespace latchkey
