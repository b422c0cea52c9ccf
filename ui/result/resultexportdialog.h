// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/result/resultexport.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTimer;

namespace latchkey {

class ErrorBanner;

/// Asks for a format and what goes with it, and writes a result to a file: the rows that are here, or all of them by
/// running the statement again. Shows how far it is; can be cancelled at any moment, which closing it does too.
class ResultExportDialog : public QDialog
{
    Q_OBJECT
public:
    struct Source
    {
        result::Cells here; ///< asked on this thread; must stay readable for as long as the dialog lives
        QString missing; ///< a sentence on what `here` lacks of the statement's rows; empty: nothing
        QString statement;
        ResultExport::Run run; ///< empty: the statement cannot be run again
    };
    explicit ResultExportDialog(Source source, QWidget *parent = nullptr);

    /// What the controls say.
    ResultExport::Target target(const QString &file) const;
    void writeTo(const QString &file);
    bool isExporting() const { return m_export->isRunning(); }

    void accept() override; ///< asks where to
    void reject() override; ///< cancels what runs, or closes

private:
    void build();
    void addRows(QFormLayout *form);
    void addOptions(QFormLayout *form);
    QWidget *buildButtons();
    void showOptions();
    void showProgress();
    void showOutcome(const Result<> &outcome);
    void setExporting(bool isExporting);
    result::RowFormat format() const;
    bool runsAgain() const;
    QString amount() const;

    const Source m_source;
    ResultExport *m_export;
    QString m_file; ///< being written
    ErrorBanner *m_banner = nullptr;
    QWidget *m_choices = nullptr;
    QFormLayout *m_form = nullptr;
    QComboBox *m_what = nullptr;
    QComboBox *m_format = nullptr;
    QComboBox *m_encoding = nullptr;
    QComboBox *m_binary = nullptr;
    QCheckBox *m_header = nullptr;
    QCheckBox *m_guard = nullptr;
    QLineEdit *m_null = nullptr;
    QLineEdit *m_table = nullptr;
    QProgressBar *m_bar = nullptr;
    QLabel *m_amount = nullptr;
    QTimer *m_ticks = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace latchkey
