// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/renewalplan.h"

#include <QRandomGenerator>
#include <QTest>

#include <deque>

using namespace latchkey;
using namespace latchkey::krb;
using namespace std::chrono_literals;
using std::chrono::seconds;

namespace {

constexpr Instant zero{std::chrono::sys_days(std::chrono::year(2026) / 11 / 22)};

Ticket ticket(seconds start, seconds end, std::optional<seconds> renewUntil)
{
    Ticket tgt;
    tgt.client = {{QStringLiteral("alice")}, QStringLiteral("R")};
    tgt.startTime = zero + start;
    tgt.endTime = zero + end;
    if (renewUntil)
        tgt.renewUntil = zero + *renewUntil;
    return tgt;
}

// "renew 5:00:00", from `zero` on.
QString text(const RenewalStep &step)
{
    const auto at = (step.at - zero).count();
    const QString time = QStringLiteral("%1:%2:%3")
                             .arg(at / 3600)
                             .arg(at / 60 % 60, 2, 10, QLatin1Char('0'))
                             .arg(at % 60, 2, 10, QLatin1Char('0'));
    switch (step.kind) {
    case RenewalStep::Kind::Nothing:
        break;
    case RenewalStep::Kind::Renew:
        return QStringLiteral("renew ") + time;
    case RenewalStep::Kind::Warn:
        return QStringLiteral("warn ") + time;
    case RenewalStep::Kind::SignInAgain:
        return QStringLiteral("sign in ") + time;
    }
    return QStringLiteral("nothing");
}

} // namespace

class RenewalTest : public QObject
{
    Q_OBJECT

private:
    using History = RenewalHistory;
    static RenewalRules opted()
    {
        RenewalRules rules;
        rules.signsInAgain = {QStringLiteral("alice@R")};
        return rules;
    }
    static RenewalRules off()
    {
        RenewalRules rules;
        rules.renews = false;
        return rules;
    }
    static RenewalRules silent(RenewalRules rules)
    {
        rules.warnBefore.clear();
        return rules;
    }
    // What a KDC that may be down makes of a renewal.
    static void attempt(Ticket &tgt, History &history, Instant now, bool works, bool refuses)
    {
        const seconds life = tgt.endTime - tgt.startTime;
        history.lastAttempt = now;
        if (refuses) {
            history.refused = true;
        } else if (!works) {
            ++history.failures;
        } else {
            tgt.startTime = now;
            tgt.endTime = std::min(now + life, *tgt.renewUntil);
            history = History{.lastAttempt = now, .renewedAt = now};
        }
    }

private Q_SLOTS:
    void theNextStep_data()
    {
        QTest::addColumn<Ticket>("tgt");
        QTest::addColumn<RenewalHistory>("history");
        QTest::addColumn<RenewalRules>("rules");
        QTest::addColumn<qint64>("now");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const Ticket &tgt, const History &history,
                            const RenewalRules &rules, seconds now, const char *expected) {
            QTest::newRow(name) << tgt << history << rules << static_cast<qint64>(now.count())
                                << QString::fromLatin1(expected);
        };
        const auto at = [](seconds moment) { return std::optional(zero + moment); };
        const RenewalRules normal;
        const Ticket day = ticket(0h, 10h, 168h);
        const Ticket last = ticket(0h, 10h, 10h);
        const Ticket fixed = ticket(0h, 10h, {});

        row("fresh", day, {}, normal, 1min, "renew 5:00:00");
        row("half over", day, {}, normal, 7h, "renew 7:00:00");
        row("nearly over", day, {}, normal, 10h - 1s, "renew 9:59:59");
        row("just over", day, {}, normal, 10h, "nothing");
        row("long over", day, {}, normal, 200h, "nothing");
        row("issued in the future, as the clock was set back", day, {}, normal, -3h, "renew 5:00:00");
        row("renewable by one second", ticket(0h, 10h, 10h + 1s), {}, normal, 1h, "renew 5:00:00");
        row("the renewable life ends before the ticket", ticket(0h, 10h, 4h), {}, normal, 1h, "warn 9:45:00");
        row("the renewable life ends with the ticket", last, {}, normal, 1h, "warn 9:45:00");
        row("not renewable", fixed, {}, normal, 1h, "warn 9:45:00");
        row("switched off", day, {}, off(), 1h, "warn 9:45:00");
        row("switched off, without warnings", day, {}, silent(off()), 1h, "nothing");
        row("weeks", ticket(0h, 24h * 14, 24h * 90), {}, normal, 1h, "renew 168:00:00");
        row("seconds", ticket(0s, 6s, 20s), {}, normal, 1s, "renew 0:00:03");
        row("seconds, tried a moment ago", ticket(0s, 6s, 20s), {.lastAttempt = at(0s)}, normal, 1s,
            "warn 0:00:05");
        row("no life at all", ticket(5h, 5h, 10h), {}, normal, 1h, "renew 4:59:59");
        row("an end before the start", ticket(5h, 4h, 10h), {}, normal, 1h, "renew 3:59:59");

        row("just renewed", ticket(5h, 15h, 168h), {.lastAttempt = at(5h)}, normal, 5h, "renew 10:00:00");
        row("never two attempts at once", day, {.lastAttempt = at(7h)}, normal, 7h, "renew 7:01:00");
        row("just renewed, by a clock that is ahead of the KDC's", day,
            {.lastAttempt = at(7h), .renewedAt = at(7h)}, normal, 7h, "renew 7:45:00");
        row("just renewed, by one that is far ahead", day,
            {.lastAttempt = at(10h - 3min), .renewedAt = at(10h - 3min)}, normal, 10h - 3min,
            "renew 9:58:00");
        row("just renewed, and set back since", day, {.lastAttempt = at(7h), .renewedAt = at(7h)}, normal, 6h,
            "renew 6:00:00");
        row("renewed and failed", day, {.lastAttempt = at(5h), .failures = 1, .renewedAt = at(0h)}, normal,
            5h, "renew 5:01:00");
        row("failed once", day, {.lastAttempt = at(5h), .failures = 1}, normal, 5h, "renew 5:01:00");
        row("failed twice", day, {.lastAttempt = at(5h), .failures = 2}, normal, 5h, "renew 5:02:00");
        row("failed four times", day, {.lastAttempt = at(5h), .failures = 4}, normal, 5h, "renew 5:08:00");
        row("failed often", day, {.lastAttempt = at(5h), .failures = 5}, normal, 5h, "renew 5:15:00");
        row("failed beyond counting", day, {.lastAttempt = at(5h), .failures = 1'000'000}, normal, 5h,
            "renew 5:15:00");
        row("slept after a failure", day, {.lastAttempt = at(5h), .failures = 5}, normal, 8h,
            "renew 8:00:00");
        row("a failure that is in the future says nothing", day, {.lastAttempt = at(9h), .failures = 5},
            normal, 5h, "renew 5:00:00");
        row("a success that is in the future says nothing", day, {.lastAttempt = at(9h)}, normal, 3h,
            "renew 5:00:00");
        row("once more before the end", day,
            {.lastAttempt = at(9h + 50min), .failures = 9, .warnedBefore = 5min}, normal, 9h + 51min,
            "renew 9:59:30");
        row("no time for another attempt", day,
            {.lastAttempt = at(10h - 20s), .failures = 9, .warnedBefore = 5min}, normal, 10h - 10s,
            "nothing");

        row("failing, the warning comes too", day, {.lastAttempt = at(9h + 40min), .failures = 9}, normal,
            9h + 41min, "warn 9:45:00");
        row("refused", day, {.lastAttempt = at(5h), .refused = true}, normal, 6h, "warn 9:45:00");
        row("warned", last, {.warnedBefore = 15min}, normal, 9h + 45min, "warn 9:55:00");
        row("warned twice", last, {.warnedBefore = 5min}, normal, 9h + 55min, "nothing");
        row("two overdue warnings are one", last, {}, normal, 9h + 58min, "warn 9:58:00");
        row("a warning in proportion to a short life", ticket(0min, 8min, {}), {}, normal, 0min,
            "warn 0:06:00");
        row("no warning of what is over", last, {}, normal, 10h, "nothing");

        row("opted in", last, {}, opted(), 1h, "sign in 9:45:00");
        row("opted in, still renewable", day, {}, opted(), 1h, "renew 5:00:00");
        row("opted in, refused", day, {.refused = true}, opted(), 9h + 50min, "sign in 9:50:00");
        row("opted in, over", last, {}, opted(), 11h, "sign in 11:00:00");
        row("opted in, without warnings", last, {}, silent(opted()), 1h, "sign in 9:55:00");
        row("opted in, asked", last, {.warnedBefore = 15min, .askedToSignIn = true}, opted(), 9h + 46min,
            "warn 9:55:00");
        row("opted in, asked and over", last, {.askedToSignIn = true}, opted(), 11h, "nothing");
    }
    void theNextStep()
    {
        QFETCH(Ticket, tgt);
        QFETCH(RenewalHistory, history);
        QFETCH(RenewalRules, rules);
        QFETCH(qint64, now);
        QFETCH(QString, expected);
        QCOMPARE(text(planRenewal(tgt, history, rules, 0, zero + seconds(now))), expected);
    }

    void jitterRenewsEarlierAndRetriesLater()
    {
        const Ticket tgt = ticket(0h, 10h, 168h);
        QCOMPARE(text(planRenewal(tgt, {}, {}, 1, zero)), QStringLiteral("renew 4:30:00"));
        const History failed{.lastAttempt = zero + 5h, .failures = 1};
        QCOMPARE(text(planRenewal(tgt, failed, {}, 1, zero + 5h)), QStringLiteral("renew 5:01:15"));
        QCOMPARE(text(planRenewal(tgt, failed, {}, 7, zero + 5h)), QStringLiteral("renew 5:01:15"));
        QCOMPARE(text(planRenewal(tgt, failed, {}, -7, zero + 5h)), QStringLiteral("renew 5:01:00"));
    }

    void anOutageOfADayCostsFewAttempts()
    {
        const Ticket tgt = ticket(0h, 48h, 168h);
        History history;
        int attempts = 0;
        Instant now = zero + 24h;
        for (; now < zero + 25h; ++attempts) {
            now = planRenewal(tgt, history, {}, 0, now).at;
            history.lastAttempt = now;
            ++history.failures;
        }
        QCOMPARE(attempts, 8); // the eighth is the first of the next hour
        for (; now < zero + 47h; ++attempts) {
            now = planRenewal(tgt, history, {}, 0, now).at;
            history.lastAttempt = now;
            ++history.failures;
        }
        QCOMPARE(attempts, 8 + 22 * 4);
    }

    void aRenewableWeekIsKeptToItsEndAndThenWarned()
    {
        Ticket tgt = ticket(0h, 10h, 168h);
        History history;
        Instant now = zero;
        int renewals = 0;
        QStringList rest;
        for (;;) {
            const RenewalStep step = planRenewal(tgt, history, {}, 0.5, now);
            if (step.kind == RenewalStep::Kind::Nothing)
                break;
            now = step.at;
            if (step.kind == RenewalStep::Kind::Renew) {
                attempt(tgt, history, now, true, false);
                ++renewals;
            } else {
                history.warnedBefore = step.before;
                rest += text(step);
            }
        }
        QCOMPARE(tgt.endTime, zero + 168h);
        QVERIFY2(renewals >= 32 && renewals <= 36, qPrintable(QString::number(renewals)));
        QCOMPARE(rest, QStringList({QStringLiteral("warn 167:45:00"), QStringLiteral("warn 167:55:00")}));
    }

    // Whatever KDCs, tickets and clocks do: at most 60 attempts in an hour, and one more each time the clock goes back.
    void anHourNeverSeesMoreThanSixtyAttempts()
    {
        QRandomGenerator random(20261122);
        const auto upTo = [&random](seconds most) {
            return seconds(random.bounded(static_cast<int>(most.count()) + 1));
        };
        int most = 0;
        for (int run = 0; run < 300; ++run) {
            Instant now = zero;
            seconds elapsed{}; // on a clock that nobody sets
            Ticket tgt = ticket(0s, 1s + upTo(10h), upTo(100h));
            History history;
            std::deque<seconds> attempts;
            int setBack = 0;
            for (int turn = 0; turn < 400; ++turn) {
                const RenewalStep step = planRenewal(tgt, history, {}, random.generateDouble(), now);
                QVERIFY(step.kind == RenewalStep::Kind::Nothing || step.at >= now);
                if (step.kind == RenewalStep::Kind::Nothing || random.bounded(20) == 0) {
                    const seconds start = now - zero;
                    tgt = ticket(start, start + 1s + upTo(10h), start + upTo(100h)); // somebody signed in
                    history = History{.lastAttempt = history.lastAttempt};
                    continue;
                }
                elapsed += step.at - now;
                now = step.at;
                if (random.bounded(100) == 0) {
                    now -= upTo(20h);
                    ++setBack;
                    continue;
                }
                if (step.kind != RenewalStep::Kind::Renew) {
                    history.warnedBefore = step.before;
                    continue;
                }
                attempt(tgt, history, now, random.bounded(3) == 0, random.bounded(20) == 0);
                attempts.push_back(elapsed);
                while (attempts.front() <= elapsed - 1h)
                    attempts.pop_front();
                most = std::max(most, static_cast<int>(attempts.size()));
                QVERIFY(static_cast<int>(attempts.size()) <= 60 + setBack);
            }
        }
        QVERIFY(most > 5); // the runs were not idle
    }

    void everyStepThatIsTakenIsOneLess()
    {
        const Ticket tgt = ticket(0h, 10h, 168h);
        History history{.lastAttempt = zero + 9h + 59min + 50s, .failures = 3};
        int warnings = 0;
        while (planRenewal(tgt, history, opted(), 0, zero + 10h - 5s).kind != RenewalStep::Kind::Nothing) {
            const RenewalStep step = planRenewal(tgt, history, opted(), 0, zero + 10h - 5s);
            QVERIFY(step.kind != RenewalStep::Kind::Renew);
            history.askedToSignIn = true;
            history.warnedBefore = step.before;
            QVERIFY(++warnings <= 3);
        }
        QCOMPARE(warnings, 1);
    }
};

QTEST_GUILESS_MAIN(RenewalTest)
#include "renewaltest.moc"
