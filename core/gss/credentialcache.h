// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace latchkey::gss {

/// The account name that the default cache's principal stands for: the principal without its realm, escapes resolved.
/// Nothing if there is no such cache.
std::optional<std::string> defaultAccount();

/// The full name of the cache that holds `user`@`realm`'s tickets, wherever the collection has it.
std::optional<std::string> cacheOf(const std::string &user, const std::string &realm);

/// A copy of a cache in this process's memory, destroyed with the object: tickets fetched into it never reach the
/// original.
class PrivateCache
{
public:
    /// `original` empty: the default cache. Nothing if it cannot be read.
    static std::optional<PrivateCache> copyOf(const std::string &original);
    ~PrivateCache();
    PrivateCache(PrivateCache &&other) noexcept { m_name.swap(other.m_name); }
    PrivateCache &operator=(PrivateCache &&other) noexcept
    {
        m_name.swap(other.m_name); // `other` destroys what was ours
        return *this;
    }

    const std::string &name() const { return m_name; }

private:
    explicit PrivateCache(std::string name) : m_name(std::move(name)) { }

    std::string m_name;
};

/// krb5.conf's [appdefaults] for the application "mysql".
struct Appdefaults
{
    bool destroyTickets = false; ///< destroy_tickets: what a login has fetched does not outlive it
    std::vector<std::string> serviceClasses; ///< service_classes: besides the usual ones, separated by blanks
};
Appdefaults readAppdefaults();

} // namespace latchkey::gss
