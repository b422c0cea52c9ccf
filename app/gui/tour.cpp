// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/gui/tour.h"

#include "ui/awsdialog.h"
#include "ui/catalogue/cataloguedialog.h"
#include "ui/catalogue/subscriptiondialog.h"
#include "ui/changepassworddialog.h"
#include "ui/helpdialogs.h"
#include "ui/importdialog.h"
#include "ui/logindialog.h"
#include "ui/passworddialog.h"
#include "ui/profileactions.h"
#include "ui/profileexchange.h"
#include "ui/questionsdialog.h"
#include "ui/realmdialog.h"
#include "ui/realmwizard.h"

#include <QApplication>
#include <QDir>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QTextStream>

namespace latchkey {

namespace {

constexpr int lookEvery = 40; ///< milliseconds
constexpr int calmEnough = 3; ///< looks in a row, so that layouts and late answers have settled
constexpr qint64 stopPatience = 30'000; ///< milliseconds for one stop

/// What a realm says to an expired password's first successor.
krb::Questions newPassword()
{
    using Kind = krb::Question::Kind;
    const auto say = [](const char *text) { return QCoreApplication::translate("latchkey::krb", text); };
    const QString dave = QStringLiteral("dave@CORP.EXAMPLE.COM");
    return {.title = say("New password for %1").arg(dave),
            .banner =
                say("The password of %1 has expired. Choose a new one; you are signed in with it at once.")
                    .arg(dave),
            .problem = say("The realm %1 refuses the new password. It says: %2")
                           .arg(QStringLiteral("CORP.EXAMPLE.COM"),
                                QStringLiteral("New password must be at least 8 characters long.")),
            .list = {{Kind::NewPassword, say("New password"), true},
                     {Kind::NewPasswordAgain, say("New password again"), true}}};
}

/// What somebody may paste.
QString sampleConnections()
{
    return QStringLiteral("mysql://alice@orders.cluster-abc.eu-west-1.rds.amazonaws.com:3306/shop"
                          "?auth-method=authentication_kerberos_client&ssl-mode=verify_identity\n"
                          "mysql://billing.corp.example.com/?ssl-mode=required\n");
}

void complain(const QString &sentence)
{
    QTextStream(stderr) << sentence << Qt::endl;
}

} // namespace

Tour::Tour(Application &application, Plan plan) : m_application(application), m_plan(std::move(plan))
{
    m_look.setInterval(lookEvery);
    connect(&m_look, &QTimer::timeout, this, &Tour::look);
}

void Tour::start()
{
    if (!QDir().mkpath(m_plan.folder)) {
        complain(tr("The folder %1 for the pictures cannot be made.").arg(m_plan.folder));
        Q_EMIT finished(1);
        return;
    }
    m_stops.append({[] {}, [this] { return m_application.identities().isKnown(); }, QStringLiteral("main")});
    if (!m_plan.profile.isEmpty())
        m_stops += sessionTour(m_application.window(), m_plan.profile, m_plan.sql);
    planDialogs();
    planPassword();
    if (!m_plan.profile.isEmpty()) {
        planDestroying();
        planTrial();
    }
    planExchange();
    planRealms();
    next();
}

void Tour::planDialogs()
{
    MainWindow &window = m_application.window();
    const auto open = [] { return QApplication::activeModalWidget() || QApplication::activePopupWidget(); };
    const auto add = [&](const QString &picture, std::function<void()> begin) {
        m_stops.append({std::move(begin), open, picture});
    };
    add(QStringLiteral("login"),
        [&window] { window.signIn(QStringLiteral("alice@CORP.EXAMPLE.COM"), QString()); });
    add(QStringLiteral("login-options"),
        [&window] { window.signIn(QStringLiteral("alice@CORP.EXAMPLE.COM"), QString())->showOptions(true); });
    add(QStringLiteral("questions"), [&window] {
        auto *dialog = new QuestionsDialog(&window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->ask(newPassword());
    });
    add(QStringLiteral("change-password"),
        [&window] { window.changePassword(QStringLiteral("alice@CORP.EXAMPLE.COM")); });
    const auto profile = [this] {
        const QList<Profile> &all = m_application.profiles().profiles();
        return all.isEmpty() ? Profile() : all.first();
    };
    add(QStringLiteral("profile"), [=, &window] { window.profileActions().editProfile(profile()); });
    add(QStringLiteral("profile-session"),
        [=, &window] { window.profileActions().editProfile(profile())->showPage(1); });
    add(QStringLiteral("profile-more"),
        [=, &window] { window.profileActions().editProfile(profile())->showPage(2); });
    if (const QStringList folder = profile().folder; !folder.isEmpty())
        add(QStringLiteral("folder"), [=, &window] { window.profileActions().editFolder(folder); });
    add(QStringLiteral("settings"), [&window] { Q_EMIT window.settingsRequested(); });
    add(QStringLiteral("quickopen"), [&window] { window.quickOpen(); });
    add(QStringLiteral("shortcuts"), [&window] { showShortcuts(*window.menuBar(), &window); });
    add(QStringLiteral("about"), [&window] { showAbout(&window); });
}

void Tour::planPassword()
{
    m_stops.append(
        {[this] {
             auto *dialog =
                 new PasswordDialog(QCoreApplication::translate("latchkey::SessionArea", "%1 on %2")
                                        .arg(QStringLiteral("bob"), QStringLiteral("db1.corp.example.com")),
                                    &m_application.window());
             dialog->setAttribute(Qt::WA_DeleteOnClose);
             dialog->offerKeychain(m_application.keychain(), QStringLiteral("bob@db1.corp.example.com:3306"));
             dialog->open();
         },
         [] { return QApplication::activeModalWidget() != nullptr; }, QStringLiteral("database-password")});
}

/// The session of the tour needs the tickets: without one that does, they would be destroyed without a question.
void Tour::planDestroying()
{
    const auto profile = m_application.profiles().findByPath(m_plan.profile);
    if (profile && profile->usesTickets())
        m_stops.append({[this] { m_application.window().destroyAllTickets(); },
                        [] { return QApplication::activeModalWidget() != nullptr; },
                        QStringLiteral("destroy")});
}

void Tour::planExchange()
{
    MainWindow &window = m_application.window();
    const auto add = [&](const QString &picture, std::function<void()> begin) {
        m_stops.append(
            {std::move(begin), [] { return QApplication::activeModalWidget() != nullptr; }, picture});
    };
    m_stops.append({[this, &window] { m_import = window.exchange().importText(sampleConnections()); },
                    [this] { return m_import && m_import->isReady(); }, QStringLiteral("import")});
    if (m_application.profiles().profiles().size() > 1)
        add(QStringLiteral("profiles-several"), [this, &window] {
            QList<QUuid> ids;
            for (const Profile &each : m_application.profiles().profiles())
                ids.append(each.id);
            window.profileActions().editSeveral(ids);
        });
    add(QStringLiteral("import-aws"), [&window] { window.exchange().importFromAws(); });
    add(QStringLiteral("catalogues"), [&window] { window.showCatalogues(); });
    add(QStringLiteral("subscription"), [this, &window] {
        auto *dialog = new SubscriptionDialog(m_application.catalogues(), Subscription{}, &window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    add(QStringLiteral("export"), [&window] { window.exchange().exportSelection(); });
}

void Tour::planTrial()
{
    const auto editor = std::make_shared<QPointer<ProfileEditor>>();
    m_stops.append(
        {[this, editor] {
             const auto profile = m_application.profiles().findByPath(m_plan.profile);
             *editor = m_application.window().profileActions().editProfile(profile ? *profile : Profile());
             (*editor)->findChild<QPushButton *>(QStringLiteral("test"))->click();
         },
         [editor] {
             const auto *banner =
                 *editor ? (*editor)->findChild<QWidget *>(QStringLiteral("trialBanner")) : nullptr;
             return banner && banner->isVisible();
         },
         QStringLiteral("profile-test")});
}

/// The wizard is over the dialog: its picture is taken first, and closes it.
void Tour::planRealms()
{
    const auto dialog = std::make_shared<QPointer<RealmDialog>>();
    const auto wizard = std::make_shared<QPointer<RealmWizard>>();
    const auto isChecked = [dialog] { return *dialog && !(*dialog)->isChecking(); };
    m_stops.append({[this, dialog, wizard] {
                        *dialog = m_application.showRealms();
                        *wizard = (*dialog)->openWizard();
                        (*wizard)->fillIn(QStringLiteral("aws.example.com"),
                                          QStringLiteral("corp.example.com"));
                    },
                    isChecked, QStringLiteral("realm-wizard")});
    m_stops.append(
        {[dialog, wizard] {
             *wizard = (*dialog)->openWizard();
             (*wizard)->fillIn(QStringLiteral("aws.example.com"), QStringLiteral("corp.example.com"));
             (*wizard)->showChange();
         },
         [wizard] { return *wizard && (*wizard)->showsChange(); }, QStringLiteral("realm-change")});
    m_stops.append({[] {}, isChecked, QStringLiteral("realms")});
}

QWidget *Tour::subject() const
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup;
    if (QWidget *dialog = QApplication::activeModalWidget())
        return dialog;
    return &m_application.window();
}

bool Tour::take(const QString &name)
{
    QWidget *widget = subject();
    Q_EMIT reached(widget, name);
    const bool saved = widget->grab().save(QDir(m_plan.folder).filePath(name + QStringLiteral(".png")));
    if (!saved)
        complain(tr("The picture %1.png cannot be written to %2.").arg(name, m_plan.folder));
    if (widget != &m_application.window())
        widget->close();
    return saved;
}

void Tour::next()
{
    if (m_stops.isEmpty()) {
        Q_EMIT finished(0);
        return;
    }
    m_calm = 0;
    m_waited.start();
    m_stops.first().begin();
    m_look.start();
}

void Tour::look()
{
    const TourStop &stop = m_stops.first();
    m_calm = stop.ready() ? m_calm + 1 : 0;
    const bool late = m_waited.hasExpired(stopPatience);
    if (m_calm < calmEnough && !late)
        return;
    m_look.stop();
    if (late) {
        complain(tr("The tour waited in vain; the window as it is now is in late.png."));
        take(QStringLiteral("late"));
        Q_EMIT finished(1);
        return;
    }
    const bool good = stop.picture.isEmpty() || take(stop.picture);
    m_stops.removeFirst();
    if (good)
        next();
    else
        Q_EMIT finished(1);
}

} // namespace latchkey
