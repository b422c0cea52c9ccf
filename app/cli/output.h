// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/terminaltext.h"

#include <QJsonDocument>
#include <QString>
#include <QStringList>

#include <mutex>
#include <string>
#include <string_view>

namespace latchkey::cli {

/// Standard output, through a buffer. After the first failure (a full disk, a reader that went away) everything is
/// dropped and failure() says why. Thread-safe: rows are printed on a session's thread.
class Output
{
public:
    void print(std::string_view bytes);
    void print(const char *text) { print(std::string_view(text)); }
    void print(const QString &text);
    void printJson(const QJsonDocument &document)
    {
        print(std::string_view(document.toJson(QJsonDocument::Indented).toStdString()));
    }
    /// False if something could not be written.
    bool flush();

    /// Nobody reads any more, it is known before the next write: `failure` is an errno.
    void abandon(int failure);

    /// Something has been printed, flushed or not.
    bool isUsed() const;
    bool hasFailed() const;
    /// Of the first write that failed; EPIPE if nobody reads any more.
    int failure() const;

private:
    bool flushLocked();

    mutable std::mutex m_mutex;
    std::string m_buffer;
    bool m_isUsed = false;
    int m_failure = 0;
};

/// Left-aligned columns with two spaces between them, the first row being the headings.
QString columns(const QList<QStringList> &rows);

/// "2026-11-26 17:20:05", as the clock on the wall has it.
QString localTime(Instant instant);

/// "latchkey-cli: message" on standard error, with the detail if there is one and `verbose`.
void complain(const Error &error, bool verbose);
/// "latchkey-cli: text" on standard error.
void note(const QString &text);

/// {"error": {"code", "message", "detail"}}
QJsonDocument errorDocument(const Error &error);

} // namespace latchkey::cli
