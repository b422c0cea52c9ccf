// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/sandbox/certificates.h"

#include "app/sandbox/folder.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace latchkey::sandbox {

namespace {

template <auto Free>
struct Release
{
    template <typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Release<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Release<X509_EXTENSION_free>>;
using Number = std::unique_ptr<BIGNUM, Release<BN_free>>;
using Memory = std::unique_ptr<BIO, Release<BIO_free>>;

Error failed(const char *call)
{
    return {Error::Code::Internal,
            QCoreApplication::translate(
                "latchkey::sandbox",
                "The sandbox’s certificates could not be made. The details show what OpenSSL "
                "said."),
            QStringLiteral("%1: %2").arg(QLatin1String(call),
                                         QString::fromLatin1(ERR_error_string(ERR_get_error(), nullptr))),
            0};
}

bool addExtension(X509 *certificate, X509 *issuer, int kind, const QByteArray &value)
{
    X509V3_CTX context = {};
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setSerialNumber(X509 *certificate)
{
    constexpr int bits = 127; // positive, and unlikely enough to come twice (RFC 5280 section 4.1.2.2)
    const Number number(BN_new());
    return number && BN_rand(number.get(), bits, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1
           && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool setName(X509 *certificate, const QString &commonName)
{
    const QByteArray name = commonName.toUtf8();
    return X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char *>(name.constData()),
                                      static_cast<int>(name.size()), -1, 0)
           == 1;
}

/// Everything but what depends on the issuer.
Certificate begin(const CertificatePlan &plan, EVP_PKEY *key)
{
    const auto seconds = [](std::chrono::hours time) {
        return static_cast<long>(std::chrono::seconds(time).count());
    };
    Certificate certificate(X509_new());
    X509 *x509 = certificate.get();
    const bool done = x509 != nullptr && X509_set_version(x509, X509_VERSION_3) == 1 && setSerialNumber(x509)
                      && X509_gmtime_adj(X509_getm_notBefore(x509), seconds(plan.validFrom)) != nullptr
                      && X509_gmtime_adj(X509_getm_notAfter(x509), seconds(plan.validUntil)) != nullptr
                      && setName(x509, plan.commonName) && X509_set_pubkey(x509, key) == 1;
    return done ? std::move(certificate) : Certificate();
}

bool sign(X509 *certificate, X509 *issuer, EVP_PKEY *issuerKey)
{
    return X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) == 1
           && addExtension(certificate, issuer, NID_subject_key_identifier, "hash")
           && addExtension(certificate, issuer, NID_authority_key_identifier, "keyid")
           && X509_sign(certificate, issuerKey, EVP_sha256()) > 0;
}

QByteArray alternativeNames(const QStringList &hosts)
{
    QStringList names;
    for (const QString &host : hosts) {
        const bool isAddress = !QHostAddress(host).isNull();
        names.append((isAddress ? QStringLiteral("IP:") : QStringLiteral("DNS:")) + host);
    }
    return names.join(QLatin1Char(',')).toLatin1();
}

bool addServerExtensions(X509 *certificate, X509 *issuer, const CertificatePlan &plan)
{
    return addExtension(certificate, issuer, NID_basic_constraints, "critical,CA:FALSE")
           && addExtension(certificate, issuer, NID_key_usage, "critical,digitalSignature")
           && addExtension(certificate, issuer, NID_ext_key_usage, "serverAuth,clientAuth")
           && addExtension(certificate, issuer, NID_subject_alt_name, alternativeNames(plan.hosts));
}

QByteArray contentOf(BIO *memory)
{
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(memory, &bytes);
    return QByteArray(bytes, size);
}

Result<> writeCertificateFile(X509 *certificate, const QString &file)
{
    const Memory memory(BIO_new(BIO_s_mem()));
    if (!memory || PEM_write_bio_X509(memory.get(), certificate) != 1)
        return failed("PEM_write_bio_X509");
    return writePrivateFile(file, contentOf(memory.get()));
}

Result<> writeKeyFile(EVP_PKEY *key, const QString &file)
{
    const Memory memory(BIO_new(BIO_s_mem()));
    if (!memory || PEM_write_bio_PrivateKey(memory.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return failed("PEM_write_bio_PrivateKey");
    return writePrivateFile(file, contentOf(memory.get()));
}

/// `issuer` and `issuerKey` null: the certificate signs itself.
Result<> issueSignedBy(X509 *issuer, EVP_PKEY *issuerKey, const CertificatePlan &plan,
                       const QString &certificateFile, const QString &keyFile)
{
    const Key key(EVP_EC_gen("P-256"));
    if (!key)
        return failed("EVP_EC_gen");
    const Certificate certificate = begin(plan, key.get());
    X509 *signer = issuer != nullptr ? issuer : certificate.get();
    if (!certificate || !addServerExtensions(certificate.get(), signer, plan)
        || !sign(certificate.get(), signer, issuerKey != nullptr ? issuerKey : key.get()))
        return failed("X509_sign");
    if (auto written = writeKeyFile(key.get(), keyFile); !written)
        return written;
    return writeCertificateFile(certificate.get(), certificateFile);
}

} // namespace

struct Authority::Private
{
    Key key;
    Certificate certificate;
};

Authority::Authority(std::unique_ptr<Private> made) : d(std::move(made)) { }
Authority::Authority(Authority &&) noexcept = default;
Authority &Authority::operator=(Authority &&) noexcept = default;
Authority::~Authority() = default;

Result<Authority> Authority::make(const QString &commonName)
{
    auto made = std::make_unique<Private>();
    made->key.reset(EVP_EC_gen("P-256"));
    if (!made->key)
        return failed("EVP_EC_gen");
    made->certificate = begin({commonName, {}}, made->key.get());
    X509 *certificate = made->certificate.get();
    if (certificate == nullptr
        || !addExtension(certificate, certificate, NID_basic_constraints, "critical,CA:TRUE")
        || !addExtension(certificate, certificate, NID_key_usage, "critical,keyCertSign,cRLSign")
        || !sign(certificate, certificate, made->key.get()))
        return failed("X509_sign");
    return Authority(std::move(made));
}

Result<> Authority::writeCertificate(const QString &file) const
{
    return writeCertificateFile(d->certificate.get(), file);
}

Result<> Authority::issue(const CertificatePlan &plan, const QString &certificateFile,
                          const QString &keyFile) const
{
    return issueSignedBy(d->certificate.get(), d->key.get(), plan, certificateFile, keyFile);
}

Result<> issueSelfSigned(const CertificatePlan &plan, const QString &certificateFile, const QString &keyFile)
{
    return issueSignedBy(nullptr, nullptr, plan, certificateFile, keyFile);
}

} // namespace latchkey::sandbox
