// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/resultstore.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <random>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace latchkey;
using namespace latchkey::result;

namespace {

using Value = std::optional<std::string>;
using Rows = std::vector<std::vector<Value>>;

QList<sql::Column> columns(int count)
{
    QList<sql::Column> made;
    for (int index = 0; index < count; ++index)
        made.append({QStringLiteral("c%1").arg(index), QStringLiteral("t"), sql::ColumnType::Text,
                     QStringLiteral("TEXT"), true});
    return made;
}

sql::RowBatch batchOf(const Rows &rows, std::size_t from, std::size_t end)
{
    sql::RowBatch batch(static_cast<int>(rows.front().size()));
    for (std::size_t row = from; row < end; ++row)
        for (const Value &value : rows[row])
            batch.append(value ? std::optional<std::string_view>(*value) : std::nullopt);
    return batch;
}

/// NULL, empty, of one width or of any, with any byte in it.
Value someValue(std::mt19937 &random, std::size_t column)
{
    const auto kind = random() % 20;
    if (kind == 0 && column != 0)
        return std::nullopt;
    if (kind == 1 && column != 0)
        return std::string();
    std::string value(column == 0 ? 32 : random() % 60, '\0');
    for (char &byte : value)
        byte = static_cast<char>(random());
    return value;
}

Rows someRows(unsigned seed, std::size_t count, std::size_t width)
{
    std::mt19937 random(seed);
    Rows rows(count);
    for (auto &row : rows)
        for (std::size_t column = 0; column < width; ++column)
            row.push_back(someValue(random, column));
    return rows;
}

QString difference(const ResultStore &store, const Rows &rows)
{
    if (store.rows() != static_cast<int>(rows.size()))
        return QStringLiteral("%1 rows").arg(store.rows());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t column = 0; column < rows[row].size(); ++column) {
            const auto cell = store.cell(static_cast<int>(row), static_cast<int>(column));
            if (!cell)
                return cell.error().message;
            const Value &expected = rows[row][column];
            if (cell->isNull() != !expected || (expected && *cell->value() != *expected))
                return QStringLiteral("row %1, column %2").arg(row).arg(column);
        }
    }
    return {};
}

/// No file of this process can grow beyond some bytes, as if the disk were full.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, SIG_DFL);
    }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before{};
};

} // namespace

class ResultStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatGoesInComesOut_data();
    void whatGoesInComesOut();
    void aValueOf16MegabytesComesOut();
    void ofOneWidthValuesTakeLittleMoreThanTheirBytes();
    void manyResultsKeepWithinOneBudget();
    void aSessionLeavesTheOthersTheirMemory();
    void aResultThatGoesGivesItsShareBack();
    void theFileHasNoNameAndIsPrivate();
    void aFullDiskRefusesMoreAndKeepsWhatIsThere();
    void aFolderThatIsNotThereIsASentence();
    void aBatchOfAnotherWidthChangesNothing();
    void aSnapshotStaysAsItWas();
    void rowsAreReadWhileMoreArrive();
    void whatIsInTheFileIsAtHandOnceItHasBeenRead();

private:
    QTemporaryDir m_folder;
};

void ResultStoreTest::whatGoesInComesOut_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("budget");
    for (const int budget : {1 << 30, 1'000'000, 0}) {
        QTest::addRow("none, %d bytes", budget) << 0 << 3 << budget;
        QTest::addRow("one row, %d bytes", budget) << 1 << 3 << budget;
        QTest::addRow("a page less one, %d bytes", budget) << 4095 << 2 << budget;
        QTest::addRow("a page, %d bytes", budget) << 4096 << 2 << budget;
        QTest::addRow("many, %d bytes", budget) << 30'000 << 4 << budget;
    }
}

void ResultStoreTest::whatGoesInComesOut()
{
    QFETCH(int, rows);
    QFETCH(int, width);
    QFETCH(int, budget);
    const Rows all = someRows(static_cast<unsigned>(rows), static_cast<std::size_t>(rows),
                              static_cast<std::size_t>(width));
    ResultStore store(columns(width), MemoryBudget::make(static_cast<std::size_t>(budget)), m_folder.path());
    std::mt19937 random(1);
    std::size_t valueBytes = 0;
    for (std::size_t row = 0; row < all.size();) {
        const std::size_t end = std::min(all.size(), row + random() % 1000 + 1);
        const sql::RowBatch batch = batchOf(all, row, end);
        valueBytes += batch.bytes();
        QVERIFY(store.append(batch));
        row = end;
    }
    QCOMPARE(difference(store, all), QString());
    QCOMPARE(store.valueBytes(), valueBytes);
    if (rows > 10'000)
        QCOMPARE(store.spilled() > 0, valueBytes > static_cast<std::size_t>(budget));
    store.settle();
    QCOMPARE(difference(store, all), QString());
}

void ResultStoreTest::aValueOf16MegabytesComesOut()
{
    Rows rows = someRows(7, 10, 2);
    rows[3][1] = std::string(16 << 20, 'x');
    rows[5][0] = std::string(16 << 20, 'y');
    ResultStore store(columns(2), MemoryBudget::make(20 << 20), m_folder.path());
    for (std::size_t row = 0; row < rows.size(); ++row)
        QVERIFY(store.append(batchOf(rows, row, row + 1)));
    QVERIFY(store.spilled() > 0);
    QCOMPARE(difference(store, rows), QString());
}

void ResultStoreTest::ofOneWidthValuesTakeLittleMoreThanTheirBytes()
{
    Rows rows(100'000, {std::string(32, 'h')});
    ResultStore store(columns(1), MemoryBudget::make(1 << 30), m_folder.path());
    QVERIFY(store.append(batchOf(rows, 0, rows.size())));
    store.settle();
    QVERIFY2(static_cast<double>(store.memory()) < 1.01 * static_cast<double>(store.valueBytes()),
             qPrintable(QString::number(store.memory())));
}

void ResultStoreTest::manyResultsKeepWithinOneBudget()
{
    constexpr std::size_t limit = 1 << 20;
    const auto budget = MemoryBudget::make(limit);
    const Rows rows = someRows(3, 5'000, 4);
    std::vector<std::unique_ptr<ResultStore>> stores;
    for (int session = 0; session < 10; ++session) {
        stores.push_back(std::make_unique<ResultStore>(columns(4), budget, m_folder.path()));
        QVERIFY(stores.back()->append(batchOf(rows, 0, rows.size())));
        QVERIFY2(budget->used() <= limit, qPrintable(QString::number(budget->used())));
    }
    for (const auto &store : stores)
        QCOMPARE(difference(*store, rows), QString());
}

void ResultStoreTest::aSessionLeavesTheOthersTheirMemory()
{
    constexpr std::size_t limit = 2 << 20;
    const auto process = MemoryBudget::make(limit);
    const auto greedy = MemoryBudget::make(limit / 2, process);
    const Rows many = someRows(3, 50'000, 4);
    const Rows few = someRows(4, 1'000, 4);
    {
        ResultStore large(columns(4), greedy, m_folder.path());
        QVERIFY(large.append(batchOf(many, 0, many.size())));
        ResultStore small(columns(4), MemoryBudget::make(limit / 2, process), m_folder.path());
        QVERIFY(small.append(batchOf(few, 0, few.size())));
        QVERIFY(large.spilled() > 0);
        QCOMPARE(small.spilled(), 0U);
        QVERIFY(greedy->used() <= limit / 2);
        QVERIFY(process->used() >= greedy->used());
    }
    QCOMPARE(process->used(), 0U);
    const auto all = process->take(limit);
    QVERIFY(all && !greedy->take(1));
    QCOMPARE(greedy->used(), 0U);
}

void ResultStoreTest::aResultThatGoesGivesItsShareBack()
{
    const auto budget = MemoryBudget::make(1 << 30);
    {
        const Rows rows = someRows(3, 20'000, 4);
        ResultStore store(columns(4), budget, m_folder.path());
        QVERIFY(store.append(batchOf(rows, 0, rows.size())));
        QVERIFY(budget->used() > 1'000'000);
    }
    QCOMPARE(budget->used(), 0U);
}

void ResultStoreTest::theFileHasNoNameAndIsPrivate()
{
    QTemporaryDir folder;
    const Rows rows = someRows(3, 20'000, 4);
    ResultStore store(columns(4), MemoryBudget::make(0), folder.path());
    QVERIFY(store.append(batchOf(rows, 0, rows.size())));
    QVERIFY(store.spilled() > 1'000'000);
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList());
    bool isFound = false;
    const QFileInfoList open =
        QDir(QStringLiteral("/proc/self/fd")).entryInfoList(QDir::AllEntries | QDir::System);
    for (const QFileInfo &file : open) {
        if (!file.symLinkTarget().startsWith(folder.path()))
            continue;
        isFound = true;
        struct stat found = {};
        QCOMPARE(stat(file.filePath().toLocal8Bit().constData(), &found), 0);
        QCOMPARE(found.st_mode & 0777U, 0600U);
        QCOMPARE(found.st_nlink, 0U);
    }
    QVERIFY(isFound);
}

void ResultStoreTest::aFullDiskRefusesMoreAndKeepsWhatIsThere()
{
    const Rows rows = someRows(3, 60'000, 4);
    ResultStore store(columns(4), MemoryBudget::make(1'000'000), m_folder.path());
    Result<> refused = Ok{};
    std::size_t kept = 0;
    {
        const FullDisk full(2'000'000);
        for (std::size_t row = 0; refused && row < rows.size(); row += 500)
            refused = store.append(batchOf(rows, row, row + 500));
        QVERIFY(!refused);
        kept = static_cast<std::size_t>(store.rows());
        QVERIFY(!store.append(batchOf(rows, kept, kept + 1)));
    }
    QCOMPARE(refused.error().code, Error::Code::FileInaccessible);
    QVERIFY2(refused.error().message.contains(m_folder.path()), qPrintable(refused.error().message));
    QVERIFY(kept > 20'000 && kept < rows.size());
    QVERIFY2(!store.append(batchOf(rows, kept, kept + 1)), "rows are missing, so none may follow them");
    QCOMPARE(difference(store, Rows(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(kept))),
             QString());
}

void ResultStoreTest::aFolderThatIsNotThereIsASentence()
{
    const Rows rows = someRows(3, 10'000, 4);
    ResultStore store(columns(4), MemoryBudget::make(0), m_folder.filePath(QStringLiteral("absent")));
    const auto refused = store.append(batchOf(rows, 0, rows.size()));
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(QStringLiteral("absent")), qPrintable(refused.error().message));
    QVERIFY(store.rows() > 0);
    QVERIFY(store.cell(store.rows() - 1, 3));
}

void ResultStoreTest::aBatchOfAnotherWidthChangesNothing()
{
    const Rows rows = someRows(3, 2, 4);
    ResultStore store(columns(3), MemoryBudget::make(0), m_folder.path());
    QVERIFY(!store.append(batchOf(rows, 0, 2)));
    QCOMPARE(store.rows(), 0);
    const Rows right = someRows(3, 2, 3);
    QVERIFY(store.append(batchOf(right, 0, 2)));
    QCOMPARE(difference(store, right), QString());
}

void ResultStoreTest::aSnapshotStaysAsItWas()
{
    const Rows rows = someRows(5, 20'000, 3);
    ResultStore store(columns(3), MemoryBudget::make(500'000), m_folder.path());
    QVERIFY(store.append(batchOf(rows, 0, 5'000)));
    const RowSnapshot snapshot = store.snapshot();
    QVERIFY(store.append(batchOf(rows, 5'000, 20'000)));
    QCOMPARE(snapshot.rows(), 5'000);
    std::size_t row = 0;
    for (std::size_t number = 0; number < snapshot.pages(); ++number) {
        const auto page = snapshot.page(number);
        QVERIFY(page);
        for (int at = 0; at < (*page)->rows(); ++at, ++row)
            QVERIFY((*page)->value(at, 0) == rows[row][0]);
    }
    QCOMPARE(row, 5'000U);
    QCOMPARE(difference(store, rows), QString());
}

void ResultStoreTest::rowsAreReadWhileMoreArrive()
{
    const Rows rows = someRows(9, 40'000, 3);
    ResultStore store(columns(3), MemoryBudget::make(500'000), m_folder.path());
    std::atomic<bool> isAppended = false;
    std::thread appending([&] {
        for (std::size_t row = 0; row < rows.size(); row += 100)
            isAppended = static_cast<bool>(store.append(batchOf(rows, row, row + 100)));
        isAppended = true;
    });
    std::mt19937 random(2);
    bool isRight = true;
    while (!isAppended || store.rows() < static_cast<int>(rows.size())) {
        if (store.rows() == 0)
            continue;
        const auto row = static_cast<int>(random() % static_cast<unsigned>(store.rows()));
        const auto cell = store.cell(row, 1);
        isRight = isRight && cell && cell->value() == rows[static_cast<std::size_t>(row)][1];
    }
    appending.join();
    QVERIFY(isRight);
    QCOMPARE(difference(store, rows), QString());
}

void ResultStoreTest::whatIsInTheFileIsAtHandOnceItHasBeenRead()
{
    const Rows rows = someRows(4, 20'000, 3);
    ResultStore store(columns(3), MemoryBudget::make(0), m_folder.path());
    QVERIFY(store.append(batchOf(rows, 0, rows.size())));
    QVERIFY(!store.cellAtHand(0, 1));
    QVERIFY(store.cell(0, 1));
    QVERIFY(store.cellAtHand(0, 1)->value() == rows[0][1]);
    QVERIFY2(store.cellAtHand(store.rows() - 1, 0)->value() == rows.back()[0], "the last page is in memory");
}

QTEST_GUILESS_MAIN(ResultStoreTest)
#include "resultstoretest.moc"
