// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/connect/connectionpreview.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace latchkey {

/// What comes of the fields above it while they are typed: who connects, if that has to be filled in, which SPN is accepted,
/// and the command that connects alike. All can be copied.
class PreviewPane : public QWidget
{
    Q_OBJECT
public:
    explicit PreviewPane(QWidget *parent = nullptr);

    void show(const ConnectionPreview &preview);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line
    {
        QLabel *name = nullptr;
        QLineEdit *value = nullptr;
        QToolButton *copy = nullptr;
        QLabel *note = nullptr;
    };

    Line addLine(const char *name, const QString &text, QGridLayout *grid);
    void fill(const Line &line, const QString &value, const QString &note);
    void recolour();

    Line m_identity; ///< only where there is something to say
    Line m_spn;
    Line m_command;
};

} // namespace latchkey
