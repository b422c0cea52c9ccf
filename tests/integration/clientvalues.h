// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "tests/support/sandbox.h"

#include <QProcess>

namespace latchkey::test {

/// Every type that servers have, with the values at their edges.
inline const QByteArray everyTypeTable = R"sql(
SET sql_mode = 'ALLOW_INVALID_DATES';
DROP TABLE IF EXISTS shop.edges;
CREATE TABLE shop.edges (
  id INT AUTO_INCREMENT PRIMARY KEY,
  tiny TINYINT, tiny_u TINYINT UNSIGNED, small SMALLINT, medium MEDIUMINT, big BIGINT, big_u BIGINT UNSIGNED,
  filled INT(8) ZEROFILL, exact DECIMAL(65,30), exact_u DECIMAL(20,0) UNSIGNED, single FLOAT, twice DOUBLE,
  bits BIT(64), bit1 BIT(1), day DATE, moment DATETIME(6), stamp TIMESTAMP NULL, span TIME(3), vintage YEAR,
  letters CHAR(10), words VARCHAR(200), latin VARCHAR(20) CHARACTER SET latin1, fixed BINARY(4), bytes VARBINARY(20),
  tiny_blob TINYBLOB, blob_of BLOB, long_text LONGTEXT, document JSON, choice ENUM('', 'one', 'a,b', 'tab\t'),
  several SET('x', 'y', 'ä'), place GEOMETRY);
INSERT INTO shop.edges VALUES
 (1, -128, 255, -32768, -8388608, -9223372036854775808, 18446744073709551615, 7,
  -99999999999999999999999999999999999.999999999999999999999999999999, 99999999999999999999, -3.4e38, 1.7976931348623157e308,
  b'1111111111111111111111111111111111111111111111111111111111111111', b'1', '9999-12-31', '9999-12-31 23:59:59.999999',
  '2038-01-19 03:14:07', '838:59:59.999', 2155, 'z', 'tab\tline\nback\\slash cr\r nul\0 quote\' "double"', 'ä€',
  'ab', 'a\0b', 0x00FF0A095C, REPEAT('\0\t\n\\', 50), '=1+1', '{"a": "\\u00e4\\n", "b": [1.50, null]}', 'a,b', 'x,ä',
  ST_GeomFromText('GEOMETRYCOLLECTION(POINT(1 2),LINESTRING(0 0,1 1))')),
 (2, 0, 0, 0, 0, 0, 0, 0, 0, 0, -0.0, 5e-324, b'0', b'0', '0000-00-00', '0000-00-00 00:00:00', NULL, '-838:59:59', 0,
  '', '', '', '', '', '', '', '', 'null', '', '', NULL),
 (3, 1, 1, 1, 1, 1, 1, 123456789, 1.5, 1, 1.1, 0.1, 0x0A, NULL, '2023-02-31', '1000-01-01 00:00:00.000001', '1970-01-01 00:00:01',
  '-00:00:00.001', 1901, '-', '\\N', 'NULL', 0x0A0D, 0x09, NULL, NULL, REPEAT('long ', 20000), '"x"', 'tab\t', '', NULL);
INSERT INTO shop.edges (id) VALUES (4);
)sql";

/// What the mariadb client prints, run on the writer as the sandbox's administrator, in the schema "shop".
inline QByteArray clientOutput(const Sandbox &sandbox, const QStringList &options, const QByteArray &sql)
{
    const auto server = sandbox.server(QStringLiteral("writer"));
    const auto &admin = sandbox.description().admin;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("MYSQL_PWD"), admin.password);
    QProcess program;
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral("mariadb"),
                  QStringList{QStringLiteral("--no-defaults"), QStringLiteral("--host=") + server.host,
                              QStringLiteral("--port=%1").arg(server.port),
                              QStringLiteral("--user=") + admin.user,
                              QStringLiteral("--default-character-set=utf8mb4")}
                      + options + QStringList{QStringLiteral("shop")});
    program.write(sql);
    program.closeWriteChannel();
    program.waitForFinished();
    return program.readAllStandardOutput();
}

/// What mysql --batch escapes, as --raw leaves it.
inline QByteArray unescaped(const QByteArray &tsv)
{
    QByteArray raw;
    for (qsizetype at = 0; at < tsv.size(); ++at) {
        if (tsv[at] != '\\') {
            raw += tsv[at];
            continue;
        }
        const char letter = tsv[++at];
        raw += letter == 't' ? '\t' : letter == 'n' ? '\n' : letter == '0' ? '\0' : letter;
    }
    return raw;
}

} // namespace latchkey::test
