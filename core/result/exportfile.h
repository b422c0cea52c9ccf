// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/descriptor.h"
#include "core/result/byteoutput.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <memory>

namespace latchkey::result {

/// A file of any size that is under its name only when it is complete. Until then it is beside it, called
/// "NAME.partial-" and six letters; the destructor removes it, a killed program leaves it under that name. Only for this
/// user (0600) unless it replaces a file, whose permissions it takes. What is no regular file (a pipe, a device) is
/// written as it is. Used by one thread at a time, but for bytes() and discard().
class ExportFile final : public ByteOutput
{
public:
    /// FileInaccessible if nothing can be written there, also for a pipe that nobody reads. Blocks for as long as the disk
    /// does.
    static Result<std::unique_ptr<ExportFile>> create(const QString &file);
    ~ExportFile() override;
    ExportFile(const ExportFile &) = delete;
    ExportFile &operator=(const ExportFile &) = delete;

    Result<> write(std::string_view bytes) override;
    quint64 bytes() const { return m_bytes; }

    /// It is complete: brings it to the disk and under its name.
    Result<> commit();
    /// It will not be complete, but what is there may be of use: renames it to "NAME.partial", which replaces one of an
    /// earlier time, and gives that name; empty if that fails or there is nothing in it.
    QString keepPartial();
    /// Nobody wants it: removes it at once, whoever may still be writing. From any thread.
    void discard();

private:
    ExportFile(QString file, QByteArray temporary, Descriptor descriptor);
    Error problem(const char *call) const;

    const QString m_file; ///< links followed
    const QByteArray m_temporary; ///< empty: written in place
    Descriptor m_descriptor;
    std::atomic<quint64> m_bytes = 0;
    std::atomic<bool> m_isThere;
};

} // namespace latchkey::result
