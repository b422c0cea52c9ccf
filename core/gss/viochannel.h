// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/gss/packetchannel.h"

#include <functional>
#include <string_view>

struct st_mysql;
struct st_plugin_vio;

namespace latchkey::gss {

/// libmariadb's packets. Uses no function of libmariadb, only what the plugin was called with: programs may have the
/// library linked statically, as the `mariadb` client has.
class VioChannel : public PacketChannel
{
public:
    using IsEncrypted = bool (*)(st_mysql *);

    /// `isEncrypted` may be null if nobody will ask.
    VioChannel(st_plugin_vio *vio, st_mysql *mysql, IsEncrypted isEncrypted);

    bool greetingAnswered() const override;
    Incoming read() override;
    bool write(std::span<const unsigned char> packet) override;
    bool encrypted() const override;

    /// Makes libmariadb return this error, and forget a switch to another plugin that it has read.
    /// Allocates nothing.
    void stop(std::string_view text) noexcept;

private:
    st_plugin_vio *m_vio;
    st_mysql *m_mysql;
    IsEncrypted m_isEncrypted;
};

} // namespace latchkey::gss
