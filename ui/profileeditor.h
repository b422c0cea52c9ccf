// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/profile.h"
#include "core/profile/validation.h"

#include <QDialog>
#include <QFuture>
#include <QMap>
#include <QSet>

#include <functional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace latchkey {

class ErrorBanner;

/// Edits one profile. What is wrong is said at its field while typing; what the store says, in a banner.
class ProfileEditor : public QDialog
{
    Q_OBJECT
public:
    /// Answers when it is saved; until then the editor waits, and stays open if it is not.
    using Save = std::function<QFuture<Result<Profile>>(const Profile &)>;

    /// `folders` ("Production/Europe") and `principals` are offered, not demanded.
    ProfileEditor(Profile profile, Save save, const QStringList &folders, const QStringList &principals,
                  QWidget *parent = nullptr);

    /// As the fields say now.
    Profile profile() const;

    void accept() override;

private:
    using Field = FieldProblem::Field;

    QWidget *buildGeneral(const QStringList &folders);
    QWidget *buildServer();
    QWidget *buildIdentity(const QStringList &principals);
    QWidget *buildTls();
    QWidget *section(const QString &title, QFormLayout *form);
    QLineEdit *edit(const QString &objectName, const QString &placeholder, const QString &name);
    void addRow(QFormLayout *form, const QString &label, QWidget *field, Field what);
    void addRow(QFormLayout *form, const QString &label, QWidget *field);
    void fill(const Profile &profile);
    void watch();
    void touched(Field field);
    void check();
    void updateFields();
    void save();
    void saved(const Result<Profile> &profile);

    Profile m_profile;
    Save m_save;
    QSet<int> m_touched; ///< fields whose problems are shown
    QList<QLabel *> m_labels; ///< of the rows, all of one width
    QMap<int, QLabel *> m_problems;
    QMap<int, QWidget *> m_widgets;
    ErrorBanner *m_banner = nullptr;
    QWidget *m_pages = nullptr;
    QWidget *m_focus = nullptr; ///< before the editor began to wait
    QPushButton *m_saveButton = nullptr;

    QLineEdit *m_name = nullptr;
    QComboBox *m_folder = nullptr;
    QComboBox *m_environment = nullptr;
    QComboBox *m_colour = nullptr;
    QCheckBox *m_readOnly = nullptr;
    QLineEdit *m_host = nullptr;
    QLineEdit *m_port = nullptr;
    QLineEdit *m_schema = nullptr;
    QComboBox *m_authentication = nullptr;
    QComboBox *m_principal = nullptr;
    QLineEdit *m_account = nullptr;
    QLineEdit *m_keytab = nullptr;
    QLineEdit *m_spn = nullptr;
    QComboBox *m_tls = nullptr;
    QLineEdit *m_caFile = nullptr;
    QPlainTextEdit *m_notes = nullptr;
};

} // namespace latchkey
