// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/roworder.h"
#include "core/result/resultstore.h"

#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace latchkey;
using namespace latchkey::result;
using sql::ColumnType;

namespace {

using Value = std::optional<std::string>;

std::unique_ptr<ResultStore> storeOf(ColumnType type, const std::vector<Value> &values,
                                     const QString &typeName = {})
{
    auto store = std::make_unique<ResultStore>(
        QList<sql::Column>{{QStringLiteral("a"), QStringLiteral("t"), type, typeName, true}},
        MemoryBudget::make(1 << 30));
    sql::RowBatch batch(1);
    for (const Value &value : values)
        batch.append(value ? std::optional<std::string_view>(*value) : std::nullopt);
    if (!store->append(batch))
        store.reset();
    return store;
}

QStringList inOrder(ResultStore &store, const RowOrder &order)
{
    const auto rows = orderedRows(store.snapshot(), order, {});
    QStringList values;
    for (const std::uint32_t row : rows ? *rows : std::vector<std::uint32_t>()) {
        const auto value = store.cell(static_cast<int>(row), 0)->value();
        values << (value ? QString::fromUtf8(value->data(), static_cast<qsizetype>(value->size()))
                         : QStringLiteral("NULL"));
    }
    return values;
}

} // namespace

class RowOrderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void valuesAreSortedAsTheirTypeWants_data();
    void valuesAreSortedAsTheirTypeWants();
    void equalRowsStayInTheServersOrder();
    void anyNumbersAreSortedAsDoublesSortThem();
    void anyBytesAreSortedAsStringsSortThem();
    void theFilterFindsTextInAnyColumn();
    void theFilterTakesValuesAsTheyAreShown();
    void filteredRowsAreSorted();
    void whatIsStoppedIsCancelled();
};

void RowOrderTest::valuesAreSortedAsTheirTypeWants_data()
{
    QTest::addColumn<ColumnType>("type");
    QTest::addColumn<QStringList>("expected"); // ascending
    QTest::newRow("integers")
        << ColumnType::Integer
        << QStringList{
               u"NULL"_qs, u"-9223372036854775808"_qs, u"-100"_qs, u"-99"_qs, u"-1"_qs, u"0"_qs, u"2"_qs,
               u"10"_qs,   u"18446744073709551615"_qs};
    QTest::newRow("with zeros in front")
        << ColumnType::Integer << QStringList{u"0001"_qs, u"0002"_qs, u"0010"_qs};
    QTest::newRow("decimals") << ColumnType::Decimal
                              << QStringList{u"-12.51"_qs,
                                             u"-12.5"_qs,
                                             u"-0.01"_qs,
                                             u"-0.001"_qs,
                                             u"0.00"_qs,
                                             u"0.001"_qs,
                                             u"0.01"_qs,
                                             u"0.1"_qs,
                                             u"1.1"_qs,
                                             u"1.10000000001"_qs,
                                             u"12345678901234567890123456789.000001"_qs,
                                             u"12345678901234567890123456789.000002"_qs};
    QTest::newRow("floats") << ColumnType::Float
                            << QStringList{u"-1e100"_qs, u"-1"_qs, u"-1e-9"_qs, u"0"_qs,
                                           u"1e-9"_qs,   u"9"_qs,  u"10"_qs,    u"1e20"_qs};
    QTest::newRow("dates") << ColumnType::Date
                           << QStringList{u"NULL"_qs, u"0000-00-00"_qs, u"1999-12-31"_qs, u"2024-00-00"_qs,
                                          u"2024-02-29"_qs};
    QTest::newRow("times of the day")
        << ColumnType::DateTime
        << QStringList{u"2024-02-29 23:59:59"_qs, u"2024-02-29 23:59:59.000001"_qs,
                       u"2024-02-29 23:59:59.5"_qs, u"2024-03-01 00:00:00"_qs};
    QTest::newRow("times") << ColumnType::Time
                           << QStringList{u"-838:59:59"_qs, u"-00:00:01.5"_qs, u"-00:00:01"_qs,
                                          u"00:00:00"_qs,   u"09:00:00"_qs,    u"100:00:00"_qs};
    QTest::newRow("text") << ColumnType::Text
                          << QStringList{u"NULL"_qs,      QString(),   u"a"_qs, u"Ab"_qs,
                                         u"äc"_qs,        u"Ad"_qs,    u"b"_qs, u"Straße 1"_qs,
                                         u"STRASSE 2"_qs, u"Zürich"_qs};
    QTest::newRow("text with the same beginning")
        << ColumnType::Text
        << QStringList{u"a customer"_qs, u"a customer of ours 1"_qs, u"a customer of ours 10"_qs,
                       u"A customer of ours 2"_qs};
    QTest::newRow("bytes") << ColumnType::Binary << QStringList{u"A"_qs, u"B"_qs, u"a"_qs};
}

void RowOrderTest::valuesAreSortedAsTheirTypeWants()
{
    QFETCH(ColumnType, type);
    QFETCH(QStringList, expected);
    std::vector<Value> values;
    for (const QString &value : expected)
        values.push_back(value == u"NULL"_qs ? Value() : Value(value.toStdString()));
    std::mt19937 random(1);
    for (int round = 0; round < 20; ++round) {
        std::shuffle(values.begin(), values.end(), random);
        const auto store = storeOf(type, values);
        QCOMPARE(inOrder(*store, {.sortColumn = 0}), expected);
        QCOMPARE(inOrder(*store, {.sortColumn = 0, .descending = true}),
                 QStringList(expected.rbegin(), expected.rend()));
    }
}

void RowOrderTest::equalRowsStayInTheServersOrder()
{
    const auto store = storeOf(ColumnType::Text, {"b", "A", "a", std::nullopt, "B", std::nullopt});
    const auto up = orderedRows(store->snapshot(), {.sortColumn = 0}, {});
    const auto down = orderedRows(store->snapshot(), {.sortColumn = 0, .descending = true}, {});
    QVERIFY(*up == (std::vector<std::uint32_t>{3, 5, 1, 2, 0, 4}));
    QVERIFY(*down == (std::vector<std::uint32_t>{0, 4, 1, 2, 3, 5}));
}

void RowOrderTest::anyNumbersAreSortedAsDoublesSortThem()
{
    std::mt19937 random(4);
    std::vector<Value> values;
    for (int index = 0; index < 20'000; ++index) // all of them doubles exactly
        values.push_back(QString::number((static_cast<int>(random() % 2'000'000) - 1'000'000) / 64.0, 'f', 6)
                             .toStdString());
    const auto store = storeOf(ColumnType::Decimal, values);
    const auto rows = orderedRows(store->snapshot(), {.sortColumn = 0}, {});
    QCOMPARE(rows->size(), values.size());
    QVERIFY(std::is_sorted(rows->begin(), rows->end(), [&](std::uint32_t one, std::uint32_t other) {
        const double left = std::stod(*values[one]);
        const double right = std::stod(*values[other]);
        return left != right ? left < right : one < other;
    }));
}

void RowOrderTest::anyBytesAreSortedAsStringsSortThem()
{
    std::mt19937 random(4);
    std::vector<Value> values;
    for (int index = 0; index < 20'000; ++index) {
        std::string value(random() % 20, '\0');
        for (char &byte : value)
            byte = static_cast<char>(random() % 3 == 0 ? 0xFFU
                                                       : random() % 2); // zeros at the end, long beginnings
        values.emplace_back(std::move(value));
    }
    const auto store = storeOf(ColumnType::Binary, values);
    for (const bool descending : {false, true}) {
        const auto rows = orderedRows(store->snapshot(), {.sortColumn = 0, .descending = descending}, {});
        QVERIFY(std::is_sorted(rows->begin(), rows->end(), [&](std::uint32_t one, std::uint32_t other) {
            const int order = values[one]->compare(*values[other]); // of unsigned bytes
            return order != 0 ? (order < 0) != descending : one < other;
        }));
    }
}

void RowOrderTest::theFilterFindsTextInAnyColumn()
{
    ResultStore store(
        {{u"a"_qs, u"t"_qs, ColumnType::Text, {}, true}, {u"b"_qs, u"t"_qs, ColumnType::Text, {}, true}},
        MemoryBudget::make(1 << 30));
    sql::RowBatch batch(2);
    for (const char *value : {"Zürich", "x", "x", "ZURICH west", "Zu", "rich", "Bern", "zurich"})
        batch.append(value);
    batch.append(std::nullopt);
    batch.append("null");
    QVERIFY(store.append(batch));
    const auto rows = [&](const QString &text, std::optional<int> column) {
        return *orderedRows(store.snapshot(), {.filter = text, .filterColumn = column}, {});
    };
    QVERIFY(rows(u"zurich"_qs, {}) == (std::vector<std::uint32_t>{0, 1, 3}));
    QVERIFY(rows(u"ZÜRICH"_qs, {}) == (std::vector<std::uint32_t>{0, 1, 3}));
    QVERIFY(rows(u"zurich"_qs, 0) == (std::vector<std::uint32_t>{0}));
    QVERIFY(rows(u"null"_qs, {}) == (std::vector<std::uint32_t>{4}));
    QVERIFY(rows(u"null"_qs, 0).empty());
    QVERIFY(rows(u"nowhere to be found"_qs, {}).empty());
}

void RowOrderTest::theFilterTakesValuesAsTheyAreShown()
{
    const auto bytes = storeOf(ColumnType::Binary, {"\xAB\xCD", "\x12", "abcd"});
    QVERIFY(*orderedRows(bytes->snapshot(), {.filter = u"0xabc"_qs}, {}) == std::vector<std::uint32_t>{0});
    const auto bits = storeOf(ColumnType::Bit, {"\x05", "\x02"}, u"BIT(3)"_qs);
    QVERIFY(*orderedRows(bits->snapshot(), {.filter = u"b'101'"_qs}, {}) == std::vector<std::uint32_t>{0});
}

void RowOrderTest::filteredRowsAreSorted()
{
    std::vector<Value> values;
    for (int row = 0; row < 10'000; ++row)
        values.push_back(std::to_string(row * 7 % 10'000));
    const auto store = storeOf(ColumnType::Integer, values);
    const QStringList shown = inOrder(*store, {.sortColumn = 0, .descending = true, .filter = u"99"_qs});
    QCOMPARE(shown.size(), 280);
    QCOMPARE(shown.first(), u"9999"_qs);
    QCOMPARE(shown.last(), u"99"_qs);
}

void RowOrderTest::whatIsStoppedIsCancelled()
{
    const auto store = storeOf(ColumnType::Integer, {"2", "1"});
    std::stop_source stop;
    stop.request_stop();
    const auto rows = orderedRows(store->snapshot(), {.sortColumn = 0}, stop.get_token());
    QVERIFY(!rows);
    QCOMPARE(rows.error().code, Error::Code::Cancelled);
}

QTEST_GUILESS_MAIN(RowOrderTest)
#include "rowordertest.moc"
