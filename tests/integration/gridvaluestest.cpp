// SPDX-License-Identifier: GPL-2.0-or-later
// What a result's grid shows and gives away is what the mariadb client prints, for every type and its edges.
#include "core/result/cellselection.h"
#include "core/result/celltext.h"
#include "tests/integration/clientvalues.h"
#include "tests/support/adminoptions.h"
#include "tests/support/sessionvalues.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::result;
using namespace latchkey::test;

namespace {

class CollectedBytes final : public ByteOutput
{
public:
    Result<> write(std::string_view bytes) override
    {
        m_bytes.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
        return Ok{};
    }
    const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// The rows of mysql --batch, without the one of names.
QList<QByteArrayList> fieldsOf(const QByteArray &batch)
{
    QList<QByteArrayList> rows;
    for (const QByteArray &line : batch.split('\n').mid(1)) {
        QByteArrayList fields;
        for (const QByteArray &field : line.split('\t'))
            fields << unescaped(field);
        rows << fields;
    }
    rows.removeLast(); // behind the last line's end
    return rows;
}

/// As the grid shows what the client prints; nothing where it shows less.
std::optional<QString> shownOf(const sql::Column &column, const QByteArray &field)
{
    constexpr qsizetype shownBinary = 16;
    if (column.type == sql::ColumnType::Bit) {
        QString digits;
        for (const char byte : field)
            digits += QString::number(static_cast<unsigned char>(byte), 2).rightJustified(8, u'0');
        const QString width = column.typeName.section(u'(', 1).section(u')', 0, 0);
        return u"b'"_qs + digits.right(width.isEmpty() ? -1 : width.toInt()) + u'\'';
    }
    if (isShownInHex(column.type))
        return field.size() <= shownBinary
                   ? std::optional(u"0x"_qs + QString::fromLatin1(field.toHex()).toUpper())
                   : std::nullopt;
    const bool isPlain = std::none_of(field.begin(), field.end(), [](char c) { return c >= 0 && c < ' '; });
    return isPlain && field.size() < 500 ? std::optional(QString::fromUtf8(field)) : std::nullopt;
}

} // namespace

class GridValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem()));
        QByteArray output;
        QVERIFY2(m_sandbox.execute(u"writer"_qs, everyTypeTable, &output), output.constData());
        auto options = adminOptions(m_sandbox);
        options.schema = u"shop"_qs;
        m_session = openSession(options);
        QVERIFY(m_session);
    }
    void init() { m_store.reset(); }

    void valuesAreThoseOfTheClient_data() { tables(); }
    void valuesAreThoseOfTheClient()
    {
        fill();
        const QList<QByteArrayList> expected =
            fieldsOf(clientOutput(m_sandbox, {u"--batch"_qs}, statement()));
        QCOMPARE(m_store->rows(), expected.size());
        QVERIFY(m_store->rows() > 0);
        for (int row = 0; row < m_store->rows(); ++row) {
            QCOMPARE(m_store->columns().size(), expected[row].size());
            for (int column = 0; column < expected[row].size(); ++column)
                compare(row, column, expected[row][column]);
        }
    }

    void whatIsCopiedIsWhatTheClientPrints_data() { tables(); }
    void whatIsCopiedIsWhatTheClientPrints()
    {
        fill();
        const CellSelection all(
            {m_store, nullptr, m_store->rows()},
            {{0, m_store->rows() - 1, 0, static_cast<int>(m_store->columns().size()) - 1}});
        CollectedBytes copied;
        const auto writer = makeRowWriter(RowFormat::Tsv, {}, copied);
        QVERIFY(writeCells(all.cells(), *writer));
        QVERIFY(copied.bytes() == clientOutput(m_sandbox, {u"--batch"_qs}, statement()));
        QVERIFY(unescaped(copied.bytes())
                == clientOutput(m_sandbox, {u"--batch"_qs, u"--raw"_qs}, statement()));
    }

private:
    static void tables()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<int>("budget"); // bytes
        for (const QString &table : {u"edges"_qs, u"every_type"_qs, u"customers"_qs}) {
            QTest::addRow("%s, in memory", qPrintable(table)) << table << (1 << 30);
            QTest::addRow("%s, from the file", qPrintable(table)) << table << 0;
        }
    }

    static QByteArray statement()
    {
        QFETCH(QString, table);
        return u"select * from %1 order by 1, 2"_qs.arg(table).toUtf8();
    }

    void fill()
    {
        QFETCH(int, budget);
        sql::RowSink sink;
        sink.columns = [this, budget](const QList<sql::Column> &columns) {
            m_store =
                std::make_shared<ResultStore>(columns, MemoryBudget::make(static_cast<std::size_t>(budget)));
        };
        bool isKept = true;
        sink.rows = [&](const sql::RowBatch &batch) { isKept = isKept && m_store->append(batch); };
        QVERIFY(m_session->run(QString::fromUtf8(statement()), sink).result());
        QVERIFY(m_store && isKept);
    }

    void compare(int row, int column, const QByteArray &expected) const
    {
        const sql::Column &of = m_store->columns()[column];
        const auto cell = m_store->cell(row, column);
        QVERIFY(cell);
        const std::string_view value = cell->value().value_or("NULL");
        QVERIFY2(QByteArray(value.data(), static_cast<qsizetype>(value.size())) == expected,
                 qPrintable(of.name));
        if (cell->isNull())
            return;
        const QString shown = displayText(of, value);
        if (const auto client = shownOf(of, expected))
            QCOMPARE(shown, *client);
        else
            QVERIFY2(!shown.isEmpty() && !shown.contains(u'\n'), qPrintable(shown));
    }

    Sandbox m_sandbox;
    std::shared_ptr<sql::Session> m_session;
    std::shared_ptr<ResultStore> m_store;
};

QTEST_GUILESS_MAIN(GridValuesTest)
#include "gridvaluestest.moc"
