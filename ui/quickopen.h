// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profile.h"

#include <QDialog>

class QLineEdit;
class QListView;

namespace latchkey {

/// A list of every profile under a field: type a few letters, Enter connects.
class QuickOpen : public QDialog
{
    Q_OBJECT
public:
    explicit QuickOpen(const QList<Profile> &profiles, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QUuid &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose();

    QLineEdit *m_field = nullptr;
    QListView *m_list = nullptr;
};

} // namespace latchkey
