// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/secrets/secretstore.h"

#include <map>
#include <mutex>
#include <optional>

namespace latchkey::secrets {

/// A store that lives as long as this object, and fails when told to: the keychain's double in tests.
class MemoryStore final : public SecretStore
{
public:
    QFuture<Result<SharedSecret>> read(Key key, Unlocking unlocking, std::stop_token stop = {}) override;
    QFuture<Result<>> write(Key key, Secret secret, std::stop_token stop = {}) override;
    QFuture<Result<>> remove(Key key, std::stop_token stop = {}) override;

    /// Everything fails with this code from now on; with none, nothing does.
    void failWith(std::optional<Error::Code> code);
    bool contains(const Key &key) const;
    int reads() const; ///< how often read() was called

private:
    using Name = std::pair<Kind, QString>;

    mutable std::mutex m_mutex;
    std::map<Name, Secret> m_entries;
    std::optional<Error::Code> m_failure;
    int m_reads = 0;
};

} // namespace latchkey::secrets
