// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/rates.h"

#include "app/base/isoweek.h"
#include "app/base/jsontext.h"
#include "app/cli/command.h"
#include "app/cli/validfrom.h"
#include "app/cli/workspaceoption.h"
#include "app/domain/ratelines.h"
#include "app/store/rates.h"
#include "app/store/rollups.h"
#include "app/store/workspacesettings.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

constexpr qint64 kLongestCard = 16 * 1024 * 1024; // bytes

QString commandName()
{
    return u"rates"_s;
}

QString rateJson(const Rate& rate)
{
    JsonObjectText json;
    json.addInteger(QLatin1String("id"), rate.id.value);
    const QString members = toRateLine(rate);
    json.addMembers(members);
    return json.text();
}

QString coverageText(const RateCoverage& coverage)
{
    return Cli::tr("The card prices %1 generations; %2 have no cost.")
        .arg(coverage.priced)
        .arg(coverage.unknown);
}

QString rowText(const Rate& rate)
{
    const QString from = rate.validFrom == UtcTime{} ? Cli::tr("always") : toRfc3339(rate.validFrom);
    const QString client = rate.client.isEmpty() ? Cli::tr("every client") : rate.client;
    return u"%1  %2 %3  %4  %5  %6  %7"_s.arg(rate.id.value, 5)
        .arg(microToString(rate.price.micro), 13)
        .arg(rate.price.currency)
        .arg(toText(rate.basis), -10)
        .arg(from, -24)
        .arg(rate.model, client);
}

int printCard(const Rates& rates, bool isJson)
{
    const auto card = rates.all();
    const auto coverage = rates.coverage();
    if (!card || !coverage) {
        printProblem(card ? coverage.error() : card.error());
        return exitcode::kWorkspaceUnusable;
    }
    if (!isJson) {
        for (const Rate& rate : *card)
            printResult(rowText(rate));
        if (card->isEmpty())
            printResult(Cli::tr("The rate card is empty."));
        printResult(coverageText(*coverage));
        return exitcode::kDone;
    }
    QStringList rows;
    for (const Rate& rate : *card)
        rows.append(rateJson(rate));
    JsonObjectText json;
    json.addRaw(QLatin1String("rates"), QString(u'[' + rows.join(u',') + u']'));
    json.addInteger(QLatin1String("priced"), coverage->priced);
    json.addInteger(QLatin1String("unknown"), coverage->unknown);
    printResult(json.text());
    return exitcode::kDone;
}

/// What a change of the card entails, then the card.
int finishChange(const Database& database, bool isJson)
{
    const Rates rates(database);
    if (const auto counted = rates.recount(); !counted) {
        printProblem(counted.error());
        return exitcode::kWorkspaceUnusable;
    }
    if (const auto refreshed = Rollups(database).refresh(); !refreshed) {
        printProblem(refreshed.error());
        return exitcode::kWorkspaceUnusable;
    }
    return printCard(rates, isJson);
}

int refused(const Error& error)
{
    printProblem(error);
    const bool isEntry = error.kind == ErrorKind::Invalid || error.kind == ErrorKind::NotFound;
    return isEntry ? exitcode::kRefused : exitcode::kWorkspaceUnusable;
}

/// The rates of the file that the card does not have yet. The first line at fault refuses the whole file.
Result<RateCard> newRatesOf(QIODevice& file, const QString& path, RateCard card)
{
    RateCard added;
    for (qint64 line = 1; !file.atEnd(); ++line) {
        const QByteArray text = file.readLine(kLongestCard).trimmed();
        if (text.isEmpty())
            continue;
        const QString place = path + u':' + QString::number(line);
        const auto rate = rateFromLine(text);
        if (!rate)
            return Error{ErrorKind::Invalid, place, rate.error().detail};
        const bool isKnown = std::ranges::any_of(card, [&rate](Rate other) {
            other.id = {};
            return other == *rate;
        });
        if (isKnown)
            continue;
        if (const auto fault = faultOf(*rate, card))
            return Error{ErrorKind::Invalid, place, sentenceOf(*fault)};
        card.append(*rate);
        added.append(*rate);
    }
    return added;
}

int importCard(const Database& database, const QString& path, bool isJson)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refused({file.exists() ? ErrorKind::NoPermission : ErrorKind::NotFound, path, {}});
    if (file.size() > kLongestCard)
        return refused({ErrorKind::Invalid, path, u"no rate card has more than 16 MB"_s});
    const Rates rates(database);
    const auto card = rates.all();
    if (!card)
        return refused(card.error());
    const auto added = newRatesOf(file, path, *card);
    if (!added)
        return refused(added.error());
    if (!added->isEmpty()) {
        if (const auto stored = rates.addAll(*added); !stored)
            return refused(stored.error());
    }
    return finishChange(database, isJson);
}

int exportCard(const Database& database, const QString& path)
{
    const auto card = Rates(database).all();
    if (!card)
        return refused(card.error());
    QByteArray lines;
    for (const Rate& rate : *card)
        lines += toRateLine(rate).toUtf8() + '\n';
    if (path == u"-"_s) {
        printResult(lines);
        return exitcode::kDone;
    }
    QSaveFile file(path);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(lines) == lines.size() && file.commit();
    if (isWritten)
        return exitcode::kDone;
    printProblem(Error{ErrorKind::Io, path, file.errorString()});
    return exitcode::kRefused;
}

struct RateOptions
{
    QCommandLineOption model{
        u"model"_s, Cli::tr("The models it prices: * stands for any letters, ? for any one."), u"PATTERN"_s};
    QCommandLineOption price{u"price"_s, Cli::tr("The price of one unit, such as 0.04."), u"AMOUNT"_s};
    QCommandLineOption currency{u"currency"_s, Cli::tr("ISO 4217, such as EUR."), u"CODE"_s};
    QCommandLineOption per{u"per"_s, Cli::tr("image (default), megapixel or gpu_second."), u"UNIT"_s,
                           u"image"_s};
    QCommandLineOption from{u"from"_s,
                            Cli::tr("The first day (in the workspace's zone) or instant; default: always."),
                            u"DATE"_s};
    QCommandLineOption client{u"client"_s, Cli::tr("Only for this client."), u"NAME"_s};
    QCommandLineOption output{
        {u"o"_s, u"output"_s}, Cli::tr("Where export writes; - (default) is stdout."), u"FILE"_s, u"-"_s};
    QCommandLineOption json{u"json"_s, Cli::tr("Print the card as one JSON object.")};
};

/// The mistake in what was typed for `add`; empty when `rate` is filled but for its start.
QString readRate(const QCommandLineParser& parser, const RateOptions& options, Rate& rate)
{
    for (const QCommandLineOption* needed : {&options.model, &options.price, &options.currency}) {
        if (!parser.isSet(*needed))
            return Cli::tr("--%1 is missing").arg(needed->names().constFirst());
    }
    const auto basis = rateBasisFromText(parser.value(options.per).replace(u'-', u'_'));
    if (!basis)
        return Cli::tr("--per takes image, megapixel or gpu_second");
    const auto price = parsePrice(parser.value(options.price));
    if (!price)
        return Cli::tr("--price takes a decimal number from 0 to below a million, such as 0.04");
    if (parser.isSet(options.from) && !isDayOrInstant(parser.value(options.from)))
        return Cli::tr("--from takes a day such as 2026-01-01 or an instant such as 2026-01-01T00:00:00Z");
    rate = {{}, parser.value(options.model), *basis, {*price, parser.value(options.currency).toUpper()},
            {}, parser.value(options.client)};
    return {};
}

int addRate(const Database& database, Rate rate, const QString& from, bool isJson)
{
    if (!from.isEmpty()) {
        const auto start = validFrom(database, from);
        if (!start)
            return refused(start.error());
        rate.validFrom = *start;
    }
    const auto id = Rates(database).add(rate);
    return id ? finishChange(database, isJson) : refused(id.error());
}

int removeRate(const Database& database, qint64 id, bool isJson)
{
    const auto removed = Rates(database).remove(RateId{id});
    return removed ? finishChange(database, isJson) : refused(removed.error());
}

struct Request
{
    QString verb;
    QString argument; ///< of remove and import
    Rate rate;        ///< of add
};

/// The mistake; empty when `request` is filled.
QString readRequest(const QCommandLineParser& parser, const RateOptions& options, Request& request)
{
    const QStringList words = parser.positionalArguments();
    request.verb = words.value(0);
    request.argument = words.value(1);
    const bool takesArgument = request.verb == u"remove"_s || request.verb == u"import"_s;
    if (request.verb.isEmpty())
        return Cli::tr("list, add, remove, import or export is missing");
    if (!takesArgument && request.verb != u"list"_s && request.verb != u"add"_s &&
        request.verb != u"export"_s)
        return Cli::tr("rates takes list, add, remove, import or export, not %1").arg(request.verb);
    if (words.size() > (takesArgument ? 2 : 1))
        return Cli::tr("unexpected argument %1").arg(words.constLast());
    bool isNumber = false;
    request.argument.toLongLong(&isNumber);
    if (request.verb == u"remove"_s && !isNumber)
        return Cli::tr("remove takes the number of a rate, which list shows");
    if (request.verb == u"import"_s && request.argument.isEmpty())
        return Cli::tr("import takes a file that export wrote");
    return request.verb == u"add"_s ? readRate(parser, options, request.rate) : QString();
}

} // namespace

int runRates(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Cli::tr(
        "The rate card: what an image costs where no log says it. What a log says is never changed. Of the "
        "rates that fit, one of the client goes before one of every client, then the most exact model, then "
        "the latest start. Costs are estimated anew when the card changes.\n\n"
        "  list         the card, and how many generations it prices\n"
        "  add          a rate: --model, --price and --currency are needed\n"
        "  remove N     the rate with that number\n"
        "  import FILE  all rates of a file (JSONL) or, when one can't stand, none\n"
        "  export       the card as JSONL"));
    parser.addPositionalArgument(u"VERB"_s, Cli::tr("list, add, remove N, import FILE or export."));
    const RateOptions options;
    parser.addOptions({workspaceOption(), options.model, options.price, options.currency, options.per,
                       options.from, options.client, options.output, options.json});
    if (const auto code = parseArguments(parser, commandName(), arguments))
        return *code;
    Request request;
    if (const QString mistake = readRequest(parser, options, request); !mistake.isEmpty())
        return wrongUse(commandName(), mistake);
    const auto database = openExistingWorkspace(workspacePath(parser));
    if (!database)
        return exitcode::kWorkspaceUnusable;
    const bool isJson = parser.isSet(options.json);
    if (request.verb == u"add"_s)
        return addRate(*database, request.rate, parser.value(options.from), isJson);
    if (request.verb == u"remove"_s)
        return removeRate(*database, request.argument.toLongLong(), isJson);
    if (request.verb == u"import"_s)
        return importCard(*database, request.argument, isJson);
    if (request.verb == u"export"_s)
        return exportCard(*database, parser.value(options.output));
    return printCard(Rates(*database), isJson);
}

} // namespace assay
