// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exchange.h"

#include "app/cli/command.h"
#include "app/cli/metricsoutput.h"
#include "app/cli/storing.h"
#include "app/cli/validfrom.h"
#include "app/cli/workspaceoption.h"
#include "app/store/database.h"
#include "app/store/exchangerates.h"
#include "app/store/rollups.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace assay {

namespace {

QString commandName()
{
    return QStringLiteral("exchange");
}

int failed(const Error& error)
{
    printProblem(error);
    return error.kind == ErrorKind::Invalid ? exitcode::kRefused : exitcode::kWorkspaceUnusable;
}

QString startText(const ExchangeRate& rate)
{
    return rate.validFrom == UtcTime{} ? Cli::tr("always") : toRfc3339(rate.validFrom);
}

QJsonObject rateJson(const ExchangeRate& rate)
{
    return {{QStringLiteral("id"), rate.id},
            {QStringLiteral("currency"), rate.currency},
            {QStringLiteral("to"), rate.to},
            {QStringLiteral("rate"), exchangeRateText(rate.billionths)},
            {QStringLiteral("valid_from"), toRfc3339(rate.validFrom)},
            {QStringLiteral("source"), rate.source},
            {QStringLiteral("added_at"), toRfc3339(rate.addedAt)},
            {QStringLiteral("added_by"), rate.addedBy},
            {QStringLiteral("withdrawn_at"),
             rate.withdrawnAt ? QJsonValue(toRfc3339(*rate.withdrawnAt)) : QJsonValue()}};
}

QStringList rateRow(const ExchangeRate& rate)
{
    return {QString::number(rate.id),
            QStringLiteral("1 %1 = %2 %3").arg(rate.currency, exchangeRateText(rate.billionths), rate.to),
            startText(rate),
            rate.source,
            toRfc3339(rate.addedAt),
            rate.addedBy,
            rate.withdrawnAt ? Cli::tr("withdrawn %1").arg(toRfc3339(*rate.withdrawnAt)) : QString()};
}

int listRates(const Database& database, bool isJson)
{
    const auto rates = ExchangeRates(database).all();
    if (!rates)
        return failed(rates.error());
    QJsonArray json;
    QList<QStringList> rows{{Cli::tr("Rate"), Cli::tr("Worth"), Cli::tr("From"), Cli::tr("Source"),
                             Cli::tr("Added at"), Cli::tr("By"), QString()}};
    for (const ExchangeRate& rate : *rates) {
        json.append(rateJson(rate));
        rows += rateRow(rate);
    }
    if (isJson)
        printResult(QString::fromUtf8(QJsonDocument(json).toJson()).trimmed());
    else
        printResult(rates->empty() ? Cli::tr("no exchange rates: costs stay in their currencies")
                                   : alignedRows(rows, int(rows.front().size())).trimmed());
    return exitcode::kDone;
}

int finishChange(const Database& database, const QString& sentence)
{
    if (const auto counted = Rollups(database).refresh(); !counted)
        return failed(counted.error());
    printResult(sentence);
    return exitcode::kDone;
}

int addRate(const Database& database, ExchangeRate rate, const QString& from)
{
    if (!from.isEmpty()) {
        const auto start = validFrom(database, from);
        if (!start)
            return failed(start.error());
        rate.validFrom = *start;
    }
    const auto id = inTransaction(database, [&] { return ExchangeRates(database).add(rate); });
    if (!id)
        return failed(id.error());
    return finishChange(
        database, Cli::tr("added rate %1: 1 %2 = %3 %4")
                      .arg(QString::number(*id), rate.currency, exchangeRateText(rate.billionths), rate.to));
}

int withdrawRate(const Database& database, const QString& id)
{
    const auto withdrawn = inTransaction(
        database, [&] { return ExchangeRates(database).withdraw(id.toLongLong(), systemClock()()); });
    if (!withdrawn)
        return failed(withdrawn.error());
    if (!*withdrawn) {
        printProblem(Cli::tr("there is no rate %1 to withdraw; see exchange list").arg(id));
        return exitcode::kRefused;
    }
    return finishChange(database, Cli::tr("withdrew rate %1").arg(id));
}

bool isCurrency(const QString& text)
{
    return text.size() == 3 && std::ranges::all_of(text, [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

/// The mistake in what was typed for `add`; empty when `rate` is filled but for its start.
QString readRate(const QCommandLineParser& parser, ExchangeRate& rate)
{
    const auto billionths = parseExchangeRate(parser.value(QStringLiteral("rate")));
    rate = {.currency = parser.value(QStringLiteral("currency")).toUpper(),
            .to = parser.value(QStringLiteral("to")).toUpper(),
            .billionths = billionths.value_or(0),
            .source = parser.value(QStringLiteral("source")),
            .addedAt = systemClock()(),
            .addedBy = parser.value(QStringLiteral("by"))};
    const QString from = parser.value(QStringLiteral("from"));
    if (!isCurrency(rate.currency) || !isCurrency(rate.to) || rate.currency == rate.to)
        return Cli::tr("--currency and --to take two currencies, such as USD and EUR");
    if (!billionths)
        return Cli::tr("--rate takes a number above 0 and below a million, such as 0.9235");
    if (!from.isEmpty() && !isDayOrInstant(from))
        return Cli::tr("--from takes a day such as 2026-01-01 or an instant such as 2026-01-01T00:00:00Z");
    return {};
}

QList<QCommandLineOption> exchangeOptions()
{
    return {{QStringLiteral("currency"), Cli::tr("add: that costs were paid in."), QStringLiteral("CODE")},
            {QStringLiteral("to"), Cli::tr("add: the one to count them in; the same for all rates."),
             QStringLiteral("CODE")},
            {QStringLiteral("rate"), Cli::tr("add: what one unit is worth."), QStringLiteral("NUMBER")},
            {QStringLiteral("from"),
             Cli::tr("add: the first day (in the workspace's zone) or instant; default: always."),
             QStringLiteral("DATE")},
            {QStringLiteral("source"), Cli::tr("add: where the rate is from."), QStringLiteral("TEXT")},
            {QStringLiteral("by"), Cli::tr("add: who says so."), QStringLiteral("NAME")},
            {QStringLiteral("json"), Cli::tr("list: print JSON.")}};
}

} // namespace

int runExchange(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Cli::tr(
        "Exchange rates, by which costs of several currencies are counted in one. A cost takes the rate that "
        "held when its image was sent, or the first one where none held yet. Rates are only added: of two "
        "that start at one instant the later one counts, and one that was wrong is withdrawn."));
    parser.addOption(workspaceOption());
    parser.addOptions(exchangeOptions());
    parser.addPositionalArgument(QStringLiteral("VERB"), Cli::tr("list, add or withdraw N."));
    if (const auto code = parseArguments(parser, commandName(), arguments))
        return *code;
    const QStringList words = parser.positionalArguments();
    const bool isAdd = words == QStringList{QStringLiteral("add")};
    const bool isList = words == QStringList{QStringLiteral("list")};
    const bool isWithdraw = words.size() == 2 && words[0] == QLatin1String("withdraw");
    if (!isAdd && !isList && !isWithdraw)
        return wrongUse(commandName(), Cli::tr("exchange takes list, add or withdraw N"));
    ExchangeRate rate;
    if (const QString mistake = isAdd ? readRate(parser, rate) : QString(); !mistake.isEmpty())
        return wrongUse(commandName(), mistake);
    const auto database = openExistingWorkspace(workspacePath(parser));
    if (!database)
        return exitcode::kWorkspaceUnusable;
    if (isAdd)
        return addRate(*database, rate, parser.value(QStringLiteral("from")));
    return isWithdraw ? withdrawRate(*database, words[1])
                      : listRates(*database, parser.isSet(QStringLiteral("json")));
}

} // namespace assay
