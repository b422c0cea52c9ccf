// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/keysort.h"

#include <algorithm>
#include <span>

namespace latchkey::result {

namespace {

struct KeyPart
{
    std::uint64_t bytes; ///< eight of the key, the first one the most significant
    std::uint32_t number;

    friend bool operator<(const KeyPart &one, const KeyPart &other)
    {
        return one.bytes != other.bytes ? one.bytes < other.bytes : one.number < other.number;
    }
};

constexpr std::size_t partSize = sizeof(KeyPart::bytes);

std::uint64_t partOf(std::string_view key, std::size_t from)
{
    std::uint64_t part = 0;
    const std::size_t end = std::min(key.size(), from + partSize);
    for (std::size_t index = from; index < end; ++index)
        part |= std::uint64_t{static_cast<unsigned char>(key[index])} << (8 * (partSize - 1 - index + from));
    return part;
}

class PartwiseSort
{
public:
    PartwiseSort(const SortKeys &keys, bool descending, const std::stop_token &stop)
        : m_keys(keys), m_descending(descending), m_stop(stop)
    { }

    /// `group`: keys that are the same up to `from`, by number.
    void sort(std::span<KeyPart> group, std::size_t from)
    {
        if (m_stop.stop_requested())
            return;
        bool isSame = true;
        for (KeyPart &part : group) {
            part.bytes = partOf(m_keys.key(part.number), from);
            if (m_descending)
                part.bytes = ~part.bytes;
            isSame = isSame && part.bytes == group.front().bytes;
        }
        if (!isSame)
            std::sort(group.begin(), group.end());
        for (auto begin = group.begin(); begin != group.end();) {
            const auto end = std::find_if(begin, group.end(), [bytes = begin->bytes](const KeyPart &part) {
                return part.bytes != bytes;
            });
            if (end - begin > 1)
                sortSame({begin, end}, from + partSize);
            begin = end;
        }
    }

private:
    std::size_t length(const KeyPart &part) const { return m_keys.key(part.number).size(); }

    /// Those that are over by now differ, if at all, in the zero bytes at their end.
    void sortSame(std::span<KeyPart> group, std::size_t from)
    {
        if (std::any_of(group.begin(), group.end(), [&](const KeyPart &part) { return length(part) > from; }))
            return sort(group, from);
        std::stable_sort(group.begin(), group.end(), [this](const KeyPart &one, const KeyPart &other) {
            return m_descending ? length(one) > length(other) : length(one) < length(other);
        });
    }

    const SortKeys &m_keys;
    const bool m_descending;
    const std::stop_token &m_stop;
};

} // namespace

std::vector<std::uint32_t> sorted(const SortKeys &keys, bool descending, const std::stop_token &stop)
{
    std::vector<KeyPart> parts(keys.size());
    for (std::uint32_t number = 0; number < keys.size(); ++number)
        parts[number].number = number;
    PartwiseSort(keys, descending, stop).sort(parts, 0);
    std::vector<std::uint32_t> numbers(parts.size());
    std::transform(parts.begin(), parts.end(), numbers.begin(),
                   [](const KeyPart &part) { return part.number; });
    return numbers;
}

} // namespace latchkey::result
