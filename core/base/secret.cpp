// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/secret.h"

#include <cstring>
#include <new>

#include <sys/mman.h>
#include <unistd.h>

namespace latchkey {

namespace {

// Pages of its own for each secret: mlock and MADV_DONTDUMP act on whole pages. Both may be refused (limits,
// containers); the secret is then still zeroed in time.
char *allocateGuarded(std::size_t bytes)
{
    void *pages = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED)
        throw std::bad_alloc();
    mlock(pages, bytes);
    madvise(pages, bytes, MADV_DONTDUMP);
    return static_cast<char *>(pages);
}

std::size_t roundedToPages(std::size_t bytes)
{
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    return (bytes + page - 1) / page * page;
}

} // namespace

void copySecret(char *to, std::string_view from)
{
    volatile char *target = to;
    for (const char byte : from)
        *target++ = byte;
}

Secret::Secret(std::string_view utf8) : m_size(utf8.size())
{
    const std::size_t capacity = roundedToPages(utf8.size() + 1);
    m_bytes = std::unique_ptr<char[], Wipe>(allocateGuarded(capacity), Wipe{capacity});
    copySecret(m_bytes.get(), utf8);
}

Secret Secret::take(QString &typed)
{
    QByteArray utf8 = typed.toUtf8();
    // QString shares its buffer: detach-free access wipes what the caller still holds too.
    explicit_bzero(const_cast<QChar *>(typed.constData()),
                   static_cast<std::size_t>(typed.size()) * sizeof(QChar));
    typed.clear();
    return take(utf8);
}

Secret Secret::take(QByteArray &read)
{
    Secret secret(std::string_view(read.constData(), static_cast<std::size_t>(read.size())));
    explicit_bzero(const_cast<char *>(read.constData()), static_cast<std::size_t>(read.size()));
    read.clear();
    return secret;
}

void Secret::Wipe::operator()(char *bytes) const
{
    explicit_bzero(bytes, capacity);
    munmap(bytes, capacity);
}

} // namespace latchkey
