// SPDX-License-Identifier: GPL-2.0-or-later
// profileeditor FILE add|mix NAME COUNT: makes COUNT edits of a profile file, and says "saved" after each.
// add: adds the profiles NAME-0, NAME-1, ….
// mix: adds, changes and removes its own profiles at random and counts up the notes of the profile “shared”; says at the end
// which it should have: "has NAME-3 its-notes", and "counted 17".
#include "core/profile/profilestore.h"

#include <QCoreApplication>
#include <QMap>
#include <QRandomGenerator>

#include <cstdio>
#include <cstdlib>

#include <unistd.h>

using namespace latchkey;

namespace {

void say(const QByteArray &line)
{
    const QByteArray text = line + '\n';
    if (::write(STDOUT_FILENO, text.constData(), static_cast<std::size_t>(text.size())) < 0)
        std::abort();
}

template <typename T>
void needSaved(const Result<T> &result)
{
    if (result)
        return say("saved");
    std::fprintf(stderr, "%s\n", qUtf8Printable(result.error().message));
    std::exit(1);
}

Profile named(const QString &name)
{
    Profile profile;
    profile.name = name;
    profile.host = QStringLiteral("db1.example.com");
    profile.tags = {QStringLiteral("a tag"), QStringLiteral("another")};
    return profile;
}

void add(ProfileStore &store, const QString &name, int count)
{
    for (int at = 0; at < count; ++at)
        needSaved(store.put(named(QStringLiteral("%1-%2").arg(name).arg(at))).result());
}

class Mixer
{
public:
    Mixer(ProfileStore &store, const QString &name)
        : m_store(store), m_name(name), m_random(static_cast<quint32>(name.size()))
    { }

    void edit(int at)
    {
        const auto choice = m_random.bounded(10);
        if (choice < 2)
            count();
        else if (choice < 6 || m_own.isEmpty())
            add(named(QStringLiteral("%1-%2").arg(m_name).arg(at)));
        else if (choice < 8)
            change(*std::next(m_own.begin(), m_random.bounded(static_cast<int>(m_own.size()))), at);
        else
            remove(*std::next(m_own.begin(), m_random.bounded(static_cast<int>(m_own.size()))));
    }
    void tell() const
    {
        for (const Profile &profile : m_own)
            say("has " + profile.name.toUtf8() + ' ' + profile.notes.toUtf8());
        say("counted " + QByteArray::number(m_counted));
    }

private:
    void count()
    {
        const QUuid shared = m_store.findByPath(QStringLiteral("shared"))->id;
        const auto up = [](Profile &profile) { profile.notes = QString::number(profile.notes.toInt() + 1); };
        needSaved(m_store.change(shared, up).result());
        ++m_counted;
    }
    void add(const Profile &profile)
    {
        needSaved(m_store.put(profile).result());
        m_own.insert(profile.id, profile);
    }
    void change(Profile profile, int at)
    {
        profile.notes = QString::number(at);
        add(profile);
    }
    void remove(const Profile &profile)
    {
        const QUuid id = profile.id;
        needSaved(m_store.remove({id}).result());
        m_own.remove(id);
    }

    ProfileStore &m_store;
    QString m_name;
    QRandomGenerator m_random;
    QMap<QUuid, Profile> m_own;
    int m_counted = 0;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    ProfileStore store(arguments.value(1));
    const QString name = arguments.value(3);
    const int count = arguments.value(4).toInt();
    if (arguments.value(2) == QLatin1String("add")) {
        add(store, name, count);
        return 0;
    }
    if (!store.load())
        return 1;
    Mixer mixer(store, name);
    for (int at = 0; at < count; ++at)
        mixer.edit(at);
    mixer.tell();
    return 0;
}
