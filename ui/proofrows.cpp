// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/proofrows.h"

#include "ui/filerow.h"
#include "ui/passwordfield.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>

namespace latchkey {

namespace {

using Kind = SignInWay::Kind;

} // namespace

ProofRows::ProofRows(QFormLayout &form) : QObject(form.parentWidget()), m_form(form)
{
    QWidget *parent = form.parentWidget();
    m_with = new QComboBox(parent);
    m_with->setObjectName(QStringLiteral("with"));
    m_with->setAccessibleName(tr("With"));
    const auto add = [this](Kind kind, const QString &text) {
        m_with->addItem(text, static_cast<int>(kind));
    };
    add(Kind::Password, tr("Password"));
    add(Kind::Keytab, tr("Keytab"));
    add(Kind::CertificateFile, tr("Certificate in a file"));
    add(Kind::SmartCard, tr("Smart card"));
    add(Kind::AsAsked, tr("What the realm asks for"));
    form.addRow(tr("W&ith"), m_with);
    m_password = new PasswordField(parent);
    m_password->setObjectName(QStringLiteral("password"));
    m_password->setAccessibleName(tr("Password"));
    form.addRow(tr("Pass&word"), m_password);
    addFiles();
    connect(m_with, &QComboBox::currentIndexChanged, this, [this] {
        showRows();
        Q_EMIT changed();
    });
    showRows();
}

QLineEdit *ProofRows::field(const char *name, const QString &accessibleName, const QString &placeholder)
{
    auto *edit = new QLineEdit(m_form.parentWidget());
    edit->setObjectName(QLatin1String(name));
    edit->setAccessibleName(accessibleName);
    edit->setPlaceholderText(placeholder);
    connect(edit, &QLineEdit::textChanged, this, [this] {
        showRows();
        Q_EMIT changed();
    });
    return edit;
}

void ProofRows::addFiles()
{
    const auto add = [this](const QString &label, QLineEdit *edit, const QString &title) {
        QWidget *row = fileRow(edit, title, m_form.parentWidget());
        m_form.addRow(label, row);
        return row;
    };
    m_keytab = field("keytab", tr("Keytab file"), tr("Path of the keytab file"));
    m_keytabRow = add(tr("&Keytab"), m_keytab, tr("Choose a keytab"));
    m_certificate = field("certificate", tr("Certificate file"), tr("PEM file, or .p12"));
    m_certificateRow = add(tr("&Certificate"), m_certificate, tr("Choose a certificate"));
    m_keyFile = field("keyFile", tr("Private key file"), tr("in the same file"));
    m_keyFileRow = add(tr("Private &key"), m_keyFile, tr("Choose the certificate’s private key"));
    m_module = field("module", tr("PKCS #11 module"), tr("libkrb5’s own, mostly OpenSC"));
    m_moduleRow = add(tr("Mo&dule"), m_module, tr("Choose the smart card’s PKCS #11 module"));
    m_anchors = field("anchors", tr("Authority of the KDC’s certificate"), tr("as krb5.conf says"));
    m_anchorsRow = add(tr("Authorit&y"), m_anchors, tr("Choose the certificate of the KDC’s authority"));
}

void ProofRows::showRows()
{
    const Kind kind = static_cast<Kind>(m_with->currentData().toInt());
    const bool isFile = kind == Kind::CertificateFile;
    m_form.setRowVisible(m_password, kind == Kind::Password);
    m_form.setRowVisible(m_keytabRow, kind == Kind::Keytab);
    m_form.setRowVisible(m_certificateRow, isFile);
    m_form.setRowVisible(m_keyFileRow, isFile && !isPkcs12(m_certificate->text().trimmed()));
    m_form.setRowVisible(m_moduleRow, kind == Kind::SmartCard);
    m_form.setRowVisible(m_anchorsRow, isFile || kind == Kind::SmartCard);
}

SignInWay ProofRows::way() const
{
    const auto typed = [](const QLineEdit *edit) { return edit->text().trimmed(); };
    SignInWay way{.kind = static_cast<Kind>(m_with->currentData().toInt())};
    switch (way.kind) {
    case Kind::Keytab:
        way.file = typed(m_keytab);
        break;
    case Kind::CertificateFile:
        way.file = typed(m_certificate);
        way.keyFile = isPkcs12(way.file) ? QString() : typed(m_keyFile);
        way.anchors = typed(m_anchors);
        break;
    case Kind::SmartCard:
        way.file = typed(m_module);
        way.anchors = typed(m_anchors);
        break;
    case Kind::Password:
    case Kind::AsAsked:
        break;
    }
    return way;
}

void ProofRows::setWay(const SignInWay &way)
{
    m_with->setCurrentIndex(m_with->findData(static_cast<int>(way.kind)));
    if (way.kind == Kind::Keytab)
        m_keytab->setText(way.file);
    if (way.kind == Kind::CertificateFile)
        m_certificate->setText(way.file);
    if (way.kind == Kind::SmartCard)
        m_module->setText(way.file);
    m_keyFile->setText(way.keyFile);
    m_anchors->setText(way.anchors);
}

krb::Proof ProofRows::take()
{
    const SignInWay chosen = way();
    Secret password = m_password->take(); // it stays in no way
    switch (chosen.kind) {
    case Kind::Password:
        return password;
    case Kind::Keytab:
        return krb::Keytab{chosen.file};
    case Kind::CertificateFile:
    case Kind::SmartCard:
        return certificateOf(chosen);
    case Kind::AsAsked:
        break;
    }
    return krb::AskForProof{};
}

void ProofRows::setEnabled(bool enabled)
{
    for (QWidget *widget : {static_cast<QWidget *>(m_with), static_cast<QWidget *>(m_password), m_keytabRow,
                            m_certificateRow, m_keyFileRow, m_moduleRow, m_anchorsRow})
        widget->setEnabled(enabled);
}

} // namespace latchkey
