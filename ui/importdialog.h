// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/importer.h"
#include "core/profile/profilestore.h"

#include <QDialog>

#include <functional>
#include <stop_token>

class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTreeView;

namespace latchkey {

class ErrorBanner;
class ImportModel;
class WaitingRow;

/// Shows what importing would do, row by row, and does it as one edit. Whatever the file brings that is risky is taken
/// only with a tick.
class ImportDialog : public QDialog
{
    Q_OBJECT
public:
    using Sources = QList<formats::Source>;
    /// Gives what is to be imported; called on another thread.
    using Read = std::function<Result<Sources>()>;

    /// `from` says where it comes from, for the title. `store` must outlive the dialog.
    ImportDialog(ProfileStore &store, const QString &from, Read read, const QStringList &folders,
                 QWidget *parent = nullptr);
    ~ImportDialog() override;

    bool isReady() const { return m_isReady; } ///< the plan, or why there is none, is on the screen

    void accept() override;

Q_SIGNALS:
    /// How many profiles were made or changed.
    void imported(int count);

private:
    QTreeView *buildRows();
    QWidget *buildOptions(const QStringList &folders);
    void read(const Read &read);
    void plan();
    void showPlan(const ImportPlan &plan);
    void showRisks(const ImportPlan &plan);
    void showRemarks(const ImportPlan &plan);
    void showReason();
    void update();
    ImportOptions options() const;

    ProfileStore &m_store;
    Sources m_sources;
    ImportModel *m_model = nullptr;
    ErrorBanner *m_banner = nullptr;
    QLabel *m_summary = nullptr;
    QComboBox *m_into = nullptr;
    QList<std::pair<Risk, QCheckBox *>> m_consents;
    QTreeView *m_rows = nullptr;
    QLabel *m_reason = nullptr; ///< of the current row, whole
    QPlainTextEdit *m_remarks = nullptr;
    WaitingRow *m_waiting = nullptr;
    QPushButton *m_import = nullptr;
    std::stop_source m_planning;
    bool m_isReady = false;
    bool m_isCurrent = false; ///< the plan is what the options say
};

} // namespace latchkey
