// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/plugin/pluginlog.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace latchkey {

namespace {

const char *levelName(gss::LogLevel level)
{
    switch (level) {
    case gss::LogLevel::Error:
        return "Error";
    case gss::LogLevel::Warning:
        return "Warning";
    case gss::LogLevel::Info:
        return "Note";
    case gss::LogLevel::Debug:
        break;
    }
    return "Debug";
}

/// One call of fprintf a line, so that lines of several threads do not mix.
void writeLine(gss::LogLevel level, const std::string &line)
{
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    char stamp[32] = "";
    if (gmtime_r(&now, &utc) != nullptr)
        std::strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%SZ", &utc);
    std::fprintf(stderr, "%s [%s] authentication_kerberos_client: %s\n", stamp, levelName(level),
                 line.c_str());
}

} // namespace

gss::LogSink pluginLog()
{
    const char *wanted = secure_getenv("AUTHENTICATION_KERBEROS_CLIENT_LOG");
    const long highest = wanted != nullptr ? std::strtol(wanted, nullptr, 10) : 1;
    if (highest < static_cast<long>(gss::LogLevel::Error))
        return {};
    return [highest](gss::LogLevel level, const std::string &line) {
        if (static_cast<long>(level) <= highest)
            writeLine(level, line);
    };
}

} // namespace latchkey
