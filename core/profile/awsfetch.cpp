// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/awsfetch.h"

#include "core/profile/formats/codec.h"
#include "core/profile/profilewords.h"

#include <QProcess>
#include <QTimer>

#include <chrono>

namespace latchkey {

namespace {

constexpr std::chrono::minutes patience{2};
constexpr qsizetype longestWords = 300;

Error missing(const QString &program)
{
    return {Error::Code::NotFound,
            ProfileWords::tr("The command “%1” cannot be started. Install the package awscli, or import "
                             "a file that it has written elsewhere.")
                .arg(program),
            QString(), 0};
}

// What the command ends with, as both of its major versions document it ("aws help return-codes").
constexpr int badConfiguration = 253;
constexpr int refusedByService = 254;

const char *sentenceFor(int code)
{
    switch (code) {
    case badConfiguration:
        return QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                                 "The aws command does not know the region or has nothing to sign in with. "
                                 "It says: %1 Name a region, and sign in with “aws configure” or “aws sso "
                                 "login” in a terminal.");
    case refusedByService:
        return QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                                 "AWS refuses to list the databases. The aws command says: %1 Sign in to AWS "
                                 "again, or ask for the permission rds:Describe*.");
    default:
        return QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                                 "The aws command failed. It says: %1 Check its profile, the region and the "
                                 "network, and that you are signed in to AWS (“aws sso login”).");
    }
}

Error failed(const QByteArray &words, int code)
{
    const QString text = QString::fromUtf8(words).trimmed();
    QString said = text.section(QLatin1Char('\n'), -1).trimmed().left(longestWords);
    if (!said.isEmpty() && !said.endsWith(QLatin1Char('.')))
        said += QLatin1Char('.');
    return {Error::Code::CommandFailed, ProfileWords::tr(sentenceFor(code)).arg(said), text, code};
}

Error silent()
{
    return {
        Error::Code::CommandFailed,
        ProfileWords::tr("The aws command gave no answer in two minutes. Check the network, then try again."),
        QString(), 0};
}

Error tooMuch()
{
    return {Error::Code::CommandFailed,
            ProfileWords::tr("The aws command's answer is larger than 64 MiB. Name a region."), QString(), 0};
}

} // namespace

struct AwsFetch::Private
{
    Private(AwsFetch &fetch, QString command) : q(fetch), program(std::move(command))
    {
        limit.setSingleShot(true);
        limit.callOnTimeout([this] { end(silent()); });
    }

    void ask(const QStringList &question);
    void answered(QProcess &process, int code);
    void end(const Result<QList<QByteArray>> &answers);

    AwsFetch &q;
    const QString program;
    QList<QProcess *> processes; ///< in the order of the questions; children of the fetch
    qsizetype waiting = 0;
    QTimer limit;
};

void AwsFetch::Private::ask(const QStringList &question)
{
    QProcess &process = *processes.emplace_back(new QProcess(&q));
    QObject::connect(&process, &QProcess::errorOccurred, &q, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(missing(program));
    });
    QObject::connect(&process, &QProcess::finished, &q,
                     [this, &process](int code) { answered(process, code); });
    QObject::connect(&process, &QProcess::readyReadStandardOutput, &q, [this, &process] {
        if (process.bytesAvailable() > formats::maxFile)
            end(tooMuch());
    });
    // Not --no-cli-pager, which the older aws (version 1, still in use) does not know.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("AWS_PAGER"), QString());
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, question);
}

void AwsFetch::Private::answered(QProcess &process, int code)
{
    if (process.exitStatus() != QProcess::NormalExit || code != 0)
        return end(failed(process.readAllStandardError(), code));
    if (--waiting > 0)
        return;
    QList<QByteArray> answers;
    for (QProcess *each : std::as_const(processes))
        answers.append(each->readAllStandardOutput());
    end(answers);
}

// Whoever still runs is ended, and heard no more.
void AwsFetch::Private::end(const Result<QList<QByteArray>> &answers)
{
    limit.stop();
    for (QProcess *process : std::as_const(processes)) {
        process->disconnect(&q);
        if (process->state() == QProcess::NotRunning) {
            process->deleteLater(); // later: this may be a signal of its
            continue;
        }
        QObject::connect(process, &QProcess::finished, process, &QObject::deleteLater);
        process->kill();
    }
    processes.clear();
    Q_EMIT q.finished(answers);
}

AwsFetch::AwsFetch(QString program, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, std::move(program)))
{ }

AwsFetch::~AwsFetch()
{
    const auto all = findChildren<QProcess *>();
    for (QProcess *process : all) {
        process->disconnect(this); // its end is part of ours
        process->kill();
        process->waitForFinished();
    }
}

QList<QStringList> AwsFetch::questions(const AwsAccount &account)
{
    QStringList common{QStringLiteral("--output"), QStringLiteral("json")};
    if (!account.profile.isEmpty())
        common << QStringLiteral("--profile") << account.profile;
    if (!account.region.isEmpty())
        common << QStringLiteral("--region") << account.region;
    QList<QStringList> questions;
    for (const auto &question :
         {QStringLiteral("describe-db-clusters"), QStringLiteral("describe-db-cluster-endpoints"),
          QStringLiteral("describe-db-instances")})
        questions.append(QStringList{QStringLiteral("rds"), question} + common);
    return questions;
}

void AwsFetch::start(const AwsAccount &account)
{
    const auto all = questions(account);
    d->waiting = all.size();
    d->limit.start(patience);
    for (const QStringList &question : all) {
        if (d->limit.isActive()) // no command to be started ends it all
            d->ask(question);
    }
}

} // namespace latchkey
