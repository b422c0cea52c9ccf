// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

class QFormLayout;

namespace latchkey {

/// Puts the labels of one-line fields on the line of what stands in these; QFormLayout has them a little above. After the last row.
void alignLabels(const QFormLayout &form);

} // namespace latchkey
