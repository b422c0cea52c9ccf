// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <chrono>
#include <memory>

namespace latchkey::sandbox {

/// A certificate to make.
struct CertificatePlan
{
    QString commonName;
    QStringList hosts; ///< names and IP addresses it is good for
    std::chrono::hours validFrom{-24}; ///< from now; the clocks of tests are shifted
    std::chrono::hours validUntil{24 * 30};
};

/// A certificate authority in memory, made afresh: its key is never written to a file.
class Authority
{
public:
    static Result<Authority> make(const QString &commonName);

    Authority(Authority &&) noexcept;
    Authority &operator=(Authority &&) noexcept;
    ~Authority();

    /// Writes the authority's certificate (PEM).
    Result<> writeCertificate(const QString &file) const;
    /// Makes a server certificate with a key of its own and writes both (PEM, 0600).
    Result<> issue(const CertificatePlan &plan, const QString &certificateFile, const QString &keyFile) const;

private:
    struct Private;
    explicit Authority(std::unique_ptr<Private> made);
    std::unique_ptr<Private> d;
};

/// The same, signed by its own key instead of an authority's.
Result<> issueSelfSigned(const CertificatePlan &plan, const QString &certificateFile, const QString &keyFile);

} // namespace latchkey::sandbox
