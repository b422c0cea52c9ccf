// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/settings.h"

#include <QDialog>

#include <functional>
#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QToolButton;

namespace latchkey {

/// What the person decides once. Each change takes effect at once; there is nothing to confirm.
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit SettingsDialog(const Settings &settings, QWidget *parent = nullptr);

    /// Puts what is chosen here into `settings`, and leaves the rest.
    void store(Settings &settings) const;

    /// What this desktop can do; what it cannot, is said beside the option.
    void setHasTray(bool hasTray);
    void setTellsIdleTime(bool tells);

Q_SIGNALS:
    void changed();

private:
    QWidget *buildAppearance();
    QWidget *buildStatements();
    QWidget *buildTickets();
    QWidget *buildRenewal();
    QWidget *buildDestroy();
    QWidget *buildDesktop();
    QCheckBox *option(const char *name, const QString &text, bool on);
    QComboBox *minutes(const char *name, std::chrono::minutes value, QList<int> choices);
    QComboBox *days(const char *name, std::chrono::days value, QList<int> choices);
    QComboBox *numbers(const char *name, int chosen, QList<int> choices,
                       const std::function<QString(int)> &text);
    QLabel *remark(const char *name);
    static void say(QLabel *remark, const QString &text);
    void present();

    const Settings m_before;
    bool m_hasTray = true;
    std::optional<bool> m_tellsIdleTime; ///< none: the desktop has not said yet
    QComboBox *m_theme = nullptr;
    QCheckBox *m_history = nullptr;
    QCheckBox *m_renews = nullptr;
    QToolButton *m_more = nullptr; ///< shows the rows below
    QWidget *m_renewalRows = nullptr;
    QComboBox *m_renewAt = nullptr;
    QComboBox *m_renewalInterval = nullptr;
    QComboBox *m_longestRetry = nullptr;
    QComboBox *m_firstWarning = nullptr;
    QComboBox *m_secondWarning = nullptr;
    QComboBox *m_passwordWarning = nullptr;
    QCheckBox *m_onLock = nullptr;
    QCheckBox *m_onExit = nullptr;
    QCheckBox *m_whenIdle = nullptr;
    QComboBox *m_idleMinutes = nullptr;
    QLabel *m_idleRemark = nullptr;
    QCheckBox *m_tray = nullptr;
    QCheckBox *m_stays = nullptr;
    QLabel *m_trayRemark = nullptr;
    QCheckBox *m_notices = nullptr;
};

} // namespace latchkey
