// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/realmservice.h"

#include <QDialog>
#include <QHash>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QStackedWidget;

namespace latchkey {

class DiffView;
class ErrorBanner;

/// Asks for the directory of an Aurora cluster, shows how Latchkey's own part of krb5.conf would change, and changes it
/// when the person agrees.
class RealmWizard : public QDialog
{
    Q_OBJECT
public:
    /// `service` must outlive the dialog.
    explicit RealmWizard(const krb::RealmService &service, QWidget *parent = nullptr);

    /// As a person would, for users on premises.
    void fillIn(const QString &directory, const QString &onPremises);
    /// Goes on to how the file changes, or says what is missing.
    void showChange();
    bool showsChange() const;
    /// What the fields say.
    krb::AuroraPlan plan() const;

Q_SIGNALS:
    /// The file is changed; the dialog closes.
    void written();

private:
    using Field = krb::PlanProblem::Field;

    QWidget *buildQuestions();
    QWidget *buildAnswer();
    QWidget *buildKinds();
    QLayout *buildButtons();
    QLineEdit *addField(QFormLayout *form, Field what, const QString &label, const QString &placeholder);
    QString hint(Field what) const;
    void updateFields();
    void check();
    void ask();
    void present(const krb::OverlayChange &change);
    void back();
    void write();
    void setBusy(bool busy);

    const krb::RealmService &m_service;
    krb::OverlayChange m_change;
    QHash<Field, bool> m_touched;
    ErrorBanner *m_banner = nullptr;
    QStackedWidget *m_pages = nullptr;
    QRadioButton *m_managed = nullptr;
    QRadioButton *m_trust = nullptr;
    QHash<Field, QLineEdit *> m_fields;
    QHash<Field, QLabel *> m_hints; ///< below the fields: what is wrong, or what it leads to
    QFormLayout *m_form = nullptr;
    QComboBox *m_default = nullptr;
    QLabel *m_what = nullptr;
    DiffView *m_diff = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_write = nullptr;
};

} // namespace latchkey
