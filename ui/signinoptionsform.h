// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/ticket.h"
#include "ui/signinoptions.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;

namespace latchkey {

/// The fields of SignInOptions.
class SignInOptionsForm : public QWidget
{
    Q_OBJECT
public:
    explicit SignInOptionsForm(QWidget *parent = nullptr);

    /// Those that can be chosen: to put the ticket into, or to protect the sign-in with.
    void setCaches(const QList<krb::Cache> &caches, Instant now);

    SignInOptions options() const;
    void setOptions(const SignInOptions &options);

Q_SIGNALS:
    void changed();

private:
    QComboBox *addChoice(const char *name, const QString &label, const QString &tip);
    QCheckBox *addTick(const char *name, const QString &text, const QString &tip);
    void fillSpans();

    QFormLayout *m_form = nullptr;
    QComboBox *m_lifetime = nullptr;
    QComboBox *m_renewable = nullptr;
    QComboBox *m_forwardable = nullptr;
    QComboBox *m_proxiable = nullptr;
    QComboBox *m_addressless = nullptr;
    QComboBox *m_cache = nullptr;
    QComboBox *m_armor = nullptr;
    QCheckBox *m_canonicalize = nullptr;
    QCheckBox *m_enterprise = nullptr;
};

} // namespace latchkey
