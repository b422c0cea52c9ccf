// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/sandbox/shop.h"

namespace latchkey::sandbox {

namespace {

// Values follow from the row's number by remainders of primes: every sandbox has the same shop.

constexpr char tables[] = R"sql(
CREATE DATABASE shop CHARACTER SET utf8mb4;
USE shop;
SET NAMES utf8mb4;
SET SESSION sql_mode = '', foreign_key_checks = 0, unique_checks = 0;

CREATE TABLE customers (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(80) NOT NULL,
  email VARCHAR(120) NOT NULL UNIQUE,
  country CHAR(2) NOT NULL,
  born DATE NULL COMMENT 'NULL: not said',
  registered DATETIME(3) NOT NULL,
  credit DECIMAL(12,2) NOT NULL DEFAULT 0,
  preferences JSON NULL,
  notes TEXT NULL,
  photo BLOB NULL,
  KEY by_country (country, name)
) COMMENT 'Who buys';

CREATE TABLE products (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  sku CHAR(8) NOT NULL UNIQUE,
  name VARCHAR(80) NOT NULL,
  category ENUM('tea','coffee','cups','books','other') NOT NULL,
  labels SET('new','sale','organic','fragile') NOT NULL,
  price DECIMAL(10,2) NOT NULL,
  weight_kg DOUBLE NULL,
  available_until DATE NOT NULL DEFAULT '0000-00-00' COMMENT 'zero: for ever',
  picture MEDIUMBLOB NULL
) COMMENT 'What there is to buy';

CREATE TABLE orders (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  customer_id INT UNSIGNED NOT NULL,
  placed DATETIME NOT NULL,
  shipped DATETIME NULL,
  delivered DATE NOT NULL DEFAULT '0000-00-00' COMMENT 'zero: not yet',
  status ENUM('open','paid','shipped','returned') NOT NULL,
  total DECIMAL(12,2) NOT NULL DEFAULT 0,
  remark VARCHAR(200) NULL,
  KEY by_customer (customer_id, placed),
  KEY by_time (placed),
  CONSTRAINT order_of_customer FOREIGN KEY (customer_id) REFERENCES customers (id)
) COMMENT 'What was ordered';

CREATE TABLE items (
  order_id BIGINT UNSIGNED NOT NULL,
  line SMALLINT UNSIGNED NOT NULL,
  product_id INT UNSIGNED NOT NULL,
  quantity SMALLINT UNSIGNED NOT NULL,
  unit_price DECIMAL(10,2) NOT NULL,
  discount DECIMAL(5,4) NULL,
  PRIMARY KEY (order_id, line),
  KEY by_product (product_id),
  CONSTRAINT item_of_order FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE,
  CONSTRAINT item_is_product FOREIGN KEY (product_id) REFERENCES products (id)
) COMMENT 'The lines of an order';
)sql";

constexpr char rows[] = R"sql(
BEGIN;
INSERT INTO customers
SELECT seq,
       CONCAT(ELT(1 + seq MOD 11, 'Ada', 'Björn', 'Chloé', 'Dmitri', 'Eszter', 'Fatima', 'Grace', 'Håkon', 'Ines', 'José', '美咲'), ' ',
              ELT(1 + seq MOD 13, 'Almeida', 'Brontë', 'Curie', 'Dvořák', 'Euler', 'Franklin', 'Gauß', 'Hopper', 'Ibsen', 'Jelinek', 'Kovač', 'O''Neill', '田中')),
       CONCAT('customer', seq, '@example.com'),
       ELT(1 + seq MOD 7, 'DE', 'FR', 'JP', 'NO', 'HU', 'GB', 'US'),
       IF(seq MOD 5 = 0, NULL, '1950-01-01' + INTERVAL (seq * 37) MOD 20000 DAY),
       TIMESTAMPADD(MICROSECOND, (seq * 7919) MOD 1000 * 1000, '2019-01-01' + INTERVAL seq * 5 HOUR),
       (seq * 7919 MOD 100000) / 100 - 100,
       IF(seq MOD 3 = 0, NULL, JSON_OBJECT('newsletter', IF(seq MOD 2, true, false), 'language', ELT(1 + seq MOD 3, 'de', 'en', 'ja'), 'sizes', JSON_ARRAY(seq MOD 4, seq MOD 9))),
       IF(seq MOD 17 = 0, CONCAT('Likes 🫖 and 📚', CHAR(10), 'Call back “soon” – ', seq), NULL),
       IF(seq MOD 101 = 0, UNHEX(CONCAT('89504E470D0A1A0A', LPAD(HEX(seq), 8, '0'))), NULL)
FROM seq_1_to_10000;

INSERT INTO products
SELECT seq, CONCAT('LK-', LPAD(seq, 5, '0')),
       CONCAT(ELT(1 + seq MOD 5, 'Sencha 🍵', 'Espresso ☕', 'Mug', 'Novel 📖', 'Gift box 🎁'), ' No. ', seq),
       1 + seq MOD 5, seq MOD 16, 1.95 + (seq * 131 MOD 9000) / 100,
       IF(seq MOD 9 = 0, NULL, (seq MOD 40) / 8),
       IF(seq MOD 4 = 0, '2027-12-31', '0000-00-00'),
       IF(seq MOD 10 = 0, REPEAT(UNHEX('00FF10'), 20 + seq), NULL)
FROM seq_1_to_500;

INSERT INTO items
SELECT 1 + (seq - 1) DIV 2, 1 + (seq - 1) MOD 2, 1 + (seq * 31) MOD 500, 1 + seq MOD 5,
       1.95 + ((1 + (seq * 31) MOD 500) * 131 MOD 9000) / 100, IF(seq MOD 8 = 0, 0.0500, NULL)
FROM seq_1_to_59000;

INSERT INTO orders (id, customer_id, placed, shipped, delivered, status, total, remark)
SELECT order_id, 1 + (order_id * 7919) MOD 10000, '2021-01-01' + INTERVAL order_id * 83 MINUTE,
       IF(order_id MOD 6 < 2, NULL, '2021-01-02' + INTERVAL order_id * 83 MINUTE),
       IF(order_id MOD 6 < 3, '0000-00-00', DATE('2021-01-04' + INTERVAL order_id * 83 MINUTE)),
       1 + order_id MOD 6 DIV 2 + (order_id MOD 97 = 0),
       SUM(ROUND(quantity * unit_price * (1 - IFNULL(discount, 0)), 2)),
       IF(order_id MOD 29 = 0, 'Please ring twice 🔔', NULL)
FROM items GROUP BY order_id;
COMMIT;
)sql";

constexpr char extras[] = R"sql(
CREATE TABLE every_type (
  id INT NOT NULL PRIMARY KEY,
  `column with spaces` VARCHAR(40) NULL,
  tiny TINYINT NULL, big BIGINT NULL, big_unsigned BIGINT UNSIGNED NULL,
  exact DECIMAL(65,30) NULL, single FLOAT NULL, twice DOUBLE NULL,
  bits BIT(12) NULL, truth BOOLEAN NULL,
  day DATE NULL, moment DATETIME(6) NULL, stamp TIMESTAMP(6) NULL, span TIME(6) NULL, vintage YEAR NULL,
  fixed_bytes BINARY(16) NULL, bytes LONGBLOB NULL, words LONGTEXT NULL, document JSON NULL,
  address INET6 NULL, identifier UUID NULL, place POINT NULL
) COMMENT 'Values that programs get wrong';

INSERT INTO every_type VALUES
 (1, 'plain', 1, 1, 1, 1, 1, 1, b'1', TRUE, '2024-02-29', '2024-02-29 12:34:56.789012', '2024-02-29 12:34:56.789012',
  '12:34:56.789012', 2024, REPEAT(CHAR(65), 16), 'bytes', 'words', '{"a": [1, 2, {"b": null}]}', '192.0.2.1',
  '123e4567-e89b-12d3-a456-426655440000', POINT(1, 2)),
 (2, 'largest', 127, 9223372036854775807, 18446744073709551615, 99999999999999999999999999999999999.999999999999999999999999999999,
  3.4028234e38, 1.7976931348623157e308, b'111111111111', TRUE, '9999-12-31', '9999-12-31 23:59:59.999999',
  '2038-01-19 03:14:07.999999', '838:59:59.999999', 2155, REPEAT(CHAR(255), 16), REPEAT(UNHEX('00010203'), 4096),
  REPEAT('long ', 4000), '[]', '2001:db8::ffff', 'ffffffff-ffff-ffff-ffff-ffffffffffff', POINT(180, 90)),
 (3, 'smallest', -128, -9223372036854775808, 0, -0.000000000000000000000000000001, -3.4028234e38, 5e-324, b'0', FALSE,
  '1000-01-01', '1000-01-01 00:00:00.000001', '1970-01-01 00:00:01.000000', '-838:59:59.999999', 1901,
  REPEAT(CHAR(0), 16), '', '', '{}', '::', '00000000-0000-0000-0000-000000000000', POINT(-180, -90)),
 (4, 'zero dates', 0, 0, 0, 0, 0, 0, b'0', FALSE, '0000-00-00', '0000-00-00 00:00:00', 0, '00:00:00', 0, '', '', '',
  'null', '::1', '00000000-0000-0000-0000-000000000001', POINT(0, 0)),
 (5, '👩🏽‍💻 “quoted” \\ ''text'', tab\tline\nnul\0end', NULL, NULL, NULL, 1.1, 0.1, 0.1, NULL, NULL, '2023-00-00', NULL, NULL,
  NULL, NULL, NULL, UNHEX('00'), '=HYPERLINK("x")', '"🐬"', NULL, NULL, NULL),
 (6, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);

CREATE VIEW revenue_by_month AS
SELECT DATE_FORMAT(placed, '%Y-%m') AS month, COUNT(*) AS orders, SUM(total) AS revenue
FROM orders GROUP BY DATE_FORMAT(placed, '%Y-%m');
)sql";

} // namespace

QByteArray shopScript()
{
    return QByteArray(tables) + rows + extras;
}

} // namespace latchkey::sandbox
