// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace latchkey::test {

/// A session bus of this process's own, on which nothing can be started by a call, and GNOME Keyring on it when it is
/// wanted, all in a folder of their own. Both end with this object. Start it from the main thread, before anything has
/// looked for a bus: a process keeps the first one that it finds.
class KeyringPlace
{
public:
    KeyringPlace() = default;
    KeyringPlace(const KeyringPlace &) = delete;
    KeyringPlace &operator=(const KeyringPlace &) = delete;
    ~KeyringPlace();

    static QString missingForBus(); ///< the package that must be installed for startBus(); empty if it is
    static QString missingForKeyring();

    /// Points this process's environment at the bus and the folders. False: problem() says why.
    bool startBus();
    /// Unlocked, as after a login to the desktop.
    bool startKeyring();
    void stopKeyring();
    /// Locks every collection, as a screen locker does; no program here could show the question that unlocks it.
    bool lockKeyring() const;
    bool unlockKeyring();
    /// Keeps the process from answering anything, or lets it go on.
    void freezeKeyring(bool frozen) const;

    QString problem() const { return m_problem; }
    QString folder() const { return m_folder.path(); }
    /// What every file of the place holds, and everything that bus and keyring have printed.
    QByteArray everything();

private:
    bool waitForName(const QString &name, bool present) const;

    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_keyring;
    QByteArray m_printed;
    QString m_problem;
};

} // namespace latchkey::test
