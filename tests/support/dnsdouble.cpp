// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/dnsdouble.h"

#include <QtEndian>

namespace latchkey::test {

namespace {

constexpr qsizetype headerSize = 12;
constexpr qsizetype questionTail = 4; ///< type and class

QByteArray number(std::uint16_t value)
{
    QByteArray bytes(2, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

/// "a.b" as labels.
QByteArray encoded(const QByteArray &name)
{
    QByteArray bytes;
    for (const QByteArray &label : name.split('.'))
        if (!label.isEmpty())
            bytes += static_cast<char>(label.size()) + label;
    return bytes + '\0';
}

/// The name that is asked for, in lower case; the question has no pointers.
QByteArray nameIn(const QByteArray &question)
{
    QByteArray name;
    for (qsizetype at = headerSize; at < question.size() && question.at(at) != 0;) {
        const auto length = static_cast<unsigned char>(question.at(at));
        name += (name.isEmpty() ? "" : ".") + question.mid(at + 1, length);
        at += length + 1;
    }
    return name.toLower();
}

/// The whole answer, as it goes over the wire; without targets there is no such name.
QByteArray answerTo(const QByteArray &question, const QList<DnsDouble::Target> *targets)
{
    constexpr std::uint16_t answered = 0x8580; // an answer, with authority; recursion wanted and available
    constexpr std::uint16_t noSuchName = 3;
    constexpr std::uint16_t srv = 33;
    const qsizetype end = question.indexOf('\0', headerSize) + 1 + questionTail;
    const auto count = static_cast<std::uint16_t>(targets ? targets->size() : 0);
    QByteArray bytes =
        question.first(2) + number(targets ? answered : static_cast<std::uint16_t>(answered | noSuchName))
        + number(1) + number(count) + number(0) + number(0) + question.mid(headerSize, end - headerSize);
    if (!targets)
        return bytes;
    for (const DnsDouble::Target &target : *targets) {
        const QByteArray data =
            number(target.priority) + number(target.weight) + number(target.port) + encoded(target.host);
        bytes += number(0xc000 + headerSize) + number(srv) + number(1) + number(0) + number(60)
                 + number(static_cast<std::uint16_t>(data.size())) + data;
    }
    return bytes;
}

} // namespace

DnsDouble::DnsDouble(std::map<QByteArray, QList<Target>> records, Manner manner)
    : m_records(std::move(records)), m_manner(manner),
      m_server([this](const QByteArray &question) { return answer(question); })
{ }

std::optional<QByteArray> DnsDouble::answer(const QByteArray &question)
{
    ++m_questions;
    if (question.size() <= headerSize || m_manner == Manner::Silent)
        return std::nullopt;
    const auto known = m_records.find(nameIn(question));
    return answerTo(question, known != m_records.end() ? &known->second : nullptr);
}

} // namespace latchkey::test
