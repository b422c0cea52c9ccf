// SPDX-License-Identifier: GPL-2.0-or-later
// The fields of the profile editor: how they are made and filled.
#include "ui/profileeditor.h"

#include "ui/environments.h"
#include "ui/filerow.h"
#include "ui/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace latchkey {

namespace {

struct Swatch
{
    const char *name;
    QRgb colour;
};

/// The user's own colours, for telling clusters apart; they carry no meaning.
constexpr Swatch swatches[] = {
    {QT_TRANSLATE_NOOP("latchkey::ProfileEditor", "Red"), 0xd64545},
    {QT_TRANSLATE_NOOP("latchkey::ProfileEditor", "Orange"), 0xe08a2e},
    {QT_TRANSLATE_NOOP("latchkey::ProfileEditor", "Yellow"), 0xd9b82f},
    {QT_TRANSLATE_NOOP("latchkey::ProfileEditor", "Green"), 0x4c9f5f},
    {QT_TRANSLATE_NOOP("latchkey::ProfileEditor", "Teal"), 0x2f8f9d},
    {QT_TRANSLATE_NOOP("latchkey::ProfileEditor", "Blue"), 0x3f7fd1},
    {QT_TRANSLATE_NOOP("latchkey::ProfileEditor", "Violet"), 0x8663c7},
    {QT_TRANSLATE_NOOP("latchkey::ProfileEditor", "Grey"), 0x7c8790},
};

QIcon swatchIcon(const QColor &colour)
{
    QPixmap image(16, 16);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(1, 1, 14, 14), 4, 4);
    return QIcon(image);
}

template <typename Enum>
void choose(QComboBox *box, Enum value)
{
    box->setCurrentIndex(box->findData(static_cast<int>(value)));
}

QFormLayout *form()
{
    auto *layout = new QFormLayout;
    layout->setHorizontalSpacing(theme::wide);
    layout->setVerticalSpacing(theme::unit);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return layout;
}

void setPlaceholder(QComboBox *box, const QString &text)
{
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->lineEdit()->setPlaceholderText(text);
}

} // namespace

QLineEdit *ProfileEditor::edit(const QString &objectName, const QString &placeholder, const QString &name)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(objectName);
    field->setPlaceholderText(placeholder);
    field->setAccessibleName(name);
    return field;
}

void ProfileEditor::addRow(QFormLayout *layout, const QString &label, QWidget *field, Field what)
{
    auto *cell = new QWidget(this);
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(field);
    auto *problem = new QLabel(cell);
    problem->setObjectName(QStringLiteral("problem%1").arg(static_cast<int>(what)));
    problem->setWordWrap(true);
    problem->setFont(theme::caption(font()));
    problem->hide();
    column->addWidget(problem);
    m_problems.insert(static_cast<int>(what), problem);
    m_widgets.insert(static_cast<int>(what), field);
    addRow(layout, label, cell);
    m_labels.last()->setBuddy(field->focusProxy() ? field->focusProxy() : field);
}

void ProfileEditor::addRow(QFormLayout *layout, const QString &label, QWidget *field)
{
    auto *name = new QLabel(label, this);
    name->setBuddy(field);
    name->setFixedHeight(m_name->sizeHint().height());
    layout->addRow(name, field);
    m_labels.append(name);
}

QWidget *ProfileEditor::section(const QString &title, QFormLayout *layout)
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::unit + theme::half);
    auto *heading = new QLabel(title, box);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    heading->setFont(strong);
    column->addWidget(heading);
    column->addLayout(layout);
    return box;
}

QWidget *ProfileEditor::buildGeneral(const QStringList &folders)
{
    QFormLayout *layout = form();
    m_name = edit(QStringLiteral("name"), tr("orders writer"), tr("Name"));
    addRow(layout, tr("&Name"), m_name, Field::Name);
    m_folder = new QComboBox(this);
    m_folder->setObjectName(QStringLiteral("folder"));
    setPlaceholder(m_folder, tr("Production/Europe; empty: no folder"));
    m_folder->addItems(folders);
    m_folder->setAccessibleName(tr("Folder"));
    addRow(layout, tr("&Folder"), m_folder, Field::Folder);

    m_environment = new QComboBox(this);
    m_environment->setAccessibleName(tr("Environment"));
    for (const auto environment :
         {Environment::None, Environment::Production, Environment::Staging, Environment::Test}) {
        const EnvironmentLook look = lookOf(environment);
        m_environment->addItem(look.icon.isEmpty() ? QIcon() : icons::icon(look.icon, look.colour),
                               look.word.isEmpty() ? tr("Not said") : look.word,
                               static_cast<int>(environment));
    }
    addRow(layout, tr("En&vironment"), m_environment);
    m_colour = new QComboBox(this);
    m_colour->setObjectName(QStringLiteral("colour"));
    m_colour->setAccessibleName(tr("Colour"));
    m_colour->addItem(tr("None"), QString());
    for (const Swatch &swatch : swatches)
        m_colour->addItem(swatchIcon(QColor(swatch.colour)), tr(swatch.name), QColor(swatch.colour).name());
    addRow(layout, tr("Co&lour"), m_colour, Field::Colour);
    m_readOnly = new QCheckBox(tr("&Read only: nothing can be written"), this);
    addRow(layout, QString(), m_readOnly);
    return section(tr("Profile"), layout);
}

QWidget *ProfileEditor::buildServer()
{
    QFormLayout *layout = form();
    m_host = edit(QStringLiteral("host"), tr("orders.cluster-abc.eu-west-1.rds.amazonaws.com"), tr("Host"));
    addRow(layout, tr("&Host"), m_host, Field::Host);
    m_port = edit(QStringLiteral("port"), QStringLiteral("3306"), tr("Port"));
    m_port->setMaximumWidth(120);
    addRow(layout, tr("P&ort"), m_port, Field::Port);
    m_schema = edit(QStringLiteral("schema"), tr("none"), tr("Default schema"));
    addRow(layout, tr("S&chema"), m_schema);
    m_notes = new QPlainTextEdit(this);
    m_notes->setAccessibleName(tr("Notes"));
    m_notes->setTabChangesFocus(true);
    m_notes->setFixedHeight(72);
    addRow(layout, tr("No&tes"), m_notes);
    return section(tr("Server"), layout);
}

QWidget *ProfileEditor::buildIdentity(const QStringList &principals)
{
    QFormLayout *layout = form();
    m_authentication = new QComboBox(this);
    m_authentication->setObjectName(QStringLiteral("authentication"));
    m_authentication->setAccessibleName(tr("Authentication"));
    m_authentication->addItem(icons::icon(QStringLiteral("ticket")),
                              tr("Kerberos (Aurora MySQL, MySQL Enterprise)"),
                              static_cast<int>(Authentication::Kerberos));
    m_authentication->addItem(icons::icon(QStringLiteral("ticket")), tr("GSSAPI (MariaDB)"),
                              static_cast<int>(Authentication::Gssapi));
    m_authentication->addItem(icons::icon(QStringLiteral("lock")),
                              tr("Database password, asked for each time"),
                              static_cast<int>(Authentication::Password));
    addRow(layout, tr("&Authentication"), m_authentication);
    m_principal = new QComboBox(this);
    m_principal->setObjectName(QStringLiteral("principal"));
    setPlaceholder(m_principal, tr("whoever is signed in"));
    m_principal->addItems(principals);
    m_principal->setFont(theme::monospace(font()));
    m_principal->setAccessibleName(tr("Principal"));
    addRow(layout, tr("&Principal"), m_principal, Field::Principal);
    m_account = edit(QStringLiteral("account"), QString(), tr("Database account"));
    addRow(layout, tr("Acco&unt"), m_account, Field::Account);
    m_keytab = edit(QStringLiteral("keytab"), tr("none: sign in by hand"), tr("Keytab"));
    addRow(layout, tr("&Keytab"), fileRow(m_keytab, tr("Choose a keytab"), this), Field::Keytab);
    m_spn =
        edit(QStringLiteral("spn"), tr("remembered at the first verified login"), tr("Service principal"));
    m_spn->setFont(theme::monospace(font()));
    addRow(layout, tr("S&PN"), m_spn, Field::Spn);
    return section(tr("Identity"), layout);
}

QWidget *ProfileEditor::buildTls()
{
    QFormLayout *layout = form();
    m_tls = new QComboBox(this);
    m_tls->setObjectName(QStringLiteral("tls"));
    m_tls->setAccessibleName(tr("TLS"));
    const auto add = [this](const QString &icon, theme::Colour colour, const QString &text,
                            TlsPolicy policy) {
        m_tls->addItem(icons::icon(icon, colour), text, static_cast<int>(policy));
    };
    add(QStringLiteral("shield-ok"), theme::Colour::Good, tr("Verify certificate and host name"),
        TlsPolicy::VerifyIdentity);
    add(QStringLiteral("shield-warning"), theme::Colour::Warning, tr("Verify the certificate only"),
        TlsPolicy::VerifyCa);
    add(QStringLiteral("shield-warning"), theme::Colour::Warning, tr("Encrypt, but trust anybody"),
        TlsPolicy::Required);
    add(QStringLiteral("shield-off"), theme::Colour::Danger, tr("Off: everything readable on the way"),
        TlsPolicy::Off);
    addRow(layout, tr("&TLS"), m_tls);
    m_caFile = edit(QStringLiteral("caFile"), tr("the system’s authorities"), tr("Authorities file"));
    addRow(layout, tr("Authorities"), fileRow(m_caFile, tr("Choose a PEM file"), this), Field::CaFile);
    return section(tr("Security"), layout);
}

void ProfileEditor::fill(const Profile &profile)
{
    m_name->setText(profile.name);
    m_folder->setCurrentText(profile.folder.join(QLatin1Char('/')));
    choose(m_environment, profile.environment);
    if (m_colour->findData(profile.colour) < 0)
        m_colour->addItem(swatchIcon(QColor(profile.colour)), profile.colour, profile.colour);
    m_colour->setCurrentIndex(m_colour->findData(profile.colour));
    m_readOnly->setChecked(profile.readOnly);
    m_host->setText(profile.host);
    m_port->setText(QString::number(profile.port));
    m_schema->setText(profile.schema);
    choose(m_authentication, profile.authentication);
    m_principal->setCurrentText(profile.identity.principal);
    m_account->setText(profile.account);
    m_keytab->setText(profile.identity.keytab);
    m_spn->setText(profile.pinnedSpn);
    choose(m_tls, profile.tls);
    m_caFile->setText(profile.tlsFiles.authorities);
    m_notes->setPlainText(profile.notes);
}

} // namespace latchkey
