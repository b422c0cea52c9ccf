// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/secrets/memorystore.h"

#include "core/secrets/keychainerror.h"

#include <QPromise>

namespace latchkey::secrets {

namespace {

template <typename T>
QFuture<Result<T>> answeredWith(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

} // namespace

QFuture<Result<SharedSecret>> MemoryStore::read(Key key, Unlocking, std::stop_token)
{
    const std::scoped_lock lock(m_mutex);
    ++m_reads;
    if (m_failure)
        return answeredWith<SharedSecret>(keychainError(*m_failure, key));
    const auto entry = m_entries.find({key.kind, key.account});
    if (entry == m_entries.end())
        return answeredWith<SharedSecret>(keychainError(Error::Code::NotFound, key));
    return answeredWith<SharedSecret>(std::make_shared<const Secret>(entry->second.view()));
}

QFuture<Result<>> MemoryStore::write(Key key, Secret secret, std::stop_token)
{
    const std::scoped_lock lock(m_mutex);
    if (m_failure)
        return answeredWith<Ok>(keychainError(*m_failure, key));
    m_entries.insert_or_assign({key.kind, key.account}, std::move(secret));
    return answeredWith<Ok>(Ok{});
}

QFuture<Result<>> MemoryStore::remove(Key key, std::stop_token)
{
    const std::scoped_lock lock(m_mutex);
    if (m_failure)
        return answeredWith<Ok>(keychainError(*m_failure, key));
    m_entries.erase({key.kind, key.account});
    return answeredWith<Ok>(Ok{});
}

void MemoryStore::failWith(std::optional<Error::Code> code)
{
    const std::scoped_lock lock(m_mutex);
    m_failure = code;
}

bool MemoryStore::contains(const Key &key) const
{
    const std::scoped_lock lock(m_mutex);
    return m_entries.contains({key.kind, key.account});
}

int MemoryStore::reads() const
{
    const std::scoped_lock lock(m_mutex);
    return m_reads;
}

} // namespace latchkey::secrets
