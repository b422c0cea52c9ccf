// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/realmcheck.h"
#include "ui/theme.h"

#include <QScrollArea>

class QVBoxLayout;

namespace latchkey {

/// What was found wrong, each with its severity, what to do about it, and where it is written.
class FindingList : public QScrollArea
{
    Q_OBJECT
public:
    explicit FindingList(QWidget *parent = nullptr);

    void setFindings(const QList<krb::Finding> &findings);
    /// One sentence, where there is nothing to list.
    void setSentence(const QString &icon, theme::Colour colour, const QString &sentence);
    /// What it takes to show everything.
    int contentHeight() const { return widget()->minimumHeight(); }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void clear();
    void addRow(const QString &icon, theme::Colour colour, const QString &word, const QString &sentence,
                const QStringList &below);
    void recolour();
    void fit();

    QVBoxLayout *m_rows = nullptr;
};

} // namespace latchkey
