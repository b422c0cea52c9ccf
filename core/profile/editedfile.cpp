// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/editedfile.h"

namespace latchkey {

Result<ProfileFile::Reading> EditedFile::read()
{
    auto fresh = m_file.read(known());
    if (fresh && !fresh->damage)
        remember(fresh->document);
    return fresh;
}

void EditedFile::remember(const ProfileDocument &document)
{
    const std::scoped_lock lock(m_guard);
    m_known = document;
}

ProfileFile::Known EditedFile::known() const
{
    const std::scoped_lock lock(m_guard);
    return m_known;
}

Outcome<Ok> EditedFile::step(Result<> (EditHistory::*apply)(ProfileDocument &), void (EditHistory::*done)(),
                             void (EditHistory::*drop)(), ProfileFile::Damage policy)
{
    auto saved =
        m_file.edit([&](ProfileDocument &document) { return (m_history.*apply)(document); }, policy, known());
    if (saved)
        (m_history.*done)();
    else if (saved.error().code == Error::Code::InvalidInput)
        (m_history.*drop)();
    return outcome<Ok>(std::move(saved), Result<>(Ok{}));
}

Outcome<Ok> EditedFile::undo(ProfileFile::Damage policy)
{
    return step(&EditHistory::undo, &EditHistory::undone, &EditHistory::dropUndo, policy);
}

Outcome<Ok> EditedFile::redo(ProfileFile::Damage policy)
{
    return step(&EditHistory::redo, &EditHistory::redone, &EditHistory::dropRedo, policy);
}

} // namespace latchkey
