// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace latchkey::cli {

/// A file with this process's number, which only one process at a time has and which goes with it: it is locked, so one
/// that a killed process left behind does no harm.
class PidFile
{
public:
    /// InvalidInput if another process has it, FileInaccessible if it cannot be written.
    static Result<PidFile> claim(const QString &name);

    PidFile(PidFile &&other) noexcept;
    PidFile &operator=(PidFile &&) = delete;
    ~PidFile();

private:
    PidFile(QByteArray path, int descriptor) : m_path(std::move(path)), m_descriptor(descriptor) { }

    QByteArray m_path;
    int m_descriptor;
};

} // namespace latchkey::cli
