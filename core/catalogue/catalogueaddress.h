// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QUrl>

namespace latchkey {

/// The address of a catalogue on a web server. InvalidInput, with what to do, for anything but https, also on this computer
/// itself: whoever can change a catalogue on its way says where passwords go. No user, password or fragment in it. Pure.
Result<QUrl> webAddress(const QString &text);

/// What may be entered as a subscription's source: such an address, or an absolute path.
Result<> checkSource(const QString &source);

/// Where an answer's Location leads. TlsMissing if that is not https, ProtocolError if it is nowhere. Pure.
Result<QUrl> redirected(const QUrl &from, const QByteArray &location);

} // namespace latchkey
