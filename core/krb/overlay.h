// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/krb/auroraplan.h"

#include <QByteArray>
#include <QString>

namespace latchkey::krb {

/// Latchkey's own krb5.conf, read by its programs in front of the files that were in effect before: those of the user's
/// KRB5_CONFIG, or the system's. No other file is ever changed.
QString overlayFile();

/// Puts the overlay into this process's KRB5_CONFIG, whether or not it exists yet: libkrb5 passes over files that are
/// missing, and sees this one as soon as it is there. Call at the start, before there is a thread. Does nothing if it is
/// in the list already, or cannot be because of a colon in its path.
void useOverlay();

/// What is going to become of the overlay.
struct OverlayChange
{
    QString file;
    QByteArray before; ///< empty: there is no file, or nothing in it
    QByteArray after; ///< empty: the file is removed

    bool changesAnything() const { return before != after; }

    friend bool operator==(const OverlayChange &, const OverlayChange &) = default;
};

/// Blocking, as are the following. What the plan says is added to what the overlay has already; relations that it
/// names are replaced. InvalidInput with the first of problemsOf(plan); ConfigBroken if the overlay cannot be read.
Result<OverlayChange> overlayWith(const AuroraPlan &plan);

Result<OverlayChange> overlayRemoved();

/// Carries the change out, atomically. FileInaccessible if the file is no longer what it was `before`.
Result<> apply(const OverlayChange &change);

} // namespace latchkey::krb
