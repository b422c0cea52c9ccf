// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QLabel>

namespace latchkey {

class PasswordField;

/// Says, while a new password is typed for the second time, that it is no longer the first one.
class MismatchHint : public QLabel
{
    Q_OBJECT
public:
    /// Both must outlive the hint.
    MismatchHint(const PasswordField &first, const PasswordField &again, QWidget *parent = nullptr);

    /// Something is typed, and twice the same.
    bool fits() const;

Q_SIGNALS:
    /// fits() may differ from before.
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void compare();

    const PasswordField &m_first;
    const PasswordField &m_again;
};

} // namespace latchkey
