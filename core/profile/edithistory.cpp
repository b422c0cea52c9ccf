// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/edithistory.h"

#include "core/profile/profilewords.h"

namespace latchkey {

namespace {

constexpr std::size_t maxSteps = 100;

Error nothingThere(const char *text)
{
    return {Error::Code::NotFound, ProfileWords::tr(text), QString(), 0};
}

} // namespace

void EditHistory::push(DocumentChange change, const QString &description)
{
    if (change.isEmpty())
        return;
    const QString text = description.isEmpty() ? change.description() : description;
    m_undone.clear();
    m_done.push_back({std::move(change), text});
    if (m_done.size() > maxSteps)
        m_done.pop_front();
}

QString EditHistory::undoText() const
{
    return canUndo() ? m_done.back().description : QString();
}

QString EditHistory::redoText() const
{
    return canRedo() ? m_undone.back().description : QString();
}

Result<> EditHistory::apply(const DocumentChange &change, ProfileDocument &document)
{
    const ProfileDocument before = document;
    if (auto applied = change.applyTo(document); !applied)
        return applied;
    m_applied = DocumentChange::between(before, document);
    return Ok{};
}

Result<> EditHistory::undo(ProfileDocument &document)
{
    if (!canUndo())
        return nothingThere(QT_TRANSLATE_NOOP("latchkey::ProfileWords", "There is nothing to undo."));
    return apply(m_done.back().change.reversed(), document);
}

Result<> EditHistory::redo(ProfileDocument &document)
{
    if (!canRedo())
        return nothingThere(QT_TRANSLATE_NOOP("latchkey::ProfileWords", "There is nothing to redo."));
    return apply(m_undone.back().change, document);
}

void EditHistory::undone()
{
    m_undone.push_back({m_applied.reversed(), m_done.back().description});
    m_done.pop_back();
}

void EditHistory::redone()
{
    m_done.push_back({m_applied, m_undone.back().description});
    m_undone.pop_back();
}

} // namespace latchkey
