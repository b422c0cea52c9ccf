// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/profiledocument.h"

#include <QList>

#include <optional>

namespace latchkey {

/// What an edit has done to the profiles and folders of a document: each that it touched, as it was and as it became.
/// Pure.
class DocumentChange
{
public:
    template <typename Entry>
    struct Touched
    {
        std::optional<Entry> before; ///< nothing: it was added
        std::optional<Entry> after; ///< nothing: it was removed

        friend bool operator==(const Touched &, const Touched &) = default;
    };

    static DocumentChange between(const ProfileDocument &before, const ProfileDocument &after);

    bool isEmpty() const { return m_profiles.isEmpty() && m_folders.isEmpty(); }
    const QList<Touched<Profile>> &profiles() const { return m_profiles; }
    const QList<Touched<Folder>> &folders() const { return m_folders; }
    /// The change that undoes this one.
    DocumentChange reversed() const;
    /// Makes the same change to a document in which all that it touches still is as it was, but for service names that
    /// logins have pinned since: these stay. Everything else stays as it is. InvalidInput, naming the first that is not or
    /// whose path another has by now, and the document stays.
    Result<> applyTo(ProfileDocument &document) const;
    /// What it does, as a clause in the user's language: "removing “orders”", "changing 3 profiles".
    QString description() const;

private:
    QList<Touched<Profile>> m_profiles;
    QList<Touched<Folder>> m_folders;
};

} // namespace latchkey
