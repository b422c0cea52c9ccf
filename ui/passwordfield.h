// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/secret.h"

#include <QLineEdit>

#include <optional>

class QLabel;

namespace latchkey {

/// A field for what nobody else may see. It warns while Caps Lock is on, and gives away what was typed only as a Secret.
class PasswordField : public QLineEdit
{
    Q_OBJECT
public:
    explicit PasswordField(QWidget *parent = nullptr);

    /// What was typed; nothing of it stays in the field.
    Secret take();
    /// Nothing of what was typed stays anywhere.
    void wipe() { take(); }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void noteCapsLock(std::optional<bool> isOn);
    void placeNote();

    std::optional<bool> m_capsLock;
    QLabel *m_note = nullptr;
};

} // namespace latchkey
