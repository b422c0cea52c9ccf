// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QStringList>

#include <memory>

namespace latchkey {

struct AwsAccount
{
    QString profile; ///< of the aws command's configuration; empty: its default
    QString region; ///< empty: the profile's
};

/// Asks the aws command what databases an account has: clusters, their endpoints, instances. The command signs in by
/// itself; nothing secret passes through here. Lives on the thread that made it, which needs an event loop; destroying
/// it ends what still runs.
class AwsFetch : public QObject
{
    Q_OBJECT
public:
    /// `program`: the command, or where it is.
    explicit AwsFetch(QString program = QStringLiteral("aws"), QObject *parent = nullptr);
    ~AwsFetch() override;

    /// The questions, as arguments of the command.
    static QList<QStringList> questions(const AwsAccount &account);
    void start(const AwsAccount &account);

Q_SIGNALS:
    /// Once for each start(): the answers' JSON documents. NotFound if there is no such command; CommandFailed with
    /// the command's own words if it failed, or gave no answer in two minutes.
    void finished(const Result<QList<QByteArray>> &answers);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace latchkey
