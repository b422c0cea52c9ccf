// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profile.h"

#include <QDialog>

class QLineEdit;
class QListView;

namespace latchkey {

/// A list of the profiles under a field: type a few letters, the best match comes first, Enter connects, Ctrl+Enter
/// opens it in a terminal.
class QuickOpen : public QDialog
{
    Q_OBJECT
public:
    /// `recent`: ids, the last one first; these and favourites come before others that match as well.
    QuickOpen(const QList<Profile> &profiles, const QStringList &recent, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QUuid &id);
    void chosenForTerminal(const QUuid &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class List;

    void choose(void (QuickOpen::*signal)(const QUuid &id));

    QLineEdit *m_field = nullptr;
    QListView *m_list = nullptr;
};

} // namespace latchkey
