// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/profilepages.h"

#include "ui/environments.h"
#include "ui/icons.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QPlainTextEdit>

namespace latchkey {

namespace {

using Problem = FieldProblem::Field;

/// A text of the editor's.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::ProfileEditor)
};

struct Page
{
    QWidget *widget;
    QVBoxLayout *left = new QVBoxLayout;
    QVBoxLayout *right = new QVBoxLayout;

    explicit Page(QWidget *parent) : widget(new QWidget(parent))
    {
        auto *columns = new QHBoxLayout(widget);
        columns->setContentsMargins(theme::wide, theme::wide, theme::wide, 0);
        columns->setSpacing(theme::page + theme::unit);
        columns->addLayout(left, 1);
        columns->addLayout(right, 1);
        for (QVBoxLayout *column : {left, right})
            column->setSpacing(theme::unit + theme::half);
    }

    void finish() const
    {
        left->addStretch();
        right->addStretch();
    }
};

void addEnvironment(ProfileForm &form)
{
    QList<ProfileForm::Option<Environment>> options;
    for (const auto environment :
         {Environment::None, Environment::Production, Environment::Staging, Environment::Test}) {
        const EnvironmentLook look = lookOf(environment);
        options.append({environment, look.word.isEmpty() ? Text::tr("Not said") : look.word,
                        look.icon.isEmpty() ? QIcon() : icons::icon(look.icon, look.colour)});
    }
    form.addChoice<Environment>(
        {"environment", Text::tr("En&vironment"), {}, {}},
        [](Profile &p) -> Environment & { return p.environment; }, options);
}

void addNames(ProfileForm &form, FormSubject subject, const FormOffers &offers, QVBoxLayout *column)
{
    form.beginSection(subject == FormSubject::Folder ? Text::tr("Folder") : Text::tr("Profile"), column);
    if (subject != FormSubject::Several)
        form.addText({"name", Text::tr("&Name"), Text::tr("orders writer"), Problem::Name},
                     [](Profile &p) -> QString & { return p.name; });
    form.addFolder({"folder", subject == FormSubject::Folder ? Text::tr("&Inside of") : Text::tr("&Folder"),
                    Text::tr("Production/Europe; empty: no folder"), Problem::Folder},
                   offers.folders);
    addEnvironment(form);
    form.addColour({"colour", Text::tr("Co&lour"), {}, Problem::Colour});
    form.addList({"tags", Text::tr("Ta&gs"), Text::tr("eu, billing"), Problem::Tags},
                 [](Profile &p) -> QStringList & { return p.tags; });
}

void addEndpoint(ProfileForm &form)
{
    form.addChoice<Endpoint>({"endpoint", Text::tr("&Endpoint"), {}, {}},
                             [](Profile &p) -> Endpoint & { return p.endpoint; },
                             {{Endpoint::Other, Text::tr("A server of its own"), icons::icon(u"database"_qs)},
                              {Endpoint::Writer, Text::tr("Writer of a cluster"), icons::icon(u"writer"_qs)},
                              {Endpoint::Reader, Text::tr("Readers of a cluster"), icons::icon(u"reader"_qs)},
                              {Endpoint::Custom, Text::tr("Custom endpoint"), icons::icon(u"endpoint"_qs)},
                              {Endpoint::Instance, Text::tr("One instance"), icons::icon(u"database"_qs)},
                              {Endpoint::Global, Text::tr("Global writer"), icons::icon(u"cluster"_qs)}});
}

void addServer(ProfileForm &form, FormSubject subject, QVBoxLayout *column)
{
    form.beginSection(Text::tr("Server"), column);
    if (subject == FormSubject::Profile)
        form.addText({"host", Text::tr("&Host"), Text::tr("orders.cluster-abc.eu-west-1.rds.amazonaws.com"),
                      Problem::Host},
                     [](Profile &p) -> QString & { return p.host; });
    form.addPort({"port", Text::tr("P&ort"), QStringLiteral("3306"), Problem::Port});
    if (subject == FormSubject::Profile)
        addEndpoint(form);
    form.addText({"schema", Text::tr("S&chema"), Text::tr("none"), {}},
                 [](Profile &p) -> QString & { return p.schema; });
}

void addIdentity(ProfileForm &form, FormSubject subject, const FormOffers &offers, QVBoxLayout *column)
{
    form.beginSection(Text::tr("Identity"), column);
    const QIcon ticket = icons::icon(u"ticket"_qs);
    const QIcon lock = icons::icon(u"lock"_qs);
    form.addChoice<Authentication>(
        {"authentication", Text::tr("&Authentication"), {}, {}},
        [](Profile &p) -> Authentication & { return p.authentication; },
        {{Authentication::Kerberos, Text::tr("Kerberos (Aurora MySQL, MySQL Enterprise)"), ticket},
         {Authentication::Gssapi, Text::tr("GSSAPI (MariaDB)"), ticket},
         {Authentication::Automatic, Text::tr("Ticket, in the way the server offers"), ticket},
         {Authentication::Password, Text::tr("Database password, asked for each time"), lock},
         {Authentication::KeychainPassword, Text::tr("Database password from the keychain"), lock}});
    form.addSuggestions(
            {"principal", Text::tr("&Principal"), Text::tr("whoever is signed in"), Problem::Principal},
            [](Profile &p) -> QString & { return p.identity.principal; }, offers.principals)
        ->setFont(theme::monospace(column->parentWidget()->font()));
    form.addText({"account", Text::tr("Acco&unt"), {}, Problem::Account},
                 [](Profile &p) -> QString & { return p.account; });
    form.addFile(
        {"keytab", Text::tr("&Keytab"), Text::tr("none: sign in by hand"), Problem::Keytab},
        [](Profile &p) -> QString & { return p.identity.keytab; }, Text::tr("Choose a keytab"));
    if (subject == FormSubject::Profile)
        form.addText(
                {"spn", Text::tr("&SPN"), Text::tr("remembered at the first verified login"), Problem::Spn},
                [](Profile &p) -> QString & { return p.pinnedSpn; })
            ->setFont(theme::monospace(column->parentWidget()->font()));
}

void addTls(ProfileForm &form, QVBoxLayout *column)
{
    form.beginSection(Text::tr("Security"), column);
    form.addChoice<TlsPolicy>({"tls", QStringLiteral("TLS"), {}, {}},
                              [](Profile &p) -> TlsPolicy & { return p.tls; },
                              {{TlsPolicy::VerifyIdentity, Text::tr("Verify certificate and host name"),
                                icons::icon(u"shield-ok"_qs, theme::Colour::Good)},
                               {TlsPolicy::VerifyCa, Text::tr("Verify the certificate only"),
                                icons::icon(u"shield-warning"_qs, theme::Colour::Warning)},
                               {TlsPolicy::Required, Text::tr("Encrypt, but trust anybody"),
                                icons::icon(u"shield-warning"_qs, theme::Colour::Warning)},
                               {TlsPolicy::Off, Text::tr("Off: everything readable on the way"),
                                icons::icon(u"shield-off"_qs, theme::Colour::Danger)}});
    form.addFile(
        {"caFile", Text::tr("Authorities"), Text::tr("the system’s authorities"), Problem::CaFile},
        [](Profile &p) -> QString & { return p.tlsFiles.authorities; }, Text::tr("Choose a PEM file"));
}

void addSession(ProfileForm &form, QVBoxLayout *column)
{
    form.beginSection(Text::tr("A session begins with"), column);
    form.addText(
        {"characterSet", Text::tr("Character set"), QStringLiteral("utf8mb4"), Problem::CharacterSet},
        [](Profile &p) -> QString & { return p.session.characterSet; });
    form.addText({"timeZone", Text::tr("Time zone"), Text::tr("the server’s"), Problem::TimeZone},
                 [](Profile &p) -> QString & { return p.session.timeZone; });
    form.addMap({"variables", Text::tr("Variables"), QStringLiteral("sql_mode = ANSI"), Problem::Variables},
                [](Profile &p) -> QMap<QString, QString> & { return p.session.variables; });
    form.addStatements(
        {"statements", Text::tr("Statements"), QStringLiteral("SET ROLE reporting;"), Problem::Statements},
        [](Profile &p) -> QStringList & { return p.session.statements; });
}

void addLimits(ProfileForm &form, QVBoxLayout *column)
{
    form.beginSection(Text::tr("Time limits"), column);
    form.addTime({"connectTimeout", Text::tr("Connecting"), Text::tr("no limit"), Problem::Timeouts},
                 [](Profile &p) -> std::chrono::seconds & { return p.timeouts.connect; });
    form.addTime({"answerTimeout", Text::tr("An answer"), Text::tr("no limit"), {}},
                 [](Profile &p) -> std::chrono::seconds & { return p.timeouts.answer; });
    form.addTime({"keepAlive", Text::tr("Keep alive every"), Text::tr("never"), {}},
                 [](Profile &p) -> std::chrono::seconds & { return p.timeouts.keepAlive; });
    form.addTime({"idleClose", Text::tr("Close when idle for"), Text::tr("never"), {}},
                 [](Profile &p) -> std::chrono::seconds & { return p.timeouts.idleClose; });
    form.beginSection(Text::tr("Protection"), column);
    form.addChoice<Guard>({"guard", Text::tr("Ask before writing"), {}, {}},
                          [](Profile &p) -> Guard & { return p.guard; },
                          {{Guard::ByEnvironment, Text::tr("In production"), {}},
                           {Guard::On, Text::tr("Always"), {}},
                           {Guard::Off, Text::tr("Never"), {}}});
    form.addFlag({"readOnly", Text::tr("Read only: nothing can be &written"), {}, {}},
                 [](Profile &p) -> bool & { return p.readOnly; });
}

void addKerberos(ProfileForm &form, QVBoxLayout *column)
{
    form.beginSection(Text::tr("Kerberos"), column);
    form.addChoice<CachePolicy>(
        {"cache", Text::tr("Credential cache"), {}, {}},
        [](Profile &p) -> CachePolicy & { return p.identity.cache; },
        {{CachePolicy::ByPrincipal, Text::tr("The principal’s"), {}},
         {CachePolicy::Default, Text::tr("The default one, whoever’s it is"), {}},
         {CachePolicy::Private, Text::tr("A private one, gone with the session"), {}}});
    form.addFile(
        {"kerberosConfig", QStringLiteral("krb5.conf"), Text::tr("only the system’s"),
         Problem::KerberosConfig},
        [](Profile &p) -> QString & { return p.kerberosConfig; }, Text::tr("Choose a krb5.conf"));
}

void addClientCertificate(ProfileForm &form, QVBoxLayout *column)
{
    form.beginSection(QStringLiteral("TLS"), column);
    form.addChoice<TlsVersion>({"minimumTls", Text::tr("Oldest version"), {}, {}},
                               [](Profile &p) -> TlsVersion & { return p.minimumTls; },
                               {{TlsVersion::Any, Text::tr("Any"), {}},
                                {TlsVersion::Tls12, QStringLiteral("TLS 1.2"), {}},
                                {TlsVersion::Tls13, QStringLiteral("TLS 1.3"), {}}});
    form.addFile(
        {"clientCertificate", Text::tr("Client certificate"), Text::tr("none"), Problem::ClientCertificate},
        [](Profile &p) -> QString & { return p.tlsFiles.certificate; }, Text::tr("Choose a PEM file"));
    form.addFile(
        {"clientKey", Text::tr("Its key"), Text::tr("none"), Problem::ClientKey},
        [](Profile &p) -> QString & { return p.tlsFiles.key; }, Text::tr("Choose a PEM file"));
}

} // namespace

QList<std::pair<QString, QWidget *>> buildProfilePages(ProfileForm &form, FormSubject subject,
                                                       const FormOffers &offers, QWidget *parent)
{
    const Page connection(parent);
    addNames(form, subject, offers, connection.left);
    addServer(form, subject, connection.left);
    addIdentity(form, subject, offers, connection.right);
    addTls(form, connection.right);
    connection.finish();
    const Page session(parent);
    addSession(form, session.left);
    addLimits(form, session.right);
    session.finish();
    const Page more(parent);
    addKerberos(form, more.left);
    addClientCertificate(form, more.right);
    if (subject != FormSubject::Several) {
        form.beginSection(Text::tr("Notes"), more.right);
        form.addNotes({"notes", Text::tr("Notes"), {}, {}}, [](Profile &p) -> QString & { return p.notes; });
    }
    more.finish();
    form.finish();
    return {{Text::tr("Connection"), connection.widget},
            {Text::tr("Session"), session.widget},
            {Text::tr("More"), more.widget}};
}

} // namespace latchkey
