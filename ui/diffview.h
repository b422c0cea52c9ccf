// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/linediff.h"

#include <QPlainTextEdit>

namespace latchkey {

/// How a file is going to change, for reading: a mark and a colour for each line that comes or goes.
class DiffView : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit DiffView(QWidget *parent = nullptr);

    void setDiff(const QList<DiffLine> &diff);

protected:
    void changeEvent(QEvent *event) override;

private:
    void colourLines();

    QList<DiffLine> m_diff;
};

} // namespace latchkey
