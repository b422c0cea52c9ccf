// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <thread>

namespace latchkey::test {

/// The cache daemon of the KCM protocol (krb5's src/include/kcm.h), with what libkrb5 needs of it. As sssd's (2.8), it
/// lists all credentials in one step, cannot remove single ones or replace all, and a credential takes the place of the
/// one for the same service.
class KcmDouble
{
public:
    KcmDouble();
    ~KcmDouble();
    KcmDouble(const KcmDouble &) = delete;
    KcmDouble &operator=(const KcmDouble &) = delete;

    /// For kcm_socket in krb5.conf.
    QString socket() const { return m_folder.filePath(QStringLiteral("kcm.socket")); }

private:
    struct Stored
    {
        QByteArray name;
        QByteArray principal;
        QByteArray offset;
        QList<QByteArray> credentials;
    };
    struct Answer
    {
        qint32 code = 0;
        QByteArray payload;
    };

    void run();
    bool serve(int client);
    Answer answer(int operation, const QByteArray &arguments);
    Answer answerOnCache(int operation, const QByteArray &name, const QByteArray &rest);
    Stored *find(const QByteArray &name);

    QTemporaryDir m_folder;
    int m_listener = -1;
    int m_wake = -1;
    QList<Stored> m_caches;
    QByteArray m_primary = "0";
    int m_made = 0;
    std::thread m_thread;
};

/// sssd's own daemon, in namespaces of its own: it sees a private /var/lib, and works for an ordinary user too. The
/// package need not be installed: LATCHKEY_SSSD_ROOT may name a folder that it is unpacked in.
class SssdKcm
{
public:
    SssdKcm() = default;
    ~SssdKcm();
    SssdKcm(const SssdKcm &) = delete;
    SssdKcm &operator=(const SssdKcm &) = delete;

    /// False: problem() says why it cannot run here.
    bool start();
    QString problem() const { return m_problem; }
    QString socket() const { return m_folder.filePath(QStringLiteral("kcm.socket")); }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_problem;
};

} // namespace latchkey::test
