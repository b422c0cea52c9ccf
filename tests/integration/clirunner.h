// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace latchkey::test {

/// How a run of latchkey-cli ended.
struct Ended
{
    int code = -1; ///< -1: killed, or never started
    QByteArray output;
    QByteArray errors;
    qint64 milliseconds = 0;

    QJsonDocument json() const { return QJsonDocument::fromJson(output); }
    QStringList lines() const;
};

/// Runs latchkey-cli in a place of its own: empty caches, no profile, everything it prints collected. The event loop
/// goes on meanwhile, so that a server of the test can answer.
class CliRunner
{
public:
    CliRunner();

    Ended run(const QStringList &arguments, const QByteArray &input = {});
    /// Not waited for; `prepare` is called in the child before it becomes the program.
    std::unique_ptr<QProcess> start(const QStringList &arguments, const QByteArray &input = {},
                                    const std::function<void()> &prepare = {}) const;
    /// Waits for what start() gave.
    Ended finish(QProcess &process);

    /// For the runs from now on; an empty value removes the variable.
    void setVariable(const QString &name, const QString &value);
    QString folder() const { return m_folder.path(); }
    QString file(const QString &name) const { return m_folder.filePath(name); }
    /// Everything printed so far, by all runs.
    QByteArray everything() const { return m_everything; }

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    QByteArray m_everything;
};

} // namespace latchkey::test
