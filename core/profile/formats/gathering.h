// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/codec.h"
#include "core/profile/formats/remarks.h"

#include <QSet>

#include <optional>

namespace latchkey::formats {

/// What a codec finds, while it reads.
class Gathering
{
public:
    /// `tool` is the codec's word, which origins begin with.
    explicit Gathering(const QString &tool) : m_tool(tool) { }

    /// Takes the profile under an id and origin made from `identifier`, its name in the tool. The second one of the same
    /// identifier is left out with a remark, and so are those without a host and those beyond maxConnections.
    void add(Profile profile, const QString &identifier, const QString &place,
             const std::optional<Unsaid> &unsaid = std::nullopt);
    void add(Folder folder, const QString &identifier);
    void skip() { ++m_content.skipped; }
    /// The same, with a remark that it is no connection to MySQL or MariaDB.
    void skip(const QString &place);
    void remark(const QString &place, const QString &message) { m_remarks.add(place, message); }
    Remarks &remarks() { return m_remarks; }

    /// InvalidInput, with the first remark, if there is nothing at all.
    Result<Content> take();

private:
    bool isNew(const QString &origin);

    QString m_tool;
    Content m_content;
    Remarks m_remarks;
    QSet<QString> m_origins;
};

} // namespace latchkey::formats
