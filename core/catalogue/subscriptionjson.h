// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalogue/subscription.h"

#include <QByteArrayView>
#include <QList>

namespace latchkey {

/// The text of catalogues.json: `"format": "latchkey-catalogues"`, `"version": 1`.
QByteArray writeSubscriptions(const QList<Subscription> &subscriptions);

/// Untrusted input. FileDamaged names the line; FileInaccessible if a newer Latchkey wrote it. `file` is its name, for the
/// message.
Result<QList<Subscription>> readSubscriptions(QByteArrayView text, const QString &file);

} // namespace latchkey
