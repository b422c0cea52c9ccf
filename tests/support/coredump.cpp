// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/coredump.h"

#include <QFile>
#include <QProcess>
#include <QUuid>

#include <utility>

namespace latchkey::test {

namespace {

constexpr int patience = 60'000; // ms

QByteArray asInMemory(const QString &text)
{
    return {reinterpret_cast<const char *>(text.constData()), text.size() * qsizetype{sizeof(QChar)}};
}

} // namespace

CoreDump::CoreDump(const QString &folder, const QStringList &before, const QStringList &after,
                   const QByteArray &input)
{
    const QString file = folder + QStringLiteral("/core.") + QUuid::createUuid().toString(QUuid::Id128);
    QProcess gdb;
    gdb.setProcessChannelMode(QProcess::MergedChannels);
    gdb.start(QStringLiteral("gdb"),
              QStringList{QStringLiteral("-nx"), QStringLiteral("-q"), QStringLiteral("-batch")} + before
                  + QStringList{QStringLiteral("-ex"), QStringLiteral("gcore ") + file} + after);
    gdb.write(input);
    gdb.closeWriteChannel();
    gdb.waitForFinished(patience);
    m_output = gdb.readAll() + gdb.errorString().toUtf8();
    if (QFile::exists(file))
        m_file = file;
}

CoreDump CoreDump::ofProcess(qint64 pid, const QString &folder)
{
    return {folder, {QStringLiteral("-p"), QString::number(pid)}, {}, {}};
}

CoreDump CoreDump::atTheEnd(const QString &program, const QStringList &arguments, const QByteArray &input,
                            const QString &folder)
{
    QStringList before;
    for (const char *command :
         {"set startup-with-shell off", "set disable-randomization off", "catch syscall exit_group", "run"})
        before += {QStringLiteral("-ex"), QString::fromLatin1(command)};
    return {folder, before, QStringList{QStringLiteral("--args"), program} + arguments, input};
}

CoreDump::CoreDump(CoreDump &&other) noexcept
    : m_file(std::exchange(other.m_file, QString())), m_output(std::move(other.m_output))
{ }

CoreDump::~CoreDump()
{
    if (isThere())
        QFile::remove(m_file);
}

QString CoreDump::find(const QStringList &texts) const
{
    QFile file(m_file);
    const uchar *bytes = file.open(QIODevice::ReadOnly) ? file.map(0, file.size()) : nullptr;
    if (bytes == nullptr)
        qFatal("CoreDump: the dump cannot be read");
    const QByteArray all = QByteArray::fromRawData(reinterpret_cast<const char *>(bytes), file.size());
    for (const QString &text : texts) {
        if (all.contains(text.toUtf8()) || all.contains(asInMemory(text)))
            return text;
    }
    return {};
}

QString CoreDump::partOf(const QString &password) const
{
    constexpr qsizetype length = 8;
    QStringList parts;
    for (qsizetype at = 0; at + length <= password.size(); at += length)
        parts.append(password.mid(at, length));
    return find(parts);
}

} // namespace latchkey::test
