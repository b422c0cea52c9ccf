// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/sandbox/description.h"

#include <QProcess>

namespace latchkey::test {

/// A sandbox for a test program: a `latchkey-sandbox up` of its own that ends with this object, and also when the
/// test program dies. Start it from the main thread, in initTestCase():
///
///     QVERIFY2(m_sandbox.start(Sandbox::Parts::RealmsOnly), qPrintable(m_sandbox.problem()));
class Sandbox
{
public:
    enum class Parts { Everything, RealmsOnly };

    Sandbox() = default;
    Sandbox(const Sandbox &) = delete;
    Sandbox &operator=(const Sandbox &) = delete;
    ~Sandbox();

    /// Blocks until it is ready, then points this process's environment at it (KRB5_CONFIG, KRB5CCNAME,
    /// LATCHKEY_CONFIG_DIR, LATCHKEY_RUNTIME_DIR, LATCHKEY_SANDBOX). False: problem() says why.
    bool start(Parts parts = Parts::Everything);
    /// Ends it and waits until it is gone.
    void stop();

    QString problem() const { return m_problem; }
    qint64 processId() const { return m_process.processId(); }
    QString folder() const;
    const sandbox::Description &description() const { return m_description; }

    /// Of "alice" or "alice@CORP.EXAMPLE.COM"; empty if unknown.
    QString password(const QString &principal) const;
    /// "alice" with its realm.
    QString principal(const QString &user) const;
    QString keytab(const QString &principal) const;
    /// "writer" or "reader"; an empty description if there are no servers.
    sandbox::ServerDescription server(const QString &name) const;
    sandbox::KdcDescription kdc(const QString &realm) const;

    /// Runs commands of kadmin.local on a realm's database ("modprinc …", a line each); false if it could not run.
    bool administer(const QString &realm, const QByteArray &commands, QByteArray *output = nullptr) const;
    /// How often a wrong password has been tried, as the KDC's database has it; -1 if it could not be asked.
    int failedAttempts(const QString &realm, const QString &principal) const;
    /// Runs SQL on a server as its administrator; false if it failed, `output` has the rows separated by tabs or what
    /// was said.
    bool execute(const QString &server, const QByteArray &sql, QByteArray *output = nullptr) const;

private:
    bool waitUntilReady();

    QProcess m_process;
    QByteArray m_output;
    QString m_file; ///< sandbox.json
    QString m_problem;
    sandbox::Description m_description;
};

} // namespace latchkey::test
