// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/exporter.h"

#include <QDialog>

#include <stop_token>

class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace latchkey {

class ErrorBanner;

/// Asks for a format, says what it cannot hold, and writes the file.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    /// All profiles, or those of `selection` if it is not empty; the user may choose between the two.
    ExportDialog(ProfileDocument document, QList<QUuid> selection, QWidget *parent = nullptr);

    /// Writes with the chosen format, for this user only; says so, or why not, in the dialog.
    void writeTo(const QString &file);

    bool isReady() const { return m_isReady; } ///< what would be lost is on the screen

    void accept() override; ///< asks where to

private:
    void build();
    void update();
    void show(const Result<Export> &exported);
    QList<QUuid> wanted() const;
    const formats::Codec &codec() const;

    const ProfileDocument m_document;
    const QList<QUuid> m_selection;
    QByteArray m_bytes; ///< as they would be written
    bool m_isReady = false;
    std::stop_source m_exporting;
    ErrorBanner *m_banner = nullptr;
    QComboBox *m_what = nullptr;
    QComboBox *m_format = nullptr;
    QLabel *m_loss = nullptr;
    QPlainTextEdit *m_remarks = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace latchkey
