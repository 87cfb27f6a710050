// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/rate.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <tuple>
#include <vector>

namespace assay {

namespace {

constexpr qint64 kPixelsPerMegapixel = 1'000'000;
constexpr qint64 kMsPerSecond = 1000;
/// As parseMicro: millions of costs still add up inside 64 bits.
constexpr qint64 kCostLimit = 1'000'000'000'000;
constexpr qint64 kMaxSide = 1'000'000;

constexpr std::array<std::pair<RateBasis, const char*>, 3> kBasisWords{
    {{RateBasis::Image, "image"}, {RateBasis::Megapixel, "megapixel"}, {RateBasis::GpuSecond, "gpu_second"}}};

constexpr QChar kAnyRun(u'*');
constexpr QChar kAnyOne(u'?');

/// price * amount / unit, half to even. Both factors of the second product are below 10^12 and `unit`.
std::optional<qint64> share(qint64 price, qint64 amount, qint64 unit)
{
    if (amount < 0)
        return std::nullopt;
    const qint64 whole = amount / unit;
    if (price > 0 && whole >= kCostLimit / price + 1)
        return std::nullopt;
    const qint64 part = price * (amount % unit);
    qint64 cost = price * whole + part / unit;
    const qint64 twice = part % unit * 2;
    if (twice > unit || (twice == unit && cost % 2 != 0))
        ++cost;
    return cost < kCostLimit ? std::optional(cost) : std::nullopt;
}

std::optional<qint64> microAt(const Rate& rate, const PricedWork& work)
{
    const bool hasImage = work.status == GenerationStatus::Ok;
    switch (rate.basis) {
    case RateBasis::Image:
        return hasImage ? rate.price.micro : 0;
    case RateBasis::Megapixel:
        if (!hasImage)
            return 0;
        return work.pixels ? share(rate.price.micro, *work.pixels, kPixelsPerMegapixel) : std::nullopt;
    case RateBasis::GpuSecond:
        return work.gpuTime ? share(rate.price.micro, work.gpuTime->count(), kMsPerSecond) : std::nullopt;
    }
    return std::nullopt;
}

/// More letters of its own, then more of "?", then fewer of "*". Equal ones that fit one model are a tie.
std::tuple<qsizetype, qsizetype, qsizetype> specificity(const QString& pattern)
{
    const qsizetype runs = pattern.count(kAnyRun);
    const qsizetype ones = pattern.count(kAnyOne);
    return {pattern.size() - runs - ones, ones, -runs};
}

auto rank(const Rate& rate)
{
    return std::tuple(!rate.client.isEmpty(), specificity(rate.model), rate.validFrom, rate.id);
}

bool fits(const Rate& rate, const PricedWork& work)
{
    if (rate.validFrom > work.sentAt || (!rate.client.isEmpty() && rate.client != work.client))
        return false;
    return work.model ? matchesModel(rate.model, *work.model) : rate.model == kAnyRun;
}

/// Whether some text fits both patterns; a table over their prefixes, so the time is their product.
bool canMeet(const QString& a, const QString& b)
{
    const auto columns = static_cast<size_t>(b.size()) + 1;
    std::vector<bool> above(columns);
    for (qsizetype i = 0; i <= a.size(); ++i) {
        std::vector<bool> row(columns);
        for (qsizetype j = 0; j <= b.size(); ++j) {
            const bool isRunA = i > 0 && a[i - 1] == kAnyRun;
            const bool isRunB = j > 0 && b[j - 1] == kAnyRun;
            bool meets = i == 0 && j == 0;
            if (isRunA || isRunB)
                meets = (i > 0 && above[static_cast<size_t>(j)] && (isRunA || isRunB)) ||
                        (j > 0 && row[static_cast<size_t>(j - 1)]);
            else if (i > 0 && j > 0)
                meets = above[static_cast<size_t>(j - 1)] &&
                        (a[i - 1] == b[j - 1] || a[i - 1] == kAnyOne || b[j - 1] == kAnyOne);
            row[static_cast<size_t>(j)] = meets;
        }
        above = std::move(row);
    }
    return above.back();
}

bool isTie(const Rate& a, const Rate& b)
{
    return a.client == b.client && a.validFrom == b.validFrom &&
           specificity(a.model) == specificity(b.model) && canMeet(a.model.toLower(), b.model.toLower());
}

bool isCurrency(const QString& text)
{
    return text.size() == 3 && std::ranges::all_of(text, [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

std::optional<qint64> area(qint64 width, qint64 height)
{
    if (width <= 0 || height <= 0 || width > kMaxSide || height > kMaxSide)
        return std::nullopt;
    return width * height;
}

} // namespace

QString toText(RateBasis basis)
{
    return QString::fromLatin1(
        std::ranges::find(kBasisWords, basis, &std::pair<RateBasis, const char*>::first)->second);
}

std::optional<RateBasis> rateBasisFromText(QStringView text)
{
    for (const auto& [basis, word] : kBasisWords) {
        if (text == QLatin1String(word))
            return basis;
    }
    return std::nullopt;
}

std::optional<qint64> statedPixels(const QString& settings)
{
    const QJsonObject object = QJsonDocument::fromJson(settings.toUtf8()).object();
    if (const auto sides = area(object.value(QLatin1String("width")).toInteger(),
                                object.value(QLatin1String("height")).toInteger()))
        return sides;
    const QStringList sides = object.value(QLatin1String("size")).toString().toLower().split(u'x');
    return sides.size() == 2 ? area(sides[0].trimmed().toLongLong(), sides[1].trimmed().toLongLong())
                             : std::nullopt;
}

PricedWork pricedWorkOf(const Generation& generation)
{
    PricedWork work{generation.model,  generation.client,       generation.sentAt,
                    generation.status, std::optional<qint64>(), generation.gpuTime};
    if (generation.image && !generation.image->size.isEmpty())
        work.pixels = area(generation.image->size.width(), generation.image->size.height());
    if (!work.pixels)
        work.pixels = statedPixels(generation.settings);
    return work;
}

bool matchesModel(const QString& pattern, const QString& model)
{
    qsizetype p = 0;
    qsizetype m = 0;
    qsizetype run = -1; // the last "*" and how much of the model it has taken so far
    qsizetype taken = 0;
    while (m < model.size()) {
        if (p < pattern.size() && pattern[p] == kAnyRun) {
            run = p++;
            taken = m;
        } else if (p < pattern.size() &&
                   (pattern[p] == kAnyOne || pattern[p].toLower() == model[m].toLower())) {
            ++p;
            ++m;
        } else if (run >= 0) {
            p = run + 1;
            m = ++taken;
        } else {
            return false;
        }
    }
    return std::all_of(pattern.cbegin() + p, pattern.cend(), [](QChar c) { return c == kAnyRun; });
}

std::optional<Rate> fittingRate(const RateCard& card, const PricedWork& work)
{
    std::optional<Rate> best;
    for (const Rate& rate : card) {
        if (fits(rate, work) && (!best || rank(rate) > rank(*best)))
            best = rate;
    }
    return best;
}

std::optional<Money> costAt(const Rate& rate, const PricedWork& work)
{
    const auto micro = microAt(rate, work);
    return micro ? std::optional(Money{*micro, rate.price.currency}) : std::nullopt;
}

std::optional<Money> estimatedCost(const RateCard& card, const PricedWork& work)
{
    const auto rate = fittingRate(card, work);
    return rate ? costAt(*rate, work) : std::nullopt;
}

QString sentenceOf(RateFault fault)
{
    switch (fault) {
    case RateFault::NoModel:
        return QStringLiteral("the rate names no model; * stands for every model");
    case RateFault::NegativePrice:
        return QStringLiteral("the price is below zero");
    case RateFault::PriceTooLarge:
        return QStringLiteral("the price is a million or more");
    case RateFault::BadCurrency:
        return QStringLiteral("the currency is no ISO 4217 code such as EUR");
    case RateFault::Tie:
        break;
    }
    return QStringLiteral("another rate of the same day fits the same models as closely; remove that one,"
                          " or give another day or a more exact model");
}

std::optional<RateFault> faultOf(const Rate& rate, const RateCard& card)
{
    if (rate.model.trimmed().isEmpty())
        return RateFault::NoModel;
    if (rate.price.micro < 0)
        return RateFault::NegativePrice;
    if (rate.price.micro >= kCostLimit)
        return RateFault::PriceTooLarge;
    if (!isCurrency(rate.price.currency))
        return RateFault::BadCurrency;
    const bool isTied = std::ranges::any_of(card, [&rate](const Rate& other) {
        const bool isReplaced = rate.id.isValid() && other.id == rate.id;
        return !isReplaced && isTie(rate, other);
    });
    return isTied ? std::optional(RateFault::Tie) : std::nullopt;
}

} // namespace assay
