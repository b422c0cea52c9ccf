// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/realmservice.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QSplitter;
class QTreeView;

namespace latchkey {

class ErrorBanner;
class FindingList;
class RealmModel;
class RealmWizard;

/// Shows krb5.conf as libkrb5 sees it and what is wrong with it, asks the KDCs, and leads to the wizard. The KDCs are
/// asked when the dialog opens and when the person says so; closing it stops that.
class RealmDialog : public QDialog
{
    Q_OBJECT
public:
    /// `caches` say whose realms matter, and which trusts have worked. `service` must outlive the dialog.
    RealmDialog(const krb::RealmService &service, QList<krb::Cache> caches, QWidget *parent = nullptr);
    ~RealmDialog() override;

    bool isChecking() const { return m_checking; }
    RealmWizard *openWizard();

Q_SIGNALS:
    /// Latchkey's own part of krb5.conf has another content.
    void configurationChanged();

private:
    QTreeView *buildTree();
    QLayout *buildButtons();
    void check();
    void take(const krb::RealmConfig &config);
    void finish(const Result<krb::RealmObservations> &seen);
    void present();
    void presentFindings();
    void fitFindings();
    void openSections();
    void remove();
    void setChecking(bool checking);

    const krb::RealmService &m_service;
    const QList<krb::Cache> m_caches;
    std::stop_source m_stop;
    krb::RealmConfig m_config;
    krb::RealmObservations m_seen;
    QStringList m_scope;
    bool m_checking = false;
    RealmModel *m_model = nullptr;
    ErrorBanner *m_banner = nullptr;
    QSplitter *m_parts = nullptr;
    FindingList *m_findings = nullptr;
    QTreeView *m_tree = nullptr;
    QLabel *m_progress = nullptr;
    QPushButton *m_check = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace latchkey
