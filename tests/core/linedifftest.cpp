// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/linediff.h"

#include <QStringList>
#include <QTest>

using namespace latchkey;

class LineDiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatChanges_data();
    void showsWhatChanges();
    void whatIsTooLongIsReplacedAsAWhole();
};

void LineDiffTest::showsWhatChanges_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *before, const char *after, const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(before) << QString::fromLatin1(after)
                            << QString::fromLatin1(expected);
    };
    row("nothing to nothing", "", "", "");
    row("a new file", "", "a\nb\n", "+ a\n+ b\n");
    row("a removed file", "a\nb\n", "", "- a\n- b\n");
    row("the same", "a\nb\n", "a\nb\n", "  a\n  b\n");
    row("a line more", "a\nc\n", "a\nb\nc\n", "  a\n+ b\n  c\n");
    row("a line less", "a\nb\nc\n", "a\nc\n", "  a\n- b\n  c\n");
    row("a line changed", "a\nb\nc\n", "a\nB\nc\n", "  a\n- b\n+ B\n  c\n");
    row("two places", "a\nb\nc\nd\ne\n", "b\nc\nx\ne\n", "- a\n  b\n  c\n- d\n+ x\n  e\n");
    row("repeated lines", "}\n}\n", "}\nx\n}\n", "  }\n+ x\n  }\n");
    row("empty lines count", "a\n\nb\n", "a\nb\n", "  a\n- \n  b\n");
    row("no newline at the end", "a\nb", "a\nb\n", "  a\n  b\n");
}

void LineDiffTest::showsWhatChanges()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QTEST(text(lineDiff(before, after)), "expected");
}

void LineDiffTest::whatIsTooLongIsReplacedAsAWhole()
{
    QStringList before{QStringLiteral("first")};
    QStringList after = before;
    for (int line = 0; line < 2100; ++line) {
        before += QStringLiteral("a%1").arg(line);
        after += QStringLiteral("b%1").arg(line);
    }
    const auto diff = lineDiff(before.join(QLatin1Char('\n')), after.join(QLatin1Char('\n')));
    QCOMPARE(diff.size(), 4201);
    QCOMPARE(diff.first().kind, DiffLine::Kind::Same);
    QCOMPARE(diff.at(2100).kind, DiffLine::Kind::Removed);
    QCOMPARE(diff.at(2101).kind, DiffLine::Kind::Added);
}

QTEST_APPLESS_MAIN(LineDiffTest)
#include "linedifftest.moc"
