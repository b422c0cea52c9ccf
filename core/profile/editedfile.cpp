// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/editedfile.h"

namespace latchkey {

Outcome<Ok> EditedFile::step(Result<> (EditHistory::*apply)(ProfileDocument &) const,
                             void (EditHistory::*done)(), void (EditHistory::*drop)(),
                             ProfileFile::Damage policy)
{
    auto saved = m_file.edit([&](ProfileDocument &document) { return (m_history.*apply)(document); }, policy);
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
