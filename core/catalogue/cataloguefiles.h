// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalogue/catalogue.h"

#include <functional>

namespace latchkey {

/// The subscriptions and the copies of their catalogues on the disk: catalogues.json, and a file for each copy in the folder
/// "catalogues" beside it, so that everything works offline. Written atomically, 0600. Every edit is lock, read, change, write.
/// A value, for any thread; everything blocks.
class CatalogueFiles
{
public:
    /// `folder`: where they are, paths::configDir().
    explicit CatalogueFiles(QString folder) : m_folder(std::move(folder)) { }

    QString listFile() const;
    QString copyFile(const QUuid &subscription) const;

    /// No file is no subscription. FileDamaged names the place.
    Result<QList<Subscription>> subscriptions() const;
    /// NotFound if there is none with that id.
    Result<Subscription> subscription(const QUuid &id) const;
    /// Lets `change` work on the subscriptions as they are in the file now, and saves them unless it refuses.
    using Change = std::function<Result<>(QList<Subscription> &)>;
    Result<> edit(const Change &change) const;
    /// The same for the one with that id; NotFound if there is none.
    Result<Subscription> editOne(const QUuid &id,
                                 const std::function<Result<>(Subscription &)> &change) const;

    bool hasCopy(const QUuid &subscription) const;
    /// What has been fetched last. Without a copy an empty document.
    Result<ProfileDocument> copy(const QUuid &subscription) const;
    bool isCopy(const QUuid &subscription, QByteArrayView content) const;
    Result<> saveCopy(const QUuid &subscription, QByteArrayView content) const;
    void removeCopy(const QUuid &subscription) const;

    /// All catalogues, sorted by name. One whose copy cannot be read is empty, with the reason as its problem.
    Result<QList<Catalogue>> catalogues() const;

private:
    QString m_folder;
};

} // namespace latchkey
