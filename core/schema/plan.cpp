// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/plan.h"

#include "core/schema/sqltokens.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace latchkey::schema {

namespace {

struct PlanTexts
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::schema::Plan)
};

/// "nested_loop", "block-nl-join": as words.
QString inWords(QString name)
{
    name.replace(u'_', u' ').replace(u'-', u' ');
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

/// MySQL writes some numbers as texts.
std::optional<double> numberAt(const QJsonObject &object, std::initializer_list<QLatin1String> names)
{
    for (const QLatin1String name : names) {
        const QJsonValue value = object.value(name);
        bool isNumber = false;
        const double number = value.isString() ? value.toString().toDouble(&isNumber) : value.toDouble();
        if (value.isDouble() || isNumber)
            return number;
    }
    return std::nullopt;
}

QString textAt(const QJsonObject &object, std::initializer_list<QLatin1String> names)
{
    for (const QLatin1String name : names)
        if (const QString text = object.value(name).toString(); !text.isEmpty())
            return text;
    return {};
}

void readFacts(PlanNode &node, const QJsonObject &object)
{
    using L = QLatin1String;
    node.table = textAt(object, {L("table_name"), L("alias")});
    node.access = textAt(object, {L("access_type"), L("index_access_type")});
    node.key = textAt(object, {L("key"), L("index_name")});
    node.rows = numberAt(object, {L("rows_examined_per_scan"), L("rows"), L("estimated_rows")});
    node.filtered = numberAt(object, {L("filtered")});
    node.condition = textAt(object, {L("attached_condition"), L("condition"), L("message")});
    const QJsonObject costs = object.value(L("cost_info")).toObject();
    node.cost = numberAt(costs, {L("query_cost"), L("prefix_cost"), L("sort_cost")});
    if (!node.cost)
        node.cost = numberAt(object, {L("cost"), L("estimated_total_cost")});
}

/// Members that hold numbers about a step, not steps.
bool isFact(const QString &member)
{
    static const std::array names{u"cost_info", u"used_key_parts", u"possible_keys", u"used_columns",
                                  u"ref",       u"key_parts",      u"covering",      u"ranges"};
    return std::find(names.begin(), names.end(), member) != names.end();
}

PlanNode nodeOf(const QString &operation, const QJsonObject &object);

void addSteps(PlanNode &node, const QString &member, const QJsonValue &value)
{
    if (value.isObject() && !isFact(member)) {
        node.steps.append(nodeOf(member, value.toObject()));
        return;
    }
    if (!value.isArray() || isFact(member))
        return;
    PlanNode group;
    group.operation = inWords(member);
    for (const QJsonValue &element : value.toArray())
        if (element.isObject())
            group.steps.append(nodeOf(QString(), element.toObject()));
    if (group.steps.isEmpty())
        return;
    if (member == u"inputs")
        node.steps += group.steps;
    else
        node.steps.append(group);
}

PlanNode nodeOf(const QString &operation, const QJsonObject &object)
{
    PlanNode node;
    readFacts(node, object);
    const QString said = object.value(QLatin1String("operation")).toString();
    node.operation = said.isEmpty() ? inWords(operation) : said;
    for (auto member = object.begin(); member != object.end(); ++member)
        addSteps(node, member.key(), member.value());
    // An element of a list is but the wrapping of its only step.
    if (node.operation.isEmpty() && node.steps.size() == 1 && node.table.isEmpty())
        return node.steps.first();
    if (node.operation.isEmpty())
        node.operation = PlanTexts::tr("Step");
    return node;
}

} // namespace

Result<PlanNode> readPlan(const QByteArray &json)
{
    QJsonParseError problem{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject())
        return Error{
            Error::Code::ProtocolError,
            PlanTexts::tr("The server’s plan cannot be read, because it is not the JSON text that was "
                          "asked for. Look at the plan as a table instead."),
            problem.errorString(), 0};
    return nodeOf(QString(), document.object());
}

std::optional<QString> explainable(const QString &statement)
{
    static const QStringList verbs{QStringLiteral("SELECT"),  QStringLiteral("INSERT"),
                                   QStringLiteral("UPDATE"),  QStringLiteral("DELETE"),
                                   QStringLiteral("REPLACE"), QStringLiteral("WITH"),
                                   QStringLiteral("TABLE"),   QStringLiteral("VALUES")};
    for (const Token &token : tokensOf(statement)) {
        const QString word = nameOf(statement, token).toUpper();
        if (token.kind == Token::Kind::Comment || word == u"EXPLAIN" || word == u"DESCRIBE" || word == u"DESC"
            || word == u"(")
            continue;
        if (!verbs.contains(word))
            return std::nullopt;
        const bool isWrapped = statement.left(token.begin).contains(u'(');
        return isWrapped ? statement : statement.mid(token.begin);
    }
    return std::nullopt;
}

} // namespace latchkey::schema
