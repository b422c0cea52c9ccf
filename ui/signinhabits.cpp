// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/signinhabits.h"

#include <QSettings>

#include <algorithm>

namespace latchkey {

namespace {

constexpr qsizetype most = 20;

const QString array = QStringLiteral("signIn");
const QString principalKey = QStringLiteral("principal");
const QString wayKey = QStringLiteral("with");
const QString fileKey = QStringLiteral("file");
const QString keyFileKey = QStringLiteral("key");
const QString anchorsKey = QStringLiteral("anchors");
const QString optionsGroup = QStringLiteral("options");

SignInOptions loadOptions(QSettings &stored)
{
    QVariantMap map;
    stored.beginGroup(optionsGroup);
    for (const QString &key : stored.childKeys())
        map.insert(key, stored.value(key));
    stored.endGroup();
    return optionsFrom(map);
}

void saveOptions(QSettings &stored, const SignInOptions &options)
{
    const QVariantMap map = toMap(options);
    stored.beginGroup(optionsGroup);
    for (auto entry = map.begin(); entry != map.end(); ++entry)
        stored.setValue(entry.key(), entry.value());
    stored.endGroup();
}

SignInHabit habitFrom(QSettings &stored)
{
    const auto text = [&stored](const QString &key) { return stored.value(key).toString(); };
    return {text(principalKey),
            {.kind = kindOf(text(wayKey)),
             .file = text(fileKey),
             .keyFile = text(keyFileKey),
             .anchors = text(anchorsKey)},
            loadOptions(stored)};
}

} // namespace

SignInHabits withHabit(SignInHabits habits, SignInHabit habit)
{
    habits.removeIf([&](const SignInHabit &old) { return old.principal == habit.principal; });
    if (std::holds_alternative<krb::NewCache>(habit.options.cache))
        habit.options.cache = krb::AutomaticCache{}; // was for once
    habits.prepend(std::move(habit));
    return habits.first(std::min(habits.size(), most));
}

const SignInHabit *habitOf(const SignInHabits &habits, const QString &principal)
{
    const auto found = std::find_if(habits.begin(), habits.end(),
                                    [&](const SignInHabit &habit) { return habit.principal == principal; });
    return found != habits.end() ? &*found : nullptr;
}

SignInHabits loadHabits(QSettings &stored)
{
    SignInHabits habits;
    const qsizetype count = std::min<qsizetype>(stored.beginReadArray(array), most);
    for (int i = 0; i < count; ++i) {
        stored.setArrayIndex(i);
        if (SignInHabit habit = habitFrom(stored); !habit.principal.isEmpty())
            habits += std::move(habit);
    }
    stored.endArray();
    return habits;
}

void saveHabits(QSettings &stored, const SignInHabits &habits)
{
    stored.remove(array);
    stored.beginWriteArray(array, static_cast<int>(habits.size()));
    for (int i = 0; i < habits.size(); ++i) {
        const SignInHabit &habit = habits.at(i);
        stored.setArrayIndex(i);
        stored.setValue(principalKey, habit.principal);
        stored.setValue(wayKey, nameOf(habit.way.kind));
        stored.setValue(fileKey, habit.way.file);
        stored.setValue(keyFileKey, habit.way.keyFile);
        stored.setValue(anchorsKey, habit.way.anchors);
        saveOptions(stored, habit.options);
    }
    stored.endArray();
}

} // namespace latchkey
